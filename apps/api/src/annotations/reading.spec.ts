import type { AnnotationView } from '@belegg/contract';
import { CoverageReader } from '../coverage';
import { TestTeam } from '../test/team';
import { TestArticle } from '../test/article';

const sentence = 'Nord-Korea skjøt opp en rakett tirsdag.';

/** As many annotations as are asked for, each with three citations and two steps, put straight into the database. */
async function fill(team: TestTeam, article: TestArticle, count: number): Promise<void> {
  const { newsroomId } = team;
  const sourceId = await team.source();
  const [author, approver] = [team.editor.actor.accountId, team.reviewer.actor.accountId];
  const id = `('00000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid`;
  await team.app.database.inNewsroom(newsroomId, async (tx) => {
    for (const insert of [
      `"Annotation" ("newsroomId", "id", "articleId", "createdAt") SELECT $1::uuid, ${id}, $2::uuid, now()`,
      `"AnnotationRevision" ("newsroomId", "annotationId", "number", "articleId", "articleRevision", "start", "end", "exact", "prefix", "suffix", "verdict", "rationale", "authorId", "createdAt")
       SELECT $1::uuid, ${id}, 1, $2::uuid, 1, (i - 1) * 40, (i - 1) * 40 + 10, 'Nord-Korea', '', '', 'confirmed', repeat('fordi ', 30), '${author}', now()`,
      ...[0, 1, 2].map(
        (
          position,
        ) => `"Citation" ("newsroomId", "id", "annotationId", "annotationRevision", "position", "sourceId", "sourceRevision", "stance", "url")
       SELECT $1::uuid, gen_random_uuid(), ${id}, 1, ${position}, '${sourceId}', 1, 'supports', 'https://kcna.example/' || i || $2::text`,
      ),
      ...(
        [
          ['submitted', author],
          ['approved', approver],
        ] as const
      ).map(
        ([kind, actor], step) => `"ReviewStep"
       ("newsroomId", "id", "articleId", "annotationId", "annotationRevision", "articleRevision", "kind", "actorId", "createdAt", "eventId")
       SELECT $1::uuid, gen_random_uuid(), $2::uuid, ${id}, 1, 1, '${kind}', '${actor}', now(), 2 * i + ${step}`,
      ),
      ...['created', 'submitted', 'approved'].map(
        (type) => `"Event" ("newsroomId", "articleId", "type", "subjectId", "actorId", "at", "data")
       SELECT $1::uuid, $2::uuid, 'annotation.${type}', ${id}, '${author}', now(), '{}'`,
      ),
    ])
      await tx.$executeRawUnsafe(
        `INSERT INTO ${insert} FROM generate_series(1, ${count}) AS i`,
        newsroomId,
        article.id,
      );
  });
}

describe('An article with 20,001 annotations', () => {
  let team: TestTeam;
  let article: TestArticle;
  const count = 20_001;

  beforeAll(async () => {
    team = await TestTeam.open();
    article = await team.article(Array.from({ length: count }, () => sentence).join(' '));
    await fill(team, article, count);
    await article.project();
  }, 60_000);
  afterAll(() => team.close());

  type List = { items: AnnotationView[]; nextCursor?: string };

  it('is read in the order of the text, page by page, each annotation once', async () => {
    const path = `/api/articles/${article.id}/annotations`;
    const { body: first } = await team.editor.call<List>('GET', path);
    const { body: second } = await team.editor.call<List>('GET', `${path}?cursor=${first.nextCursor}`);
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([20_000, 1, undefined]);
    const starts = [...first.items, ...second.items].map(({ selector: [{ start }] }) => start);
    expect(starts).toEqual(Array.from({ length: count }, (_, i) => i * 40));
    expect(first.items[777]).toMatchObject({
      status: 'approved',
      authors: [{ name: 'Eva' }],
      citations: [{}, {}, {}],
      steps: [{ kind: 'submitted' }, { kind: 'approved', by: { name: 'Rita' } }],
    });
  }, 60_000);

  it('has its coverage computed from facts alone', async () => {
    const reader = team.app.nest.get(CoverageReader, { strict: false });
    const { coverage } = await team.app.database.readNewsroom(team.newsroomId, (tx) =>
      reader.ofText(tx, team.newsroomId, article.text),
    );
    expect(coverage).toMatchObject({ checkable: count, approved: 0, partly: count });
  });

  it('lets one annotation be read and changed as if it stood alone', async () => {
    const annotation = await team.get('00000000-0000-7000-8000-000000000777');
    const { status } = await team.edit(annotation, { rationale: 'ny' });
    expect(status).toBe(200);
  });
});
