import type { PresenceList } from '@belegg/contract';
import { randomUUID } from 'node:crypto';
import { TestTeam } from '../test/team';
import type { TestArticle } from '../test/article';
import type { Caller, TestApp } from '../test/test-app';

describe('Presence', () => {
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

  const be = async (by: Caller, { id }: TestArticle, place: object = {}, tab = by.actor.sessionId) =>
    (await by.call<PresenceList>('POST', `/api/articles/${id}/presence`, { tab, ...place })).body.others;
  const leave = (by: Caller, { id }: TestArticle, tab = by.actor.sessionId) =>
    by.call('POST', `/api/articles/${id}/presence/leave`, { tab });

  it('is known by every process, with the place where each was last, and goes at once when they leave', async () => {
    const article = await team.article();
    const elsewhere = other.caller(team.reviewer.secret, team.reviewer.actor);
    expect(await be(team.editor, article, { sentence: 2 })).toEqual([]);
    expect(await be(elsewhere, article)).toEqual([
      { person: { id: team.editor.actor.accountId, name: 'Eva' }, sentence: 2 },
    ]);
    const { id } = await team.annotate(article, 'Den fløy 4600 kilometer.');
    await be(elsewhere, article, { sentence: 1, annotationId: id });
    expect(await be(team.editor, article)).toMatchObject([{ person: { name: 'Rita' }, sentence: 1, annotationId: id }]);
    expect((await leave(elsewhere, article)).status).toBe(204);
    expect(await be(team.editor, article)).toEqual([]);
  });

  it('counts a person once, however many tabs they have, until the last is closed', async () => {
    const article = await team.article();
    const second = randomUUID();
    await be(team.editor, article, { sentence: 1 });
    await be(team.editor, article, { sentence: 3 }, second);
    expect(await be(team.reviewer, article)).toMatchObject([{ sentence: 3 }]);
    await leave(team.editor, article, second);
    expect(await be(team.reviewer, article)).toMatchObject([{ sentence: 1 }]);
  });

  it('expires, and says nothing in the log', async () => {
    const article = await team.article();
    const before = await team.events(article.id);
    await be(team.editor, article);
    const { newsroomId } = team;
    const age = (seconds: number) =>
      team.app.database.inNewsroom(newsroomId, async (tx) => {
        const seenAt = new Date(Date.now() - seconds * 1000);
        await tx.presence.updateMany({ where: { newsroomId, articleId: article.id }, data: { seenAt } });
      });
    await age(25);
    expect(await be(team.reviewer, article)).toHaveLength(1);
    await age(60);
    expect(await be(team.colleague, article)).toEqual([]);
    const rows = await team.app.database.inNewsroom(newsroomId, (tx) =>
      tx.presence.count({ where: { newsroomId, articleId: article.id } }),
    );
    expect(rows).toBe(1);
    expect(await team.events(article.id)).toEqual(before);
  });

  it('is of one newsroom: another one neither sees nor ends it', async () => {
    const article = await team.article();
    await be(team.editor, article);
    expect((await team.stranger.call('POST', `/api/articles/${article.id}/presence`, { tab: article.id })).status).toBe(
      404,
    );
    expect((await leave(team.stranger, article, team.editor.actor.sessionId)).status).toBe(404);
    await leave(team.reviewer, article, team.editor.actor.sessionId);
    expect(await be(team.reviewer, article)).toHaveLength(1);
  });
});
