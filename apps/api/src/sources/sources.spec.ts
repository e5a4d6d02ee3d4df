import type { Problem, SourceView } from '@belegg/contract';
import type { Caller } from '../test/test-app';
import { TestApp } from '../test/test-app';

type List = { items: SourceView[]; nextCursor?: string };

describe('Sources', () => {
  let app: TestApp;
  let editor: Caller;
  let other: Caller;
  let admin: Caller;

  beforeAll(async () => {
    app = await TestApp.start();
    const newsroom = await app.newsroom();
    editor = await app.member(newsroom, ['editor']);
    admin = await app.member(newsroom, ['admin']);
    other = await app.member(await app.newsroom('Theirs'), ['editor', 'reviewer', 'admin']);
  });
  afterAll(() => app.stop());

  const add = async (name: string, more: object = {}, by = editor): Promise<SourceView> => {
    const { status, body } = await by.call<SourceView>('POST', '/api/sources', {
      kind: 'newspaper',
      name,
      evenIfSimilar: true,
      ...more,
    });
    expect(status).toBe(201);
    return body;
  };
  const change = (source: SourceView, body: object, by = editor) =>
    by.call<SourceView>('PATCH', `/api/sources/${source.id}`, body, { 'if-match': source.etag });
  const retire = (source: SourceView, by = editor) =>
    by.call('DELETE', `/api/sources/${source.id}`, undefined, { 'if-match': source.etag });
  const namesFor = async (q: string): Promise<string[]> => {
    const { body } = await editor.call<List>('GET', `/api/sources?q=${encodeURIComponent(q)}`);
    return body.items.map(({ name }) => name);
  };
  const eventsOf = (id: string) =>
    app.database.inNewsroom(editor.actor.newsroomId, (tx) =>
      tx.event.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } }),
    );

  it('keeps what it was told, with an ETag in body and header', async () => {
    const kcna = await add('KCNA', {
      kind: 'newsAgency',
      aliases: ['조선중앙통신'],
      url: 'https://kcna.kp/',
      note: 'Statlig',
    });
    expect(kcna).toMatchObject({
      kind: 'newsAgency',
      name: 'KCNA',
      aliases: ['조선중앙통신'],
      url: 'https://kcna.kp/',
      note: 'Statlig',
      uses: 0,
      etag: '"r1"',
    });
    const { body, headers } = await editor.call<SourceView>('GET', `/api/sources/${kcna.id}`);
    expect(body).toEqual(kcna);
    expect(headers['etag']).toBe('"r1"');
  });

  it('finds words in names and aliases, in any case, also beyond ASCII', async () => {
    await add('Østlandets Blad', { aliases: ['ØB'] });
    await add('Dagens 100%_nytt');
    expect(await namesFor('østLANDETS')).toEqual(['Østlandets Blad']);
    expect(await namesFor('blad øst')).toEqual(['Østlandets Blad']);
    expect(await namesFor('øb')).toEqual(['Østlandets Blad']);
    expect(await namesFor('0%_n')).toEqual(['Dagens 100%_nytt']);
    expect(await namesFor('%zzz')).toEqual([]);
    expect(await namesFor('blad zzz')).toEqual([]);
    expect(await namesFor('\u0000Østlandets')).toEqual(['Østlandets Blad']);
  });

  it('lists those that repeat a source', async () => {
    const agency = await add('Byrået');
    for (const name of ['Avisen', 'Radioen']) await add(name, { originId: agency.id });
    const { body } = await editor.call<List>('GET', `/api/sources?originId=${agency.id}`);
    expect(body.items.map(({ name }) => name)).toEqual(['Avisen', 'Radioen']);
    expect((await other.call<List>('GET', `/api/sources?originId=${agency.id}`)).body.items).toEqual([]);
    expect((await editor.call('GET', '/api/sources?originId=x')).status).toBe(422);
  });

  it('sorts as a Norwegian reader does, and pages without losing or repeating one', async () => {
    const room = await app.newsroom('Paged');
    const reader = await app.member(room, ['editor']);
    const names = [
      'Ås',
      'Ære',
      'Øre',
      'zebra',
      'Zulu',
      ...Array.from({ length: 130 }, (_, i) => `B ${String(i % 65).padStart(3, '0')}`),
    ];
    for (const name of names) await add(name, {}, reader);
    const seen: SourceView[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await reader.call<List>('GET', `/api/sources${cursor === undefined ? '' : `?cursor=${cursor}`}`);
      seen.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(names.length);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(names.length);
    expect(seen.slice(-5).map(({ name }) => name)).toEqual(['zebra', 'Zulu', 'Ære', 'Øre', 'Ås']);
  });

  it('refuses a cursor that it did not give', async () => {
    const made = ['["a","b"]', '["\\u0000","01890000-0000-7000-8000-000000000000"]'].map((key) =>
      Buffer.from(key).toString('base64url'),
    );
    for (const cursor of ['x', 'WyJhIl0', ...made]) {
      expect(await editor.call('GET', `/api/sources?cursor=${cursor}`)).toMatchObject({
        status: 422,
        body: { code: 'invalid', errors: [{ pointer: '?cursor', detail: 'There is no such page of the list.' }] },
      });
    }
  });

  it('changes what is named, takes away what is null, and makes no version of no change', async () => {
    const before = await add('Taipei Times', { url: 'https://taipeitimes.example/' });
    const named = await change(before, { name: 'The Taipei Times' });
    expect(named).toMatchObject({ status: 200, body: { name: 'The Taipei Times', url: before.url, etag: '"r2"' } });
    const same = await change(named.body, { name: 'The Taipei Times' });
    expect(same.body.etag).toBe('"r2"');
    const bare = await change(named.body, { url: null });
    expect(bare.body.url).toBeUndefined();
    expect((await eventsOf(before.id)).map(({ type }) => type)).toEqual([
      'source.created',
      'source.edited',
      'source.edited',
    ]);
    expect((await eventsOf(before.id))[1]?.data).toMatchObject({
      before: { name: 'Taipei Times' },
      after: { name: 'The Taipei Times' },
    });
  });

  it('lets one of two changes of the same version through, and shows the other what is there now', async () => {
    const source = await add('Race');
    const answers = await Promise.all(['one', 'two', 'three', 'four'].map((name) => change(source, { name })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    const won = answers.find(({ status }) => status === 200)?.body;
    expect(answers.find(({ status }) => status === 412)?.body).toMatchObject({
      code: 'stale',
      current: { name: won?.name, etag: '"r2"' },
    });
    expect(await eventsOf(source.id)).toHaveLength(2);
  });

  it('needs a description of a protected source, also when a change protects it', async () => {
    const source = await add('Kilde X');
    expect(await change(source, { protected: true })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/description' }] },
    });
    expect(await change(source, { protected: true, description: 'en kilde i departementet' })).toMatchObject({
      status: 200,
      body: { protected: true },
    });
  });

  it('keeps any text in canonical form, and never fails on it', async () => {
    const strange = '\u0000A\u030A\uD800\uFEFF b\r\nc';
    const { name, aliases, note, url } = await add(strange, {
      aliases: [strange],
      note: strange,
      url: 'https://a.example/\u0000x\uD800',
    });
    expect({ name, aliases, note, url }).toEqual({
      name: 'Å\uFFFD b c',
      aliases: ['Å\uFFFD b c'],
      note: 'Å\uFFFD b\nc',
      url: 'https://a.example/x\uFFFD',
    });
  });

  describe('origin', () => {
    it('has to be a source of this newsroom', async () => {
      const theirs = await add('Theirs', {}, other);
      const ours = await add('Ours');
      const refused = {
        status: 422,
        body: { code: 'invalid', errors: [{ pointer: '/originId', detail: 'This source does not exist.' }] },
      };
      expect(
        await editor.call('POST', '/api/sources', { kind: 'other', name: 'x', originId: theirs.id }),
      ).toMatchObject(refused);
      expect(await change(ours, { originId: theirs.id })).toMatchObject(refused);
    });

    it('closes no circle, neither alone nor through others', async () => {
      const a = await add('A');
      const b = await add('B', { originId: a.id });
      const c = await add('C', { originId: b.id });
      for (const origin of [a, c])
        expect(await change(a, { originId: origin.id })).toMatchObject({ status: 422, body: { code: 'circle' } });
      expect((await change(c, { originId: null })).body.originId).toBeUndefined();
      expect((await change(a, { originId: c.id })).status).toBe(200);
    });

    it('closes no circle by changes at once', async () => {
      for (let round = 0; round < 10; round += 1) {
        const ring = await Promise.all(['1', '2', '3', '4'].map((name) => add(`ring ${name}`)));
        const answers = await Promise.all(
          ring.map((source, i) => change(source, { originId: ring[(i + 1) % ring.length]!.id })),
        );
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 422]);
      }
    });
  });

  describe('that look like one that is there', () => {
    const create = (source: object, by = writer) =>
      by.call<Problem & SourceView>('POST', '/api/sources', { kind: 'newspaper', ...source });
    let writer: Caller;
    beforeAll(async () => {
      writer = await app.member(await app.newsroom('Similar'), ['editor']);
      await create({ name: 'Taipei Times', url: 'https://www.taipeitimes.com/', aliases: ['台北時報'] });
      await create({ name: 'KCNA' });
    });

    it.each([
      ['other case', { name: 'TAIPEI TIMES' }],
      ['two spaces', { name: 'Taipei  Times' }],
      ['letters of another script', { name: 'Таipei Тimеs' }],
      ['an alias', { name: '台北時報' }],
      ['an alias of its own', { name: 'TT', aliases: ['taipei times'] }],
      ['an address on the domain', { name: 'TT', url: 'http://archive.taipeitimes.com/x' }],
      ['a domain', { name: 'TT', domains: ['TaipeiTimes.com'] }],
    ])('are refused, with the one that is there: %s', async (_, source) => {
      const { status, body } = await create(source);
      expect([status, body.code, body.similar?.map(({ name }) => name)]).toEqual([409, 'similar', ['Taipei Times']]);
      const made = await create({ ...source, evenIfSimilar: true });
      expect(made.status).toBe(201);
      expect((await retire(made.body, writer)).status).toBe(204);
    });

    it('are added where nothing is alike, or in another newsroom', async () => {
      expect((await create({ name: 'Japan Times', url: 'https://japantimes.example/' })).status).toBe(201);
      expect((await create({ name: 'Taipei Times' }, other)).status).toBe(201);
    });

    it('are added once, when two add the same at once', async () => {
      const answers = await Promise.all([1, 2, 3].map(() => create({ name: 'Samtidig Avis' })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    });

    it('are told apart for counting once one is said to be distinct', async () => {
      const { body } = await create({ name: 'kcna', evenIfSimilar: true });
      const { body: kcna } = await writer.call<List>('GET', '/api/sources?q=KCNA');
      expect(kcna.items.every(({ keys }) => keys.includes('name:kcna'))).toBe(true);
      expect((await change(body, { distinct: true }, writer)).body.keys).toEqual([]);
    });

    it('are found by the domain of a link, before those that were cited with one on it', async () => {
      const byLink = async (link: string) =>
        (await writer.call<List>('GET', `/api/sources?link=${encodeURIComponent(link)}`)).body.items.map(
          ({ name }) => name,
        );
      expect(await byLink('https://www.taipeitimes.com/News/front/archives/2024/11/01/1')).toEqual(['Taipei Times']);
      expect(await byLink('https://nytt.taipeitimes.com/x')).toEqual(['Taipei Times']);
      expect(await byLink('https://taipeitimes.example/x')).toEqual([]);
      expect((await writer.call('GET', '/api/sources?link=nonsense')).status).toBe(422);
    });
  });

  describe('retiring', () => {
    it('hides it for good, and the log keeps it', async () => {
      const source = await add('Gone');
      expect(await retire(source)).toMatchObject({ status: 204, text: '' });
      expect((await editor.call('GET', `/api/sources/${source.id}`)).status).toBe(404);
      expect((await change(source, { name: 'back' })).status).toBe(404);
      expect(await namesFor('Gone')).toEqual([]);
      expect((await eventsOf(source.id)).map(({ type }) => type)).toEqual(['source.created', 'source.retired']);
    });

    it('is refused while another source repeats it', async () => {
      const agency = await add('Agency');
      const paper = await add('Paper', { originId: agency.id });
      expect(await retire(agency)).toMatchObject({ status: 409, body: { code: 'in-use' } });
      await retire(paper);
      expect((await retire(agency)).status).toBe(204);
    });

    it('never leaves a source that repeats a retired one, when both are tried at once', async () => {
      for (let round = 0; round < 20; round += 1) {
        const agency = await add('Agency');
        const [retired, linked] = await Promise.all([
          retire(agency),
          editor.call('POST', '/api/sources', {
            kind: 'other',
            name: 'repeats',
            originId: agency.id,
            evenIfSimilar: true,
          }),
        ]);
        expect([
          [204, 422],
          [409, 201],
        ]).toContainEqual([retired.status, linked.status]);
      }
    });
  });

  describe('walls', () => {
    it('answers nobody, another newsroom and a role that may not, before it looks at what was sent', async () => {
      const source = await add('Walled');
      const path = `/api/sources/${source.id}`;
      for (const method of ['PATCH', 'DELETE'] as const) {
        expect((await app.nobody.call(method, path, { bad: 1 })).status).toBe(401);
        expect((await other.call(method, path, { bad: 1 })).status).toBe(404);
        expect((await admin.call(method, path, { bad: 1 })).status).toBe(403);
        expect((await editor.call(method, path, { name: 'x' })).status).toBe(428);
      }
      expect((await other.call('GET', path)).status).toBe(404);
      expect((await admin.call('POST', '/api/sources', { kind: 'other', name: 'x' })).status).toBe(403);
      expect((await admin.call('GET', path)).status).toBe(200);
      expect((await other.call<List>('GET', '/api/sources?q=Walled')).body.items).toEqual([]);
    });

    it("takes no field that is not the caller's to set", async () => {
      const source = await add('Strict');
      for (const field of ['id', 'newsroomId', 'version', 'retiredAt', 'uses', 'etag']) {
        expect(await editor.call('POST', '/api/sources', { kind: 'other', name: 'x', [field]: 1 })).toMatchObject({
          status: 422,
        });
        expect(await change(source, { [field]: 1 })).toMatchObject({ status: 422 });
      }
    });
  });
});
