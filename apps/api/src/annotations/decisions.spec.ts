import type { AnnotationView } from '@belegg/contract';
import type { Status } from '@belegg/domain';
import { termsIn } from '@belegg/terms';
import { newId } from '../platform/ids';
import { TestTeam } from '../test/team';
import type { TestArticle } from '../test/article';

const refusedBecause = (status: string) => ({
  status: 409,
  body: { code: 'wrong-status', detail: expect.stringContaining(termsIn.en.status[status as Status].toLowerCase()) },
});

describe('Review', () => {
  let team: TestTeam;
  let article: TestArticle;

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  beforeEach(async () => {
    article = await team.article();
  });
  afterAll(() => team.close());

  const stepsOf = (id: string) =>
    team.app.database.inNewsroom(team.newsroomId, (tx) =>
      tx.reviewStep.findMany({ where: { annotationId: id }, orderBy: { eventId: 'asc' } }),
    );

  describe('each way through it', () => {
    const actions = ['submit', 'withdraw', 'approve', 'return', 'retire'] as const;
    const make: Record<string, () => Promise<AnnotationView>> = {
      draft: () => team.annotate(article, 'tirsdag'),
      submitted: () => team.submitted(article, 'tirsdag'),
      returned: async () => (await team.act(await team.submitted(article, 'tirsdag'), 'return', team.reviewer)).body,
      approved: () => team.approved(article, 'tirsdag'),
      lapsed: async () => (await team.edit(await team.approved(article, 'tirsdag'), { rationale: 'ny' })).body,
      retired: async () => (await team.act(await team.annotate(article, 'tirsdag'), 'retire', team.editor)).body,
    };
    const reached: Record<string, Partial<Record<(typeof actions)[number], string>>> = {
      draft: { submit: 'submitted', retire: 'retired' },
      submitted: { withdraw: 'draft', approve: 'approved', return: 'returned', retire: 'retired' },
      returned: { submit: 'submitted', retire: 'retired' },
      approved: { retire: 'retired' },
      lapsed: { submit: 'submitted', retire: 'retired' },
      retired: {},
    };

    for (const [status, ways] of Object.entries(reached)) {
      for (const action of actions) {
        it(`${action} of one that is ${status}: ${ways[action] ?? 'refused'}`, async () => {
          const before = await make[status]!();
          expect(before.status).toBe(status);
          const answer = await team.act(before, action, team.reviewer);
          if (ways[action] === undefined) {
            expect(answer).toMatchObject(refusedBecause(status));
            expect(await team.get(before.id)).toEqual({ ...before, others: [] });
          } else {
            expect(answer).toMatchObject({ status: 200, body: { status: ways[action] } });
            expect(answer.body.etag).not.toBe(before.etag);
            expect(answer.headers['etag']).toBe(answer.body.etag);
            expect((await team.events(article.id)).at(-1)).toMatchObject({
              data: { before: { status }, after: { status: ways[action] } },
            });
          }
        });
      }

      it(`edit of one that is ${status}: ${status === 'retired' ? 'refused' : 'a new revision'}`, async () => {
        const before = await make[status]!();
        const answer = await team.edit(before, { rationale: 'ganske ny' });
        if (status === 'retired') expect(answer).toMatchObject(refusedBecause('retired'));
        else
          expect(answer).toMatchObject({
            status: 200,
            body: {
              revision: before.revision + 1,
              status: status === 'approved' || status === 'lapsed' ? 'lapsed' : 'draft',
            },
          });
      });
    }
  });

  it('keeps the comment, who decided, and both revisions of each step', async () => {
    const returned = (await team.act(await team.submitted(article, 'tirsdag'), 'return', team.reviewer, 'Finn kilde'))
      .body;
    expect(returned.steps).toMatchObject([
      { kind: 'submitted', annotationRevision: 1, articleRevision: 1, by: { name: 'Eva' } },
      { kind: 'returned', annotationRevision: 1, articleRevision: 1, by: { name: 'Rita' }, comment: 'Finn kilde' },
    ]);
    const bare = await team.reviewer.call(
      'POST',
      `/api/annotations/${returned.id}/return`,
      {},
      { 'if-match': returned.etag },
    );
    expect(bare).toMatchObject({ status: 422, body: { code: 'invalid' } });
    const retired = (await team.act(returned, 'retire', team.editor, 'Dobbelt')).body;
    expect(retired.steps.at(-1)).toMatchObject({ kind: 'retired', comment: 'Dobbelt' });
  });

  describe('of own work', () => {
    it('is refused to each of several authors, before anything is said of the state', async () => {
      const first = await team.annotate(article, 'tirsdag', {}, team.reviewer);
      const second = (await team.edit(first, { rationale: 'x' }, team.reviewer2)).body;
      const third = (await team.edit(second, { rationale: 'y' }, team.colleague)).body;
      const submitted = (await team.act(third, 'submit', team.colleague)).body;
      for (const author of [team.reviewer, team.reviewer2]) {
        for (const action of ['approve', 'return'] as const) {
          expect(await team.act(submitted, action, author)).toMatchObject({ status: 403, body: { code: 'own-work' } });
          expect(await team.act(first, action, author)).toMatchObject({ status: 403, body: { code: 'own-work' } });
        }
      }
      expect((await team.get(submitted.id)).status).toBe('submitted');
    });

    it('is refused to roles that combine as well', async () => {
      const both = await team.app.member(team.newsroomId, ['editor', 'reviewer', 'admin']);
      const own = (await team.act(await team.annotate(article, 'tirsdag', {}, both), 'submit', both)).body;
      expect((await team.act(own, 'approve', both)).status).toBe(403);
      expect((await team.act(own, 'approve', team.reviewer)).status).toBe(200);
    });

    const approveRaw = (annotation: AnnotationView, actorId: string) =>
      team.app.database.inNewsroom(team.newsroomId, (tx) =>
        tx.reviewStep.create({
          data: {
            newsroomId: team.newsroomId,
            id: newId(),
            articleId: article.id,
            annotationId: annotation.id,
            annotationRevision: 1,
            articleRevision: 1,
            kind: 'approved',
            actorId,
            createdAt: new Date(),
            eventId: 1n,
          },
        }),
      );

    it('is refused by the database itself, whoever asks', async () => {
      const annotation = await team.submitted(article, 'tirsdag');
      await expect(approveRaw(annotation, team.editor.actor.accountId)).rejects.toMatchObject({ code: 'own-work' });
      expect(await stepsOf(annotation.id)).toHaveLength(1);
    });

    it('and so is a second approval of the same revisions', async () => {
      const annotation = await team.approved(article, 'tirsdag');
      await expect(approveRaw(annotation, team.reviewer2.actor.accountId)).rejects.toMatchObject({ code: 'stale' });
      expect(await stepsOf(annotation.id)).toHaveLength(2);
    });
  });

  describe('of what was not seen', () => {
    it('gets 412 with what is there now, also where the action would not fit', async () => {
      const seen = await team.submitted(article, 'tirsdag');
      const now = (await team.edit(seen, { verdict: 'denied' }, team.colleague)).body;
      for (const action of ['approve', 'return', 'withdraw', 'submit', 'retire'] as const) {
        const { status, body } = await team.act(seen, action, team.reviewer);
        expect(status).toBe(412);
        expect(body).toMatchObject({ code: 'stale', current: now });
      }
      expect((await team.edit(seen, { rationale: 'x' })).body).toMatchObject({ code: 'stale', current: now });
    });

    it('takes no wildcard and no weak tag for having seen it', async () => {
      const seen = await team.submitted(article, 'tirsdag');
      for (const etag of ['*', `W/${seen.etag}`, 'nonsense'])
        expect((await team.act({ ...seen, etag }, 'approve', team.reviewer)).status).toBe(412);
    });

    it('of a text that was revised meanwhile', async () => {
      const seen = await team.submitted(article, 'tirsdag');
      await article.revise(`${article.text.text}\nNytt.`);
      expect((await team.act(seen, 'approve', team.reviewer)).status).toBe(412);
    });
  });

  it('by two reviewers at once, 200 rounds: one approval, one 412, one step and one event each', async () => {
    const ids = new Set<string | null>();
    for (let round = 0; round < 200; round += 1) {
      const submitted = await team.submitted(article, 'tirsdag');
      const answers = await Promise.all([
        team.act(submitted, 'approve', team.reviewer),
        team.act(submitted, 'approve', team.reviewer2),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      ids.add(submitted.id);
    }
    const told = Map.groupBy(await team.events(article.id), ({ subjectId }) => subjectId);
    expect(new Set(told.keys())).toEqual(ids);
    const steps = await team.app.database.inNewsroom(team.newsroomId, (tx) =>
      tx.reviewStep.findMany({ where: { articleId: article.id }, orderBy: { eventId: 'asc' } }),
    );
    for (const taken of Map.groupBy(steps, ({ annotationId }) => annotationId).values())
      expect(taken.map(({ kind }) => kind)).toEqual(['submitted', 'approved']);
    for (const events of told.values())
      expect(events.map(({ type }) => type)).toEqual([
        'annotation.created',
        'annotation.submitted',
        'annotation.approved',
      ]);
  }, 240_000);

  it('racing an edit, 40 rounds: never approved as what nobody approved', async () => {
    for (let round = 0; round < 40; round += 1) {
      const submitted = await team.submitted(article, 'tirsdag');
      const [approving, editing] = await Promise.all([
        team.act(submitted, 'approve', team.reviewer),
        team.edit(submitted, { rationale: `${round}` }),
      ]);
      expect([approving.status, editing.status].sort()).toEqual([200, 412]);
      const now = await team.get(submitted.id);
      if (approving.status === 200) expect(now).toMatchObject({ status: 'approved', revision: 1, rationale: '' });
      else expect(now).toMatchObject({ status: 'draft', revision: 2, rationale: `${round}` });
    }
  });

  it('numbers the events of an article without a gap while many write at once', async () => {
    const annotations = await Promise.all(Array.from({ length: 12 }, () => team.annotate(article, 'tirsdag')));
    await Promise.all(
      annotations.flatMap((annotation) => [
        team.act(annotation, 'submit', team.editor),
        team.edit(annotation, { rationale: 'x' }),
        team.annotate(article, 'rakett'),
      ]),
    );
    const events = await team.events(article.id);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events).toHaveLength(36);
  });
});
