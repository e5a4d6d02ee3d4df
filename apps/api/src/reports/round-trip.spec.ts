import type { AnnotationView, ArticleView, ImportedAnnotations, ImportPreview, Report } from '@belegg/contract';
import { TestTeam } from '../test/team';
import { multipart, multipartHeaders } from '../test/multipart';
import type { TestArticle } from '../test/article';
import { throughOffice, withOffice } from './test/office';

const story = [
  'Raketten 🚀 fløy over Japan',
  'Nord-Korea skjøt opp en rakett tirsdag. Den fløy 4600 kilometer. Ingen ble skadd, sier Hansen.',
  'Japan protesterte samme dag. Den fløy 4600 kilometer. Sør-Korea svarte med en øvelse 😀 på havet.',
].join('\n');

const passages = [
  'Nord-Korea skjøt opp en rakett tirsdag. Den fløy',
  'Den fløy 4600 kilometer.',
  'øvelse 😀 på havet.',
] as const;

describe('out and in again', () => {
  let team: TestTeam;
  let article: { id: string };
  beforeAll(async () => {
    team = await TestTeam.open();
    article = await annotated();
  });
  afterAll(() => team.close());

  /** An article with a claim of each verdict, overlapping ones and emoji among them. */
  async function annotated(): Promise<TestArticle> {
    const made = await team.article(story);
    const sourceId = await team.source('KCNA');
    const citations = [
      {
        sourceId,
        stance: 'supports',
        url: 'https://kcna.test/rakett',
        quote: 'en rakett',
        accessedAt: '2024-11-30',
        locator: 'avsnitt 2',
      },
    ];
    const points = [...story];
    for (const [index, exact] of passages.entries()) {
      const start = [...story.slice(0, story.indexOf(exact))].length;
      const end = start + [...exact].length;
      expect(points.slice(start, end).join('')).toBe(exact);
      const { status } = await team.editor.call('POST', `/api/articles/${made.id}/annotations`, {
        selector: [
          { type: 'TextPositionSelector', start, end },
          { type: 'TextQuoteSelector', exact },
        ],
        verdict: (['confirmed', 'denied', 'disputed'] as const)[index],
        rationale: `Fordi **${index}**.\n\nOg slik.`,
        citations: index === 0 ? citations : [],
      });
      expect(status).toBe(201);
    }
    return made;
  }

  const draft = async (format: string) =>
    team.editor.call<Report>('GET', `/api/articles/${article.id}/report?format=${format}`);
  const take = (name: string, bytes: string | Uint8Array, fields: Record<string, string> = {}) =>
    team.editor.call<ArticleView>(
      'POST',
      '/api/articles/import',
      multipart([{ name, bytes }], fields),
      multipartHeaders,
    );
  const listed = async (id: string, by = team.editor) =>
    (await by.call<{ items: AnnotationView[] }>('GET', `/api/articles/${id}/annotations`)).body.items;
  const gist = ({ selector: [{ start, end }, { exact }], verdict, rationale }: AnnotationView) => ({
    start,
    end,
    exact,
    verdict,
    rationale,
  });
  const cited = ({ citations }: AnnotationView) =>
    citations.map(({ stance, url, quote, accessedAt, locator }) => ({ stance, url, quote, accessedAt, locator }));

  it('our own JSON holds text, blocks, marks, passages, verdicts, rationales and citations; not who approved, steps of review, evidence or ids', async () => {
    const { text } = await draft('json');
    const before = JSON.parse(text) as Report;
    const { status, body } = await take('rapport.json', text);
    expect({ status, imported: body.imported }).toEqual({
      status: 201,
      imported: { annotations: 3, notFound: [], unknownSources: [], comments: [] },
    });
    expect(body.revision).toMatchObject({
      text: before.revision.text,
      sha256: before.revision.sha256,
      blocks: before.revision.blocks,
      marks: before.revision.marks,
    });
    const [old, fresh] = [await listed(article.id), await listed(body.id)];
    expect(fresh.map(gist)).toEqual(old.map(gist));
    expect(fresh.map(cited)).toEqual(old.map(cited));
    expect(fresh.every(({ status: now, authors }) => now === 'draft' && authors[0]?.name === 'Eva')).toBe(true);
    const events = await team.events(body.id);
    expect(events.map(({ type }) => type)).toEqual(['article.created', ...passages.map(() => 'annotation.created')]);
  });

  it('our own JSON in another newsroom names the sources that are unknown there, or adds them when it is told to', async () => {
    const { text } = await draft('json');
    const send = (fields: Record<string, string>) =>
      team.stranger.call<ArticleView>(
        'POST',
        '/api/articles/import',
        multipart([{ name: 'r.json', bytes: text }], fields),
        multipartHeaders,
      );
    const without = (await send({})).body;
    expect(without.imported).toEqual({ annotations: 3, notFound: [], unknownSources: ['KCNA'], comments: [] });
    expect((await listed(without.id, team.stranger)).flatMap(cited)).toEqual([]);
    const added = (await send({ createSources: 'true' })).body;
    expect(added.imported?.unknownSources).toEqual([]);
    expect((await listed(added.id, team.stranger)).flatMap(cited)).toHaveLength(1);
  });

  it('Web Annotations hold passages, verdicts, rationales, and of citations link, source, stance, place, quote and day; not translation, evidence or review', async () => {
    const { text } = await draft('webannotation');
    const copy = await team.article(story);
    const json = JSON.parse(text) as object;
    const preview = await team.editor.call<ImportedAnnotations>(
      'POST',
      `/api/articles/${copy.id}/annotations/import?preview=true`,
      json,
    );
    expect(preview).toMatchObject({ status: 200, body: { created: 3, notFound: [], unknownSources: [] } });
    expect(await listed(copy.id)).toEqual([]);
    const done = await team.editor.call<ImportedAnnotations>(
      'POST',
      `/api/articles/${copy.id}/annotations/import`,
      json,
    );
    expect(done.body).toEqual({ created: 3, notFound: [], unknownSources: [] });
    const [old, fresh] = [await listed(article.id), await listed(copy.id)];
    expect(fresh.map(gist)).toEqual(old.map(gist));
    expect(fresh.map(cited)).toEqual(old.map(cited));
  });

  it('a Word document holds passages and verdicts; its comments carry rationale and sources as text', async () => {
    const { bytes } = await draft('docx');
    const preview = await team.editor.call<ImportPreview>(
      'POST',
      '/api/articles/import/preview',
      multipart([{ name: 'a.docx', bytes }]),
      multipartHeaders,
    );
    expect(preview).toMatchObject({ status: 200, body: { annotations: 3, notFound: [], text: story } });
    await same((await take('rapport.docx', bytes)).body);
  });

  (withOffice ? it : it.skip)(
    `a Word document that LibreOffice saved again has its comments on the same passages${withOffice ? '' : ' (skipped: soffice is not installed)'}`,
    async () => {
      await same((await take('rapport.docx', throughOffice((await draft('docx')).bytes))).body);
    },
    120_000,
  );

  async function same(taken: ArticleView): Promise<void> {
    expect(taken.revision.text).toBe(story);
    expect(taken.imported).toEqual({ annotations: 3, notFound: [], unknownSources: [], comments: [] });
    const [old, fresh] = [await listed(article.id), await listed(taken.id)];
    const place = ({ start, end, exact, verdict }: ReturnType<typeof gist>) => ({ start, end, exact, verdict });
    expect(fresh.map(gist).map(place)).toEqual(old.map(gist).map(place));
    for (const [index, { rationale }] of fresh.entries())
      expect(rationale).toContain(old[index]!.rationale.split('\n')[0]);
    expect(fresh.some(({ rationale }) => rationale.includes('KCNA'))).toBe(true);
  }
});
