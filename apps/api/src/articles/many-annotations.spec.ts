import type { ArticleView, NewRevisionView, RevisionPreviewView } from '@belegg/contract';
import { CodePointText, Describer } from '@belegg/domain';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { HeadRebuilder } from '../annotations';
import { newId } from '../platform/ids';
import { TestTeam } from '../test/team';

/** SENTENCES=5000 measures the ten thousand annotations of the figures; the everyday run makes do with a fifth. */
const sentences = Number(process.env['SENTENCES'] ?? 1_000);
const perSentence = 2;
const names = ['Kim', 'Putin', 'Lavrov', 'Solberg', 'Hansen', 'Berg', 'Moe', 'Dahl'];
const acts = [
  'kom til Moskva',
  'nektet for alt',
  'møtte pressen',
  'reiste hjem igjen',
  'tok ordet i saken',
  'viste frem brevet',
];

const sentence = (n: number) =>
  `${names[n % names.length] ?? ''} nummer ${n} ${acts[n % acts.length] ?? ''} etter ${n % 97} dager i ${n % 89} byer.`;
const paragraphs = (wordOf: (n: number) => string) =>
  Array.from({ length: sentences / 5 }, (_, p) =>
    Array.from({ length: 5 }, (_, s) => wordOf(p * 5 + s))
      .filter((text) => text !== '')
      .join(' '),
  ).join('\n');

describe('A new text under thousands of approved annotations', () => {
  let team: TestTeam;
  let url: string;
  let article: ArticleView;

  const call = async <Body>(path: string, body: object, headers: Record<string, string> = {}) => {
    const before = performance.now();
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${team.editor.secret}`, ...headers },
    });
    return { status: answer.status, body: (await answer.json()) as Body, milliseconds: performance.now() - before };
  };

  beforeAll(async () => {
    team = await TestTeam.open();
    await team.app.nest.listen(0, '127.0.0.1');
    const server: Server = team.app.nest.getHttpServer();
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const content = paragraphs(sentence);
    article = (await call<ArticleView>('/api/articles', { title: 'Lang', format: 'text', content, language: 'nb' }))
      .body;
    expect(article.sentences).toHaveLength(sentences);
    await annotateAll();
  }, 300_000);
  afterAll(() => team.close());

  it('is previewed and stored in seconds, with nothing in a wrong place', async () => {
    const next = paragraphs((n) =>
      n % 50 === 7 ? '' : n % 20 === 3 ? sentence(n).replace('dager', 'lange dager') : sentence(n),
    );
    const preview = await call<RevisionPreviewView>(`/api/articles/${article.id}/revisions/preview`, {
      format: 'text',
      content: next,
    });
    const stored = await call<NewRevisionView>(
      `/api/articles/${article.id}/revisions`,
      { format: 'text', content: next },
      { 'if-match': article.etag },
    );
    console.info(
      `${sentences * perSentence} annotations, ${sentences} sentences: preview ${preview.milliseconds.toFixed()} ms, new revision ${stored.milliseconds.toFixed()} ms`,
      preview.body.counts,
    );
    expect([preview.status, stored.status]).toEqual([200, 201]);
    expect(stored.body.outcomes).toHaveLength(sentences * perSentence);
    expect(stored.body.outcomes).toEqual(preview.body.outcomes);
    const points = new CodePointText(stored.body.revision.text);
    for (const { selector } of stored.body.outcomes)
      if (selector) expect(points.slice(selector[0].start, selector[0].end)).toBe(selector[1].exact);
    const carried = stored.body.outcomes.filter((outcome) => outcome.carried).length;
    expect(carried).toBeGreaterThan(sentences * perSentence * 0.7);
    const { body } = await team.editor.call<ArticleView>('GET', `/api/articles/${article.id}`);
    expect(body.coverage.approved).toBe(carried / perSentence);
    expect(stored.milliseconds).toBeLessThan(50_000);
  }, 120_000);

  /** Two approved annotations on each sentence: the whole of it, and its first word. */
  async function annotateAll(): Promise<void> {
    const { newsroomId, id: articleId } = { newsroomId: team.newsroomId, id: article.id };
    const describer = new Describer(article.revision.text);
    const now = new Date();
    const ranges = article.sentences.flatMap(({ start, end }) => [
      { start, end },
      { start, end: start + 3 },
    ]);
    const made = ranges.map((range) => {
      const [{ start, end }, { exact, prefix, suffix }] = describer.describe(range);
      return { id: newId(), start, end, exact, prefix, suffix };
    });
    const write = (work: Parameters<TestTeam['app']['database']['inNewsroom']>[1]) =>
      team.app.database.inNewsroom(newsroomId, work);
    await write((tx) =>
      tx.annotation.createMany({ data: made.map(({ id }) => ({ newsroomId, articleId, id, createdAt: now })) }),
    );
    await write((tx) =>
      tx.annotationRevision.createMany({
        data: made.map(({ id, ...passage }) => ({
          newsroomId,
          articleId,
          annotationId: id,
          number: 1,
          articleRevision: 1,
          ...passage,
          verdict: 'confirmed',
          rationale: '',
          authorId: team.editor.actor.accountId,
          createdAt: now,
        })),
      }),
    );
    for (const [kind, { actor }, eventId] of [
      ['submitted', team.editor, 1n],
      ['approved', team.reviewer, 2n],
    ] as const) {
      await write((tx) =>
        tx.reviewStep.createMany({
          data: made.map(({ id }) => ({
            newsroomId,
            id: newId(),
            articleId,
            annotationId: id,
            annotationRevision: 1,
            articleRevision: 1,
            kind,
            actorId: actor.accountId,
            createdAt: now,
            eventId,
          })),
        }),
      );
    }
    const heads = team.app.nest.get(HeadRebuilder, { strict: false });
    await write((tx) => heads.rebuild(tx, newsroomId, [articleId]));
  }
});
