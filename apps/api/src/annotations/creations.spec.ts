import type { AnnotationView, NewAnnotation, Problem } from '@belegg/contract';
import { newId } from '../platform/ids';
import { TestTeam } from '../test/team';
import type { TestArticle } from '../test/article';
import type { Answer, Caller, TestApp } from '../test/test-app';
import { HeadRebuilder } from './head/head.rebuilder';
import { CreationsService } from './creations.service';

describe('Annotations that are made at once', () => {
  let team: TestTeam;
  let other: TestApp;
  beforeAll(async () => {
    team = await TestTeam.open();
    other = await team.app.beside();
  });
  afterAll(async () => {
    await other.stop();
    await team.close();
  });

  const words = 'Den fløy 4600 kilometer.';
  const create = (
    article: TestArticle,
    by: Caller,
    more: object = {},
  ): Promise<Answer<AnnotationView & Partial<Pick<Problem, 'code' | 'errors'>>>> =>
    by.call('POST', `/api/articles/${article.id}/annotations`, {
      selector: article.select(words),
      verdict: 'confirmed',
      ...more,
    });
  const faults = ({ id }: TestArticle) =>
    team.app.nest.get(HeadRebuilder, { strict: false }).faults({ newsroomId: team.newsroomId, id });
  /** In how many transactions the events of an article were appended. */
  const transactions = async ({ id }: TestArticle): Promise<number> => {
    const [row] = await team.app.database.lookUp(
      (tx) => tx.$queryRaw<{ count: number }[]>`
        SELECT count(DISTINCT "xmin"::text)::int AS "count" FROM "Event" WHERE "articleId" = ${id}::uuid`,
    );
    return row?.count ?? 0;
  };

  it('are made together, each on its own merits', async () => {
    const article = await team.article();
    const sourceId = await team.source();
    const cited = { citations: [{ sourceId, stance: 'supports' }] };
    const wrong = {
      selector: [
        { type: 'TextPositionSelector', start: 0, end: 4 },
        { type: 'TextQuoteSelector', exact: 'Vi' },
      ],
    };
    const answers = await Promise.all([
      ...Array.from({ length: 20 }, (_, index) => create(article, index % 2 ? team.editor : team.colleague, cited)),
      create(article, team.editor, wrong),
      create(article, team.editor, { citations: [{ sourceId: newId(), stance: 'supports' }] }),
      create(article, team.editor, { articleRevision: 7 }),
      ...Array.from({ length: 3 }, () => create(article, team.colleague, { verdict: 'denied' })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([...Array(20).fill(201), 422, 422, 412, 201, 201, 201]);
    expect(answers.slice(20, 23).map(({ body }) => body.code)).toEqual(['selector-mismatch', 'invalid', 'stale']);
    expect(answers[21]?.body.errors?.[0]).toMatchObject({ pointer: '/citations/0/sourceId' });
    const made = answers.filter(({ status }) => status === 201).map(({ body }) => body);
    expect(made.map(({ authors }) => authors[0]?.name).slice(0, 2)).toEqual(['Ola', 'Eva']);

    const events = (await team.events(article.id)).filter(({ type }) => type === 'annotation.created');
    expect(new Set(events.map(({ subjectId }) => subjectId))).toEqual(new Set(made.map(({ id }) => id)));
    for (const { subjectId, actorId } of events)
      expect(made.find(({ id }) => id === subjectId)?.authors[0]?.id).toBe(actorId);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(await transactions(article)).toBeLessThan(10);
    expect(await faults(article)).toEqual([]);

    // What was told of the last one that was made is what is told of it now.
    const last = made.find(({ id }) => id === events.at(-1)?.subjectId);
    expect(last && (await team.get(last.id)).conflicts).toEqual(last?.conflicts);
    expect(last?.conflicts.length).toBeGreaterThan(0);
  });

  it('are not hindered by one that the database refuses, or that may not be made any more', async () => {
    const article = await team.article();
    await team.app.database.acrossNewsrooms(async (tx) => {
      await tx.$executeRaw`CREATE FUNCTION refuse_bad() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW."rationale" = 'ond' THEN RAISE EXCEPTION 'bad' USING ERRCODE = 'BG003'; END IF; RETURN NEW; END $$`;
      await tx.$executeRaw`CREATE TRIGGER bad BEFORE INSERT ON "AnnotationRevision" FOR EACH ROW EXECUTE FUNCTION refuse_bad()`;
    });
    const { actor } = team.editor;
    const selector: NewAnnotation['selector'] = article.select(words);
    const body: NewAnnotation = { selector, verdict: 'confirmed', rationale: '', citations: [] };
    const creations = team.app.nest.get(CreationsService, { strict: false });
    const [, , bad, gone, demoted] = await Promise.allSettled([
      creations.create(actor, article.id, body),
      creations.create(actor, article.id, body),
      creations.create(actor, article.id, { ...body, rationale: 'ond' }),
      creations.create({ ...actor, sessionId: newId() }, article.id, body),
      creations.create({ ...actor, roles: ['editor', 'reviewer'] }, article.id, body),
      creations.create(team.colleague.actor, article.id, body),
    ]);
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'in-use' } });
    expect(gone).toMatchObject({ status: 'rejected', reason: { code: 'unauthenticated' } });
    expect(demoted).toMatchObject({ status: 'rejected', reason: { code: 'forbidden' } });
    expect(await team.events(article.id)).toHaveLength(3);
    expect(await faults(article)).toEqual([]);
  });

  it('and everything else by two servers in turns leave heads that follow from the facts', async () => {
    const article = await team.article();
    const beside = (who: Caller) => other.caller(who.secret, who.actor);
    const people = [team.editor, beside(team.editor), team.colleague, beside(team.colleague)];
    const reviewers = [team.reviewer, beside(team.reviewer)];
    const step = (by: Caller, { id, etag }: AnnotationView, what: string) =>
      by.call<AnnotationView>('POST', `/api/annotations/${id}/${what}`, { comment: 'x' }, { 'if-match': etag });
    for (let round = 0; round < 4; round += 1) {
      const made = await Promise.all(
        people.map((by, index) => create(article, by, { verdict: index % 2 ? 'confirmed' : 'denied' })),
      );
      const submitted = await Promise.all(
        made.map(({ body }, index) => step(people[(index + round) % 4] ?? team.editor, body, 'submit')),
      );
      const decided = await Promise.all(
        submitted.map(({ body }, index) =>
          step(reviewers[(index + round) % 2] ?? team.reviewer, body, round === 3 ? 'approve' : 'return'),
        ),
      );
      // Of those that contradict each other, the first to be approved stays.
      expect(new Set(decided.map(({ status }) => status))).toEqual(new Set(round === 3 ? [200, 409] : [200]));
      const mark = `/api/articles/${article.id}/sentences/${round}/checkability`;
      await (people[round] ?? team.editor).call('PUT', mark, { checkable: false, reason: 'opinion' });
      expect(await faults(article)).toEqual([]);
    }
    const one = await create(article, people[1] ?? team.editor, { verdict: 'disputed' });
    expect((await team.get(one.body.id)).conflicts).toEqual(one.body.conflicts);
  });
});
