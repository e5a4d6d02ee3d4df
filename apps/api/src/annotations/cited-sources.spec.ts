import type { AnnotationView, ArticleView, NewSource, SourceUse, SourceView } from '@belegg/contract';
import type { TestArticle } from '../test/article';
import { TestTeam } from '../test/team';
import type { Caller } from '../test/test-app';

type Settled = { annotations: number; left: number };
const claim = 'Den fløy 4600 kilometer.';

describe('A source that is cited', () => {
  let team: TestTeam;
  let article: TestArticle;

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  beforeEach(async () => {
    article = await team.article();
  });
  afterAll(() => team.close());

  const add = async (name: string, more: Partial<NewSource> = {}) =>
    (
      await team.editor.call<SourceView>('POST', '/api/sources', {
        kind: 'newsAgency',
        name,
        evenIfSimilar: true,
        ...more,
      })
    ).body;
  const get = async (id: string) => (await team.editor.call<SourceView>('GET', `/api/sources/${id}`)).body;
  const change = async (id: string, body: object, by = team.editor) =>
    (await by.call<SourceView>('PATCH', `/api/sources/${id}`, body, { 'if-match': (await get(id)).etag })).body;
  const cite = (...citations: object[]) =>
    team.annotate(article, claim, { citations: citations.map((citation) => ({ stance: 'supports', ...citation })) });
  const approve = async (annotation: AnnotationView) =>
    (await team.act((await team.act(annotation, 'submit', team.editor)).body, 'approve', team.reviewer)).body;
  const settle = (
    { id, etag }: Pick<AnnotationView, 'id' | 'etag'>,
    sourceId: string,
    what: 'take-over' | 'no-difference',
    by: Caller = team.editor,
    body: object = {},
  ) =>
    by.call<AnnotationView>('POST', `/api/annotations/${id}/sources/${sourceId}/${what}`, body, { 'if-match': etag });
  const settleAll = ({ id, etag }: SourceView, what: 'take-over' | 'no-difference', by: Caller = team.editor) =>
    by.call<Settled>('POST', `/api/sources/${id}/${what}`, undefined, { 'if-match': etag });
  const typesOf = async () => (await team.events(article.id)).map(({ type }) => type);

  describe('and changes', () => {
    it('stays under an approval as it was cited, marked as changed since', async () => {
      const { id } = await add('KCNA');
      const approved = await approve(await cite({ sourceId: id }));
      await change(id, { name: 'Taipei Times', kind: 'newspaper', url: 'https://taipeitimes.example/' });
      await change(id, { name: 'Reuters' });
      const now = await team.get(approved.id);
      expect(now).toMatchObject({ status: 'approved', etag: approved.etag, revision: 1 });
      expect(now.citations).toMatchObject([
        { sourceRevision: 1, cited: { name: 'KCNA', kind: 'newsAgency' }, sourceChanged: true },
      ]);
      const { body: uses } = await team.editor.call<{ items: SourceUse[] }>('GET', `/api/sources/${id}/uses`);
      expect(uses.items).toMatchObject([{ annotationId: approved.id, sourceChanged: true }]);
    });

    it('is told in each article that rests on it, once, and in no other', async () => {
      const agency = await add('Byrået');
      const paper = await add('Avisen', { originId: agency.id });
      await cite({ sourceId: agency.id });
      await team.annotate(article, 'tirsdag', { citations: [{ sourceId: paper.id, stance: 'context' }] });
      const other = await team.article();
      await team.annotate(other, claim, { citations: [{ sourceId: paper.id, stance: 'supports' }] });
      const untouched = await team.article();
      await team.annotate(untouched, claim);
      await change(agency.id, { name: 'Det nye byrået' });
      for (const [{ id }, count] of [
        [article, 1],
        [other, 1],
        [untouched, 0],
      ] as const) {
        const told = (await team.events(id)).filter(({ type }) => type === 'article.sourceEdited');
        expect(told).toHaveLength(count);
        expect(told.map(({ subjectId, data }) => [subjectId, data])).toEqual(
          Array.from({ length: count }, () => [
            agency.id,
            {
              revision: 2,
              fields: ['name'],
              before: { name: 'Byrået', kind: 'newsAgency' },
              after: { name: 'Det nye byrået', kind: 'newsAgency' },
            },
          ]),
        );
      }
      expect((await team.events(article.id)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    });

    it('stands in the way of nobody who undoes what they did before', async () => {
      const { id } = await add('KCNA');
      const annotation = await cite({ sourceId: id });
      await team.edit(annotation, { rationale: 'Målt.' });
      await change(id, { name: 'Reuters' });
      expect((await team.editor.call('POST', `/api/articles/${article.id}/undo`, {})).status).toBe(200);
      expect(await team.get(annotation.id)).toMatchObject({
        rationale: '',
        citations: [{ sourceRevision: 1, cited: { name: 'KCNA' }, sourceChanged: true }],
      });
    });

    it('is cited as it is now by a new citation, and as before by one that was there', async () => {
      const { id } = await add('KCNA');
      const before = await cite({ sourceId: id });
      await change(id, { name: 'Reuters' });
      const [{ id: citationId } = { id: '' }] = before.citations;
      const { body: after } = await team.edit(before, {
        citations: [
          { id: citationId, sourceId: id, stance: 'supports', quote: 'ny' },
          { sourceId: id, stance: 'context' },
          { sourceId: id, stance: 'context', sourceRevision: 1 },
        ],
      });
      expect(after.citations.map(({ sourceRevision, cited }) => [sourceRevision, cited.name])).toEqual([
        [1, 'KCNA'],
        [2, 'Reuters'],
        [1, 'KCNA'],
      ]);
      const wrong = await team.edit(after, { citations: [{ sourceId: id, stance: 'supports', sourceRevision: 3 }] });
      expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/citations/0/sourceRevision' }] } });
    });

    it('never puts an unseen name under an approval, however the two meet', async () => {
      const sources = [await add('A1'), await add('A2')];
      for (let round = 0; round < 200; round += 1) {
        const { id } = sources[round % 2]!;
        if (round % 50 === 0) article = await team.article();
        const seen = (await team.act(await cite({ sourceId: id }), 'submit', team.editor)).body;
        const [cited] = seen.citations;
        const [renamed, { body, status }] = await Promise.all([
          change(id, { name: `Byrå ${round}` }),
          team.act(seen, 'approve', team.reviewer),
        ]);
        expect([renamed.name, status, body.status]).toEqual([`Byrå ${round}`, 200, 'approved']);
        const { citations } = await team.get(seen.id);
        expect(citations).toMatchObject([{ ...cited, sourceChanged: true }]);
        expect(citations[0]?.cited.name).not.toBe(renamed.name);
      }
    }, 120_000);

    it('is locked by nobody who waits for it: changes and citations at once all come through', async () => {
      const { id } = await add('Travel');
      for (let round = 0; round < 10; round += 1) {
        const others = await Promise.all([team.article(), team.article(), team.article()]);
        const answers = await Promise.all([
          ...others.map((one) =>
            team.annotate(one, claim, { citations: [{ sourceId: id, stance: 'supports' }] }).then(() => 201),
          ),
          change(id, { note: `${round}` }).then(({ note }) => note),
        ]);
        expect(answers).toEqual([201, 201, 201, `${round}`]);
      }
    });
  });

  describe('taken over', () => {
    it('makes a new revision, to be approved again, whose author cannot approve it', async () => {
      const { id } = await add('KCNA');
      const approved = await approve(await cite({ sourceId: id, quote: '4600 km' }));
      await change(id, { name: 'Korean Central News Agency' });
      const { status, body } = await settle(approved, id, 'take-over', team.reviewer);
      expect([status, body.status, body.revision]).toEqual([200, 'lapsed', 2]);
      expect(body.citations).toMatchObject([
        { id: approved.citations[0]?.id, sourceRevision: 2, cited: { name: 'Korean Central News Agency' } },
      ]);
      expect(body.citations[0]).not.toHaveProperty('sourceChanged');
      const { body: submitted } = await team.act(body, 'submit', team.editor);
      expect((await team.act(submitted, 'approve', team.reviewer)).status).toBe(403);
      expect((await team.act(submitted, 'approve', team.reviewer2)).status).toBe(200);
      expect((await typesOf()).filter((type) => type === 'annotation.edited')).toHaveLength(1);
    });

    it('does nothing where nothing has changed, and is refused to who has not seen the latest state', async () => {
      const { id } = await add('KCNA');
      const annotation = await cite({ sourceId: id });
      expect((await settle(annotation, id, 'take-over')).body).toEqual(annotation);
      await change(id, { name: 'Reuters' });
      const edited = (await team.edit(annotation, { rationale: 'Ny' })).body;
      expect((await settle(annotation, id, 'take-over')).status).toBe(412);
      expect((await settle(edited, id, 'take-over', team.admin)).status).toBe(403);
      expect((await settle(edited, id, 'take-over', team.stranger)).status).toBe(404);
      expect((await settle(edited, (await add('Annen')).id, 'take-over')).status).toBe(404);
    });

    it('takes the revision that was looked at, not one that came since', async () => {
      const { id } = await add('KCNA');
      const annotation = await cite({ sourceId: id });
      await change(id, { name: 'Sett' });
      await change(id, { name: 'Usett' });
      const { body } = await settle(annotation, id, 'take-over', team.editor, { sourceRevision: 2 });
      expect(body.citations).toMatchObject([{ sourceRevision: 2, cited: { name: 'Sett' }, sourceChanged: true }]);
      expect((await settle(body, id, 'take-over', team.editor, { sourceRevision: 4 })).status).toBe(422);
    });

    it('takes over for all at once, and leaves those whose words are gone', async () => {
      const source = await add('KCNA');
      const approved = await approve(await cite({ sourceId: source.id }));
      const lost = await team.annotate(article, 'Ingen ble skadd, sier Hansen.', {
        citations: [{ sourceId: source.id, stance: 'supports' }],
      });
      const other = await team.article();
      await team.annotate(other, claim, { citations: [{ sourceId: source.id, stance: 'supports' }] });
      const content = article.text.text.replace('Ingen ble skadd, sier Hansen.', 'Her er helt andre ord kommet inn.');
      const { etag } = (await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}`)).body;
      const revised = { format: 'text', content };
      await team.editor.call('POST', `/api/articles/${article.id}/revisions`, revised, { 'if-match': etag });
      const changed = await change(source.id, { name: 'Reuters' });
      expect((await settleAll(source, 'take-over')).status).toBe(412);
      expect(await settleAll(changed, 'take-over')).toMatchObject({
        status: 200,
        body: { annotations: 2, left: 1 },
      });
      expect((await team.get(approved.id)).citations).toMatchObject([{ cited: { name: 'Reuters' } }]);
      expect((await team.get(approved.id)).status).toBe('lapsed');
      expect((await team.get(lost.id)).citations).toMatchObject([{ cited: { name: 'KCNA' }, sourceChanged: true }]);
      expect((await settleAll(changed, 'take-over')).body).toEqual({ annotations: 0, left: 1 });
    });
  });

  describe('said to make no difference', () => {
    it('keeps the approval, says so in the log, and lasts until the next change', async () => {
      const { id } = await add('KCNA');
      const approved = await approve(await cite({ sourceId: id }));
      await change(id, { note: 'Statlig' });
      const { body } = await settle(approved, id, 'no-difference');
      expect(body).toMatchObject({ status: 'approved', revision: 1, etag: approved.etag });
      expect(body.citations[0]).not.toHaveProperty('sourceChanged');
      expect((await typesOf()).at(-1)).toBe('annotation.noDifference');
      const events = (await typesOf()).length;
      await settle(approved, id, 'no-difference');
      expect(await typesOf()).toHaveLength(events);
      await change(id, { note: 'Ikke statlig' });
      expect((await team.get(approved.id)).citations).toMatchObject([{ sourceRevision: 1, sourceChanged: true }]);
    });

    it('holds for all that rest on it at once', async () => {
      const { id } = await add('KCNA');
      const other = await team.article();
      const annotations = [
        await cite({ sourceId: id }),
        await team.annotate(other, claim, { citations: [{ sourceId: id, stance: 'supports' }] }),
      ];
      const changed = await change(id, { note: 'Statlig' });
      expect((await settleAll(changed, 'no-difference', team.admin)).status).toBe(403);
      expect((await settleAll(changed, 'no-difference', team.stranger)).status).toBe(404);
      expect((await settleAll(changed, 'no-difference')).body).toEqual({ annotations: 2, left: 0 });
      for (const annotation of annotations)
        expect((await team.get(annotation.id)).citations[0]).not.toHaveProperty('sourceChanged');
    });
  });

  it('is found by a link on a domain where it was cited before', async () => {
    const { id } = await add('Uten adresse');
    await cite({ sourceId: id, url: 'https://www.et-domene.example/a' });
    const find = async (by: Caller) =>
      (
        await by.call<{ items: SourceView[] }>(
          'GET',
          `/api/sources?link=${encodeURIComponent('https://nytt.et-domene.example/b')}`,
        )
      ).body.items.map((source) => source.id);
    expect(await find(team.editor)).toEqual([id]);
    expect(await find(team.stranger)).toEqual([]);
  });

  describe('and relays', () => {
    const lineageOf = ({ citations }: AnnotationView) =>
      citations.map(({ lineage }) => lineage.map(({ name }) => name));

    it('goes by what the citation says, or else by what the source said when it was cited', async () => {
      const agency = await add('KCNA');
      const paper = await add('Taipei Times', { originId: agency.id });
      const annotation = await cite(
        { sourceId: paper.id },
        { sourceId: paper.id, relays: null },
        { sourceId: agency.id, relays: paper.id },
      );
      expect(lineageOf(annotation)).toEqual([['KCNA'], [], ['Taipei Times']]);
      await change(paper.id, { originId: null });
      expect(lineageOf(await team.get(annotation.id))).toEqual([['KCNA'], [], ['Taipei Times']]);
      const { body } = await settle(await team.get(annotation.id), paper.id, 'take-over');
      expect(lineageOf(body)).toEqual([[], [], ['Taipei Times']]);
      for (const relays of [paper.id, '0191a000-0000-7000-8000-000000000000'])
        expect(
          await team.edit(body, { citations: [{ sourceId: paper.id, stance: 'supports', relays }] }),
        ).toMatchObject({
          status: 422,
          body: { errors: [{ pointer: '/citations/0/relays' }] },
        });
    });

    it('marks a citation whose source goes back to one that has changed', async () => {
      const root = await add('Byrå');
      const agency = await add('Radio', { originId: root.id });
      const paper = await add('Avis', { originId: agency.id });
      const annotation = await cite({ sourceId: paper.id });
      expect(lineageOf(annotation)).toEqual([['Radio', 'Byrå']]);
      await change(root.id, { name: 'Nytt byrå' });
      expect((await team.get(annotation.id)).citations).toMatchObject([{ sourceChanged: true }]);
      await change(agency.id, { name: 'Ny radio' });
      const { body } = await settle(annotation, agency.id, 'take-over');
      // Only what was looked at is taken over: the agency behind it says still what it said.
      expect(lineageOf(body)).toEqual([['Ny radio', 'Byrå']]);
      expect(body.citations).toMatchObject([{ sourceRevision: 1, sourceChanged: true }]);
      expect(lineageOf((await settle(body, root.id, 'take-over')).body)).toEqual([['Ny radio', 'Nytt byrå']]);
    });

    it('cannot be removed while a citation says that it repeats it', async () => {
      const agency = await add('KCNA');
      const paper = await add('Taipei Times');
      const annotation = await cite({ sourceId: paper.id, relays: agency.id });
      const remove = (etag: string) =>
        team.editor.call('DELETE', `/api/sources/${agency.id}`, undefined, { 'if-match': etag });
      expect(await remove(agency.etag)).toMatchObject({ status: 409, body: { code: 'in-use' } });
      await team.act(annotation, 'retire', team.editor);
      expect((await remove(agency.etag)).status).toBe(204);
    });
  });
});
