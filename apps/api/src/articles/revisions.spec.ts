import type {
  AnnotationView,
  ArticleView,
  NewRevisionView,
  OutcomeView,
  Problem,
  RevisionPreviewView,
  RevisionView,
} from '@belegg/contract';
import { TestTeam } from '../test/team';

type List<Item> = { items: Item[]; nextCursor?: string };

const story = [
  'Kim kom til Moskva tirsdag. Han nektet for alt. Ingen trodde ham.',
  'Raketten fløy 4600 kilometer. Japan protesterte samme dag mot oppskytingen. Sør-Korea svarte med en stor øvelse.',
  'Les også: Slik er rakettene',
].join('\n');

describe('Revisions', () => {
  let team: TestTeam;
  let article: ArticleView;

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  beforeEach(async () => {
    article = (
      await team.editor.call<ArticleView>('POST', '/api/articles', {
        title: 'Kim',
        format: 'text',
        content: story,
        language: 'nb',
        date: '2024-12-01',
      })
    ).body;
  });
  afterAll(() => team.close());

  const read = async () => (await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}`)).body;
  const revise = async (
    content: string,
    { by = team.editor, etag = undefined as string | undefined, format = 'text' } = {},
  ) =>
    by.call<NewRevisionView & Problem>(
      'POST',
      `/api/articles/${article.id}/revisions`,
      { format, content },
      { 'if-match': etag ?? (await read()).etag },
    );
  const preview = (content: string, by = team.editor) =>
    by.call<RevisionPreviewView>('POST', `/api/articles/${article.id}/revisions/preview`, { format: 'text', content });
  const annotate = async (exact: string): Promise<AnnotationView> => {
    const start = (await read()).revision.text.indexOf(exact);
    const selector = [
      { type: 'TextPositionSelector', start, end: start + exact.length },
      { type: 'TextQuoteSelector', exact },
    ];
    return (
      await team.editor.call<AnnotationView>('POST', `/api/articles/${article.id}/annotations`, {
        selector,
        verdict: 'confirmed',
      })
    ).body;
  };
  const approve = async (exact: string): Promise<string> => {
    const { body: submitted } = await team.act(await annotate(exact), 'submit', team.editor);
    const { body } = await team.act(submitted, 'approve', team.reviewer);
    expect(body.status).toBe('approved');
    return body.id;
  };
  const outcomeOf = ({ outcomes }: { outcomes: OutcomeView[] }, id: string) =>
    outcomes.find(({ annotationId }) => annotationId === id);

  describe('storing', () => {
    it('answers with the revision, every outcome and the new ETag, in the language and of the date of the article', async () => {
      const id = await approve('4600 kilometer');
      const { status, body, headers } = await revise(`Ny ingress.\n${story}`);
      expect(status).toBe(201);
      expect(headers['etag']).toBe('"r2.s0.m1"');
      expect(body).toMatchObject({
        etag: '"r2.s0.m1"',
        revision: {
          number: 2,
          text: `Ny ingress.\n${story}`,
          language: 'nb',
          date: '2024-12-01',
          createdBy: { name: 'Eva' },
        },
      });
      const start = body.revision.text.indexOf('4600 kilometer');
      expect(body.outcomes).toEqual([
        {
          annotationId: id,
          outcome: 'unchanged',
          carried: true,
          selector: [
            { type: 'TextPositionSelector', start, end: start + 14 },
            { type: 'TextQuoteSelector', exact: '4600 kilometer', prefix: '', suffix: '' },
          ],
        },
      ]);
      expect(await read()).toMatchObject({
        etag: '"r2.s0.m1"',
        revision: { id: body.revision.id },
        coverage: { approved: 0, partly: 1 },
      });
    });

    it('takes a text that was edited in place: a moved paragraph is moved, a comma is a change, no change is none', async () => {
      const [moved, touched] = [
        await annotate('Kim kom til Moskva tirsdag.'),
        await annotate('Japan protesterte samme dag'),
      ];
      const { text, blocks } = article.revision;
      const written = blocks.map(({ kind, level, start, end }) => ({
        kind,
        ...(level !== undefined && { level }),
        runs: [{ text: text.slice(start, end) }],
      }));
      const same = await revise(JSON.stringify(written), { format: 'blocks' });
      expect([same.status, same.body.errors?.[0]?.pointer]).toEqual([422, '/content']);
      expect((await revise('{}', { format: 'blocks' })).body.errors?.[0]?.pointer).toBe('/content');
      const [first, second, ...rest] = written;
      const commaed = { ...second, runs: [{ text: second!.runs[0]!.text.replace('samme dag', 'samme dag,') }] };
      const { status, body } = await revise(JSON.stringify([commaed, first, ...rest]), { format: 'blocks' });
      expect(status).toBe(201);
      expect([outcomeOf(body, moved.id)?.outcome, outcomeOf(body, touched.id)?.outcome]).toEqual([
        'moved',
        'unchanged',
      ]);
    });

    it('tells the log what became of the annotations', async () => {
      await approve('4600 kilometer');
      const { body } = await revise(story.replace('Ingen trodde ham.', 'Alle trodde ham.'));
      expect((await team.events(article.id)).at(-1)).toMatchObject({
        type: 'article.revised',
        subjectId: null,
        data: {
          articleRevision: 2,
          sha256: body.revision.sha256,
          before: { articleRevision: 1, sha256: article.revision.sha256 },
          counts: { unchanged: 1, moved: 0, changed: 0, orphaned: 0 },
          carried: 1,
          carriedMarks: 0,
          newSentences: 1,
        },
      });
    });

    it('keeps every earlier text', async () => {
      await revise('Noe helt annet.');
      const { body } = await team.admin.call<List<RevisionView>>('GET', `/api/articles/${article.id}/revisions`);
      expect(body.items.map(({ number }) => number)).toEqual([2, 1]);
      expect(body.items.at(0)).not.toHaveProperty('text');
      const first = await team.admin.call<RevisionView & { sentences: unknown[] }>(
        'GET',
        `/api/articles/${article.id}/revisions/1`,
      );
      expect(first.body).toMatchObject(article.revision);
      expect(first.body.sentences).toHaveLength(7);
      for (const number of ['3', '0', '-1', 'x', '99999999999'])
        expect((await team.admin.call('GET', `/api/articles/${article.id}/revisions/${number}`)).status).toBe(404);
    });

    it('refuses a text that says the same, but takes one that only marks it up anew', async () => {
      expect(await revise(story)).toMatchObject({
        status: 422,
        body: { code: 'invalid', errors: [{ pointer: '/content' }] },
      });
      expect((await read()).etag).toBe('"r1.s0.m1"');
      const id = await approve('4600 kilometer');
      const html = story
        .split('\n')
        .map((line) => `<p>${line}</p>`)
        .join('')
        .replace('Moskva', '<b>Moskva</b>');
      const { status, body } = await revise(html, { format: 'html' });
      expect({ status, text: body.revision.text, outcome: outcomeOf(body, id) }).toMatchObject({
        status: 201,
        text: story,
        outcome: { outcome: 'unchanged', carried: true },
      });
    });

    it('refuses what is no text, and stores nothing', async () => {
      expect(await revise(' ')).toMatchObject({ status: 422, body: { code: 'empty-text' } });
      expect((await read()).etag).toBe('"r1.s0.m1"');
      expect(await team.events(article.id)).toHaveLength(1);
    });

    it('shows the article as it is now to whoever saw an older one, and asks for what was seen', async () => {
      await revise('Noe helt annet.');
      expect(await revise('Noe tredje.', { etag: '"r1.s0.m1"' })).toMatchObject({
        status: 412,
        body: { code: 'stale', current: { etag: '"r2.s0.m1"', revision: { text: 'Noe helt annet.' } } },
      });
      expect(
        (await team.editor.call('POST', `/api/articles/${article.id}/revisions`, { format: 'text', content: 'x' }))
          .status,
      ).toBe(428);
    });

    it('lets one of two win who save a new text at once', async () => {
      await approve('4600 kilometer');
      const answers = await Promise.all([
        revise(`A. ${story}`, { etag: article.etag }),
        revise(`B. ${story}`, { etag: article.etag, by: team.colleague }),
        revise(`C. ${story}`, { etag: article.etag, by: team.reviewer }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412]);
      const won = answers.find(({ status }) => status === 201);
      for (const { body } of answers.filter(({ status }) => status === 412))
        expect(body.current).toMatchObject({ revision: { id: won?.body.revision.id } });
      expect((await team.events(article.id)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    });
  });

  describe('carrying', () => {
    it('keeps an approval on an unchanged passage in unchanged surroundings', async () => {
      const id = await approve('Han nektet for alt.');
      await revise(
        story.replace('Ingen trodde ham.', 'Alle trodde ham.').replace('Les også: Slik er rakettene', 'Helt nytt.'),
      );
      expect(await team.get(id)).toMatchObject({
        status: 'approved',
        anchor: { outcome: 'unchanged' },
        articleRevision: 2,
      });
    });

    it('lapses it when the sentence before changes, on which "he" depends, though its own words stay', async () => {
      const id = await approve('Han nektet for alt.');
      const { body } = await revise(story.replace('Kim kom til', 'Putin kom til'));
      expect(outcomeOf(body, id)).toMatchObject({ outcome: 'unchanged', carried: false });
      expect(await team.get(id)).toMatchObject({ status: 'lapsed', anchor: { outcome: 'unchanged' } });
    });

    it('lapses it when the rest of its sentence changes', async () => {
      const id = await approve('4600 kilometer');
      await revise(story.replace('Raketten fløy', 'Raketten fløy ikke'));
      expect(await team.get(id)).toMatchObject({ status: 'lapsed' });
    });

    it('holds over many texts, and never comes back once it has lapsed', async () => {
      const id = await approve('Japan protesterte samme dag mot oppskytingen.');
      await revise(`En. ${story}`);
      await revise(`To. ${story}`);
      expect(await team.get(id)).toMatchObject({ status: 'approved', articleRevision: 3 });
      await revise(story.replace('4600', '4700'));
      expect(await team.get(id)).toMatchObject({ status: 'lapsed' });
      await revise(story);
      expect(await team.get(id)).toMatchObject({
        status: 'lapsed',
        anchor: { outcome: 'unchanged' },
        articleRevision: 5,
      });
      await revise(`Fire. ${story}`);
      expect(await team.get(id)).toMatchObject({ status: 'lapsed', anchor: { outcome: 'unchanged' } });
    });

    it('keeps what is submitted or returned where it would keep an approval, and lapses it elsewhere', async () => {
      const kept = (await team.act(await annotate('4600 kilometer'), 'submit', team.editor)).body;
      const gone = (await team.act(await annotate('Ingen trodde ham.'), 'submit', team.editor)).body;
      const returned = (
        await team.act(
          (await team.act(await annotate('Raketten'), 'submit', team.editor)).body,
          'return',
          team.reviewer,
        )
      ).body;
      const draft = await annotate('Kim');
      const { body } = await revise(story.replace('Han nektet for alt.', 'Han nektet for noe.'));
      expect((await team.get(kept.id)).status).toBe('submitted');
      expect((await team.get(returned.id)).status).toBe('returned');
      expect((await team.get(gone.id)).status).toBe('lapsed');
      expect((await team.get(draft.id)).status).toBe('draft');
      expect(
        body.outcomes
          .filter(({ carried }) => carried)
          .map(({ annotationId }) => annotationId)
          .sort(),
      ).toEqual([kept.id, returned.id].sort());
    });
  });

  describe('finding', () => {
    it('offers a reworded passage with a score, for a person to accept', async () => {
      const id = await approve('Sør-Korea svarte med en stor øvelse.');
      const { body } = await revise(story.replace('svarte med en stor øvelse', 'svarte med en ganske stor øvelse'));
      expect(outcomeOf(body, id)).toMatchObject({
        outcome: 'changed',
        score: expect.any(Number),
        carried: false,
        selector: [{}, { exact: 'Sør-Korea svarte med en ganske stor øvelse.' }],
      });
      expect(await team.get(id)).toMatchObject({
        status: 'lapsed',
        anchor: { outcome: 'changed' },
        articleRevision: 2,
      });
    });

    it('orphans a deleted passage rather than move it, and covers nothing with it', async () => {
      const id = await approve('Ingen trodde ham.');
      const { body } = await revise(story.replace(' Ingen trodde ham.', ''));
      expect(outcomeOf(body, id)).toEqual({ annotationId: id, outcome: 'orphaned', carried: false });
      expect(await team.get(id)).toMatchObject({
        status: 'lapsed',
        anchor: { outcome: 'orphaned' },
        articleRevision: 1,
        selector: [{}, { exact: 'Ingen trodde ham.' }],
      });
      expect((await read()).coverage).toMatchObject({ approved: 0, byState: { lapsed: 0 } });
    });

    it('finds a passage again that comes back, but does not revive its approval', async () => {
      const id = await approve('Ingen trodde ham.');
      await revise(story.replace(' Ingen trodde ham.', ''));
      const { body } = await revise(story);
      expect(outcomeOf(body, id)).toMatchObject({
        outcome: 'unchanged',
        carried: false,
        selector: [{}, { exact: 'Ingen trodde ham.' }],
      });
      expect(await team.get(id)).toMatchObject({
        status: 'lapsed',
        anchor: { outcome: 'unchanged' },
        articleRevision: 3,
      });
    });

    it('builds no guess on a guess: a reworded passage is looked for from the words it was made on', async () => {
      const id = await approve('Sør-Korea svarte med en stor øvelse.');
      await revise(story.replace('svarte med en stor øvelse', 'svarte med en ganske stor øvelse'));
      expect((await team.get(id)).anchor.outcome).toBe('changed');
      const { body } = await revise(
        story.replace('svarte med en stor øvelse', 'svarte med en ganske stor øvelse').replace('Kim', 'Kim Jong-un'),
      );
      expect(outcomeOf(body, id)).toMatchObject({ outcome: 'changed' });
    });

    it('starts anew from what a person accepted', async () => {
      const id = await approve('Sør-Korea svarte med en stor øvelse.');
      const reworded = story.replace('svarte med en stor øvelse', 'svarte med en ganske stor øvelse');
      await revise(reworded);
      const suggested = await team.get(id);
      expect((await team.edit(suggested, { selector: suggested.selector })).body).toMatchObject({
        revision: 2,
        articleRevision: 2,
        anchor: { outcome: 'unchanged' },
      });
      const { body } = await revise(`Nytt. ${reworded}`);
      expect(outcomeOf(body, id)).toMatchObject({ outcome: 'unchanged' });
    });

    it('leaves the retired alone', async () => {
      const annotation = await annotate('4600 kilometer');
      await team.act(annotation, 'retire', team.editor);
      const { body } = await revise(`Nytt. ${story}`);
      expect(body.outcomes).toEqual([]);
      expect(
        await team.app.database.inNewsroom(team.newsroomId, (tx) =>
          tx.anchor.count({ where: { annotationId: annotation.id } }),
        ),
      ).toBe(0);
    });

    it('counts in code points', async () => {
      const id = await approve('4600 kilometer');
      const { body } = await revise(`🚀🚀 👩‍🚀\n${story}`);
      const start = [...body.revision.text.slice(0, body.revision.text.indexOf('4600'))].length;
      expect(outcomeOf(body, id)).toMatchObject({
        outcome: 'unchanged',
        selector: [{ start, end: start + 14 }, { exact: '4600 kilometer' }],
      });
    });
  });

  describe('previewing', () => {
    it('says what would happen, and then it happens so', async () => {
      const ids = [
        await approve('4600 kilometer'),
        await approve('Ingen trodde ham.'),
        await approve('Sør-Korea svarte med en stor øvelse.'),
      ];
      const next = story
        .replace(' Ingen trodde ham.', '')
        .replace('svarte med en stor øvelse', 'svarte med en ganske stor øvelse');
      const events = await team.events(article.id);
      const { status, body } = await preview(next);
      expect(status).toBe(200);
      expect(body.counts).toEqual({ unchanged: 1, moved: 0, changed: 1, orphaned: 1 });
      expect(body.newSentences.map(({ start, end }) => body.text.slice(start, end))).toEqual([
        'Sør-Korea svarte med en ganske stor øvelse.',
      ]);
      expect(body).toMatchObject({ language: 'nb', sentences: 6, dropped: [] });
      expect(await team.events(article.id)).toEqual(events);
      expect(await read()).toMatchObject({ etag: '"r1.s0.m1"', coverage: { approved: 2, partly: 1 } });
      const stored = await revise(next);
      expect(stored.body.outcomes).toEqual(body.outcomes);
      expect(stored.body.outcomes.map(({ annotationId }) => annotationId).sort()).toEqual(ids.sort());
    });
  });
});
