import type { AnnotationRevisionView, AnnotationView, Problem } from '@belegg/contract';
import { TestTeam } from '../test/team';
import type { TestArticle } from '../test/article';

type List<Item> = { items: Item[]; nextCursor?: string };
const unknownId = '01890000-0000-7000-8000-000000000000';

describe('Annotations', () => {
  let team: TestTeam;
  let article: TestArticle;

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  beforeEach(async () => {
    article = await team.article();
  });
  afterAll(() => team.close());

  const create = (body: object, by = team.editor) =>
    by.call<AnnotationView>('POST', `/api/articles/${article.id}/annotations`, body);
  const rows = (id: string) =>
    team.app.database.inNewsroom(team.newsroomId, (tx) => tx.annotationRevision.count({ where: { annotationId: id } }));

  describe('creating', () => {
    it('answers with the draft, its place made unique, and a strong ETag in body and header', async () => {
      const sourceId = await team.source();
      const citation = {
        sourceId,
        stance: 'supports',
        url: 'https://kcna.kp/1',
        quote: '로케트',
        quoteLanguage: 'ko',
        translation: 'rakett',
        accessedAt: '2024-12-01',
      };
      const { status, body, headers } = await create({
        selector: article.select('4600'),
        verdict: 'denied',
        rationale: '**Nei**',
        citations: [citation],
        articleRevision: 1,
      });
      expect(status).toBe(201);
      expect(headers['etag']).toBe(body.etag);
      expect(body.etag).toMatch(/^"a1\.r1\.v1"$/);
      expect(body).toMatchObject({
        articleId: article.id,
        revision: 1,
        status: 'draft',
        verdict: 'denied',
        rationale: '**Nei**',
        anchor: { outcome: 'unchanged' },
        articleRevision: 1,
        steps: [],
        selector: article.select('4600'),
        authors: [{ name: 'Eva' }],
        citations: [{ ...citation, locator: '', protected: false }],
      });
      expect(await team.get(body.id)).toEqual({ ...body, others: [] });
      expect(await team.events(article.id)).toMatchObject([
        {
          type: 'annotation.created',
          seq: 1,
          subjectId: body.id,
          data: { after: { verdict: 'denied', exact: '4600' } },
        },
      ]);
    });

    it('describes a passage that occurs twice by what surrounds it, or keeps what was sent', async () => {
      const told = await team.annotate(article, 'Japan');
      expect(told.selector[1]).toMatchObject({ exact: 'Japan', prefix: 'over ' });
      const [position, quote] = article.select('Japan');
      const kept = await create({
        selector: [position, { ...quote, prefix: 'fløy over ', suffix: '\nNord' }],
        verdict: 'confirmed',
      });
      expect(kept.body.selector[1]).toMatchObject({ prefix: 'fløy over ', suffix: '\nNord' });
    });

    it('counts in code points', async () => {
      article = await team.article('🚀🚀 Raketten 👩‍🚀 fløy.');
      const selector = [
        { type: 'TextPositionSelector', start: 3, end: 11 },
        { type: 'TextQuoteSelector', exact: 'Raketten' },
      ];
      expect(await create({ selector, verdict: 'confirmed' })).toMatchObject({ status: 201, body: { selector } });
    });

    it('refuses a selector whose parts do not agree with each other and the text', async () => {
      const [position, quote] = article.select('rakett tirsdag');
      const wrong = [
        [{ ...position, start: position.start + 1 }, quote],
        [{ ...position, end: 9999 }, quote],
        [position, { ...quote, exact: 'rakett onsdag!' }],
        [position, { ...quote, prefix: 'to ' }],
        [position, { ...quote, suffix: ' og' }],
      ];
      for (const selector of wrong)
        expect(await create({ selector, verdict: 'confirmed' })).toMatchObject({
          status: 422,
          body: { code: 'selector-mismatch' },
        });
      expect(await team.events(article.id)).toEqual([]);
    });

    it('refuses a text that is no longer current with 412, and says which is', async () => {
      const selector = article.select('tirsdag');
      await article.revise('Nord-Korea skjøt opp en rakett onsdag.');
      expect(await create({ selector, verdict: 'confirmed', articleRevision: 1 })).toMatchObject({
        status: 412,
        body: { code: 'stale', current: { revision: 2 } },
      });
      expect(await create({ selector, verdict: 'confirmed' })).toMatchObject({
        status: 422,
        body: { code: 'selector-mismatch' },
      });
      expect(
        (await create({ selector: article.select('onsdag'), verdict: 'confirmed', articleRevision: 2 })).status,
      ).toBe(201);
    });

    it('names each citation, source and piece of evidence that is not there', async () => {
      const sourceId = await team.source();
      const { body: theirs } = await team.stranger.call<{ id: string }>('POST', '/api/sources', {
        kind: 'other',
        name: 'Theirs',
      });
      const citations = [
        { sourceId, stance: 'supports' },
        { sourceId: unknownId, stance: 'supports' },
        { sourceId: theirs.id, stance: 'context' },
        { sourceId, stance: 'refutes', evidence: 'a'.repeat(64) },
        { id: unknownId, sourceId, stance: 'supports' },
      ];
      const { status, body } = await create({ selector: article.select('tirsdag'), verdict: 'confirmed', citations });
      expect(status).toBe(422);
      expect(body).toMatchObject({
        errors: [
          { pointer: '/citations/1/sourceId', detail: 'This source does not exist.' },
          { pointer: '/citations/2/sourceId' },
          { pointer: '/citations/3/evidence', detail: 'This evidence does not exist.' },
          { pointer: '/citations/4/id' },
        ],
      });
    });
  });

  describe('editing', () => {
    it('appends a revision by its author, keeps the ids of citations, and tells the log before and after', async () => {
      const sourceId = await team.source();
      const first = await team.annotate(article, 'tirsdag', {
        citations: [
          { sourceId, stance: 'supports' },
          { sourceId, stance: 'context', locator: 's. 3' },
        ],
      });
      const [kept, dropped] = first.citations;
      const { status, body, headers } = await team.edit(
        first,
        {
          verdict: 'disputed',
          citations: [
            { sourceId, stance: 'refutes' },
            { ...kept, quote: 'sitat' },
          ],
        },
        team.colleague,
      );
      expect(status).toBe(200);
      expect(body).toMatchObject({
        revision: 2,
        verdict: 'disputed',
        rationale: first.rationale,
        authors: [{ name: 'Eva' }, { name: 'Ola' }],
      });
      expect(body.citations.map(({ id }) => id)).toEqual([
        expect.not.stringMatching(new RegExp(`${kept!.id}|${dropped!.id}`)),
        kept!.id,
      ]);
      expect(headers['etag']).toBe(body.etag);
      expect(body.etag).not.toBe(first.etag);
      expect((await team.events(article.id))[1]).toMatchObject({
        type: 'annotation.edited',
        actorId: team.colleague.actor.accountId,
        data: { annotationRevision: 2, before: { verdict: 'confirmed' }, after: { verdict: 'disputed' } },
      });
    });

    it('makes nothing of no change', async () => {
      const sourceId = await team.source();
      const first = await team.annotate(article, 'tirsdag', {
        rationale: 'x',
        citations: [{ sourceId, stance: 'supports', url: 'https://a.example/' }],
      });
      const same = [
        {},
        { verdict: first.verdict },
        { rationale: 'x' },
        { citations: first.citations },
        { selector: first.selector },
        { selector: article.select('tirsdag') },
      ];
      for (const body of same)
        expect(await team.edit(first, body)).toMatchObject({ status: 200, body: { etag: first.etag, revision: 1 } });
      expect(await rows(first.id)).toBe(1);
      expect(await team.events(article.id)).toHaveLength(1);
    });

    it('moves to another passage of the text without losing what it holds', async () => {
      const first = await team.annotate(article, 'tirsdag', {
        rationale: 'fordi',
        citations: [{ sourceId: await team.source(), stance: 'supports' }],
      });
      const { body } = await team.edit(first, { selector: article.select('skjøt opp en rakett tirsdag') });
      expect(body).toMatchObject({
        revision: 2,
        rationale: 'fordi',
        citations: first.citations,
        selector: article.select('skjøt opp en rakett tirsdag'),
      });
      expect(
        await team.edit(body, {
          selector: [
            { type: 'TextPositionSelector', start: 0, end: 3 },
            { type: 'TextQuoteSelector', exact: 'nei' },
          ],
        }),
      ).toMatchObject({ status: 422, body: { code: 'selector-mismatch' } });
    });

    it('refuses citations of other annotations, and one twice', async () => {
      const sourceId = await team.source();
      const cite = { citations: [{ sourceId, stance: 'supports' }] };
      const [one, two] = [await team.annotate(article, 'tirsdag', cite), await team.annotate(article, 'rakett', cite)];
      const foreign = await team.edit(one, { citations: [one.citations[0], two.citations[0]] });
      expect(foreign).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/citations/1/id', detail: 'The annotation has no such citation.' }] },
      });
      const twice = await team.edit(one, { citations: [one.citations[0], one.citations[0]] });
      expect(twice).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/citations/1/id', detail: 'The same is there twice.' }] },
      });
    });

    it('lets one of several edits of the same state through; the others get 412 with what is there now', async () => {
      for (let round = 0; round < 10; round += 1) {
        const first = await team.annotate(article, 'tirsdag');
        const answers = await Promise.all(['a', 'b', 'c'].map((rationale) => team.edit(first, { rationale })));
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
        const won = answers.find(({ status }) => status === 200)!.body;
        for (const { body } of answers.filter(({ status }) => status === 412))
          expect(body).toMatchObject({ code: 'stale', current: { rationale: won.rationale, etag: won.etag } });
        expect(await rows(first.id)).toBe(2);
      }
    });
  });

  it('keeps any text in canonical form, and never fails on it', async () => {
    const strange = '\u0000A\u030A\uD800\uFEFF b\r\nc';
    const [text, line] = ['Å\uFFFD b\nc', 'Å\uFFFD b c'];
    const citation = {
      sourceId: await team.source(),
      stance: 'supports',
      locator: strange,
      quote: strange,
      translation: strange,
      url: 'https://a.example/\u0000',
    };
    const annotation = await team.annotate(article, 'tirsdag', { rationale: strange, citations: [citation] });
    expect(annotation).toMatchObject({
      rationale: text,
      citations: [{ locator: line, quote: text, translation: text, url: 'https://a.example/' }],
    });
    const submitted = (await team.act(annotation, 'submit', team.editor, strange)).body;
    expect(submitted.steps).toMatchObject([{ comment: text }]);
    const [position, quote] = article.select('tirsdag');
    for (const exact of [strange, '\uD800', '\u0000']) {
      expect(await create({ selector: [position, { ...quote, exact }], verdict: 'confirmed' })).toMatchObject({
        status: 422,
        body: { code: 'selector-mismatch' },
      });
      expect((await create({ selector: [position, { ...quote, prefix: exact }], verdict: 'confirmed' })).status).toBe(
        422,
      );
    }
  });

  it('refuses a rationale whose markup nobody could read in time, and says where', async () => {
    const { status, body } = await team.editor.call<Problem>('POST', `/api/articles/${article.id}/annotations`, {
      selector: article.select('tirsdag'),
      verdict: 'confirmed',
      rationale: '>'.repeat(19_000),
    });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer: '/rationale' }]);
  });

  it('tells its history, the latest first, with what was decided on each revision', async () => {
    const submitted = await team.submitted(article, 'tirsdag');
    const returned = (await team.act(submitted, 'return', team.reviewer, 'Finn kilde')).body;
    await team.edit(returned, { rationale: 'Nå med kilde' }, team.colleague);
    const { body } = await team.reviewer.call<List<AnnotationRevisionView>>(
      'GET',
      `/api/annotations/${submitted.id}/history`,
    );
    expect(body.items).toMatchObject([
      { number: 2, rationale: 'Nå med kilde', author: { name: 'Ola' }, steps: [] },
      {
        number: 1,
        rationale: '',
        author: { name: 'Eva' },
        steps: [
          { kind: 'submitted', by: { name: 'Eva' } },
          { kind: 'returned', comment: 'Finn kilde', by: { name: 'Rita' } },
        ],
      },
    ]);
  });

  it('lists in the order of the text, without what was retired', async () => {
    const late = await team.annotate(article, 'øvelse');
    const early = await team.annotate(article, 'Nord-Korea');
    const inner = await team.annotate(article, 'Nord');
    await team.act(await team.annotate(article, 'tirsdag'), 'retire', team.editor);
    const { body } = await team.admin.call<List<AnnotationView>>('GET', `/api/articles/${article.id}/annotations`);
    expect(body).toEqual({ items: [inner, early, late] });
  });

  it('tells where a source is cited now, with the status there', async () => {
    const sourceId = await team.source();
    const cite = { citations: [{ sourceId, stance: 'supports' }] };
    const [one, two, gone] = [
      await team.annotate(article, 'tirsdag', cite),
      await team.annotate(article, 'rakett', cite),
      await team.annotate(article, 'Hansen', cite),
    ];
    await team.act(one, 'submit', team.editor);
    await team.edit(two, { citations: [] });
    await team.act(gone, 'retire', team.editor);
    const uses = await team.editor.call('GET', `/api/sources/${sourceId}/uses`);
    expect(uses.body).toEqual({
      items: [
        {
          annotationId: one.id,
          article: { id: article.id, title: 'Raketten over Japan' },
          exact: 'tirsdag',
          verdict: 'confirmed',
          status: 'submitted',
          stance: 'supports',
        },
      ],
    });
    expect((await team.editor.call<{ uses: number }>('GET', `/api/sources/${sourceId}`)).body.uses).toBe(1);
    expect((await team.stranger.call('GET', `/api/sources/${sourceId}/uses`)).status).toBe(404);
  });

  describe('and sources', () => {
    const retire = (id: string) => team.editor.call('DELETE', `/api/sources/${id}`, undefined, { 'if-match': '"r1"' });

    it('keep a source in use from being retired, until nothing says so any more', async () => {
      const sourceId = await team.source();
      const cited = await team.annotate(article, 'tirsdag', { citations: [{ sourceId, stance: 'supports' }] });
      expect(await retire(sourceId)).toMatchObject({ status: 409, body: { code: 'in-use' } });
      await team.edit(cited, { citations: [] });
      expect((await retire(sourceId)).status).toBe(204);
      const again = await create({
        selector: article.select('tirsdag'),
        verdict: 'confirmed',
        citations: [{ sourceId, stance: 'supports' }],
      });
      expect(again).toMatchObject({ status: 422, body: { errors: [{ pointer: '/citations/0/sourceId' }] } });
    });

    it('are linked or retired, never both, when tried at once', async () => {
      const first = await team.annotate(article, 'tirsdag');
      let [linked, retired] = [0, 0];
      for (let round = 0; round < 30; round += 1) {
        const sourceId = await team.source();
        const link = () =>
          round % 2 === 0
            ? create({
                selector: article.select('tirsdag'),
                verdict: 'confirmed',
                citations: [{ sourceId, stance: 'supports' }],
              })
            : team.get(first.id).then((now) => team.edit(now, { citations: [{ sourceId, stance: 'supports' }] }));
        const [retiring, linking] = await Promise.all([retire(sourceId), link()]);
        if (retiring.status === 204) {
          expect(linking).toMatchObject({ status: 422, body: { errors: [{ pointer: '/citations/0/sourceId' }] } });
          retired += 1;
        } else {
          expect(retiring.status).toBe(409);
          expect([200, 201]).toContain(linking.status);
          linked += 1;
        }
      }
      expect(linked + retired).toBe(30);
    });
  });

  describe('walls', () => {
    it('answers nobody, another newsroom and a role that may not, before it looks at what was sent', async () => {
      const annotation = await team.annotate(article, 'tirsdag');
      const path = `/api/annotations/${annotation.id}`;
      const bad = { bad: 1 };
      const calls = [
        ['POST', `/api/articles/${article.id}/annotations`],
        ['PATCH', path],
        ['DELETE', path],
        ...['submit', 'withdraw', 'approve', 'return'].map((action) => ['POST', `${path}/${action}`] as const),
      ] as const;
      for (const [method, at] of calls) {
        expect((await team.app.nobody.call(method, at, bad)).status).toBe(401);
        expect((await team.stranger.call(method, at, bad)).status).toBe(404);
        expect((await team.admin.call(method, at, bad)).status).toBe(403);
        if (at !== calls[0][1]) expect((await team.reviewer.call(method, at, bad)).status).toBe(428);
      }
      for (const at of [`/api/articles/${article.id}/annotations`, path, `${path}/history`]) {
        expect((await team.app.nobody.call('GET', at)).status).toBe(401);
        expect((await team.stranger.call('GET', at)).status).toBe(404);
        expect((await team.admin.call('GET', at)).status).toBe(200);
      }
      for (const action of ['approve', 'return']) {
        expect(
          (await team.colleague.call('POST', `${path}/${action}`, { comment: 'x' }, { 'if-match': annotation.etag }))
            .status,
        ).toBe(403);
      }
    });

    it("takes no field that is not the caller's to set", async () => {
      const annotation = await team.annotate(article, 'tirsdag');
      for (const field of [
        'status',
        'newsroomId',
        'authorId',
        'revision',
        'authors',
        'steps',
        'anchor',
        'etag',
        'createdAt',
      ]) {
        expect(
          await create({ selector: article.select('tirsdag'), verdict: 'confirmed', [field]: 'approved' }),
        ).toMatchObject({ status: 422, body: { code: 'invalid' } });
        expect(await team.edit(annotation, { [field]: 'approved' })).toMatchObject({
          status: 422,
          body: { code: 'invalid' },
        });
        const submit = await team.editor.call(
          'POST',
          `/api/annotations/${annotation.id}/submit`,
          { [field]: 'approved' },
          { 'if-match': annotation.etag },
        );
        expect(submit).toMatchObject({ status: 422 });
      }
      expect(await team.get(annotation.id)).toEqual({ ...annotation, others: [] });
    });
  });
});
