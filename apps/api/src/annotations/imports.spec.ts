import type { AnnotationView, ArticleView, ImportedAnnotations, Problem } from '@belegg/contract';
import { TestTeam } from '../test/team';

/** SENTENCES=5000 imports the ten thousand annotations of the figures. */
const sentences = Number(process.env['SENTENCES'] ?? 500);
const perSentence = 2;

const text = Array.from({ length: sentences / 5 }, (_, paragraph) =>
  Array.from({ length: 5 }, (_, at) => `Vitne ${paragraph * 5 + at} så ${at + 3} skip ved kaia.`).join(' '),
).join('\n');

describe('importing annotations', () => {
  let team: TestTeam;
  let article: ArticleView;
  beforeAll(async () => {
    team = await TestTeam.open();
    const sent = { title: 'Lang', format: 'text', content: text, language: 'nb' };
    article = (await team.editor.call<ArticleView>('POST', '/api/articles', sent)).body;
  }, 120_000);
  afterAll(() => team.close());

  const webAnnotation = (index: number, more: object = {}) => {
    const { start, end } = article.sentences[index % article.sentences.length] ?? { start: 0, end: 1 };
    return {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `urn:uuid:${index}`,
      type: 'Annotation',
      body: [{ type: 'TextualBody', value: `Sett av ${index}`, purpose: 'commenting' }],
      target: {
        source: 'https://example.test/sak',
        selector: [
          { type: 'TextPositionSelector', start, end },
          { type: 'TextQuoteSelector', exact: article.revision.text.slice(start, end) },
        ],
      },
      ...more,
    };
  };
  const send = <Body>(body: unknown) =>
    team.editor.call<Body>('POST', `/api/articles/${article.id}/annotations/import`, body);
  const list = async () =>
    (await team.editor.call<{ items: AnnotationView[] }>('GET', `/api/articles/${article.id}/annotations`)).body.items;

  it('refuses more than are read at once, says so, and keeps none', async () => {
    const { status, body } = await send<Problem>(Array.from({ length: 20_001 }, (_, id) => ({ id })));
    expect([status, body.errors?.[0]?.detail]).toEqual([422, expect.stringContaining('20,000')]);
    expect(await list()).toEqual([]);
  });

  it('takes two for each sentence of a long text, whatever else they carry', async () => {
    const count = sentences * perSentence;
    // More than the hundred thousand values that any other body may hold.
    const tags = Array.from({ length: Math.ceil(100_000 / count) }, (_, tag) => `merke ${tag}`);
    const more = { tags: ['confirmed', ...tags] };
    const { status, body } = await send<ImportedAnnotations>(
      Array.from({ length: count }, (_, index) => webAnnotation(index, more)),
    );
    expect([status, body]).toEqual([200, { created: count, notFound: [], unknownSources: [] }]);
    const made = await list();
    expect(made).toHaveLength(count);
    expect(new Set(made.map(({ rationale }) => rationale)).size).toBe(count);
    for (const { status: reached, selector } of made) {
      const [{ start, end }, { exact }] = selector;
      expect([reached, article.revision.text.slice(start, end)]).toEqual(['draft', exact]);
    }
    const { body: after } = await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}`);
    expect(after.coverage.byState).toMatchObject({ unchecked: 0, draft: sentences });
  }, 120_000);
});
