import type { AssignmentView, NotificationChoicesView, NotificationView, ThreadView } from '@belegg/contract';
import { JobQueue, JobWorker } from '../platform/jobs';
import { TestMailServer } from '../test/test-mail-server';
import { TestTeam } from '../test/team';
import type { TestArticle } from '../test/article';
import type { Caller } from '../test/test-app';
import { Notifier } from './notifier';

describe('notifications', () => {
  let team: TestTeam;
  let mails: TestMailServer;
  let worker: JobWorker;
  let article: TestArticle;
  beforeAll(async () => {
    mails = await TestMailServer.start();
    team = await TestTeam.open(mails.settings);
    worker = team.app.nest.get(JobWorker);
    article = await team.article();
  });
  afterAll(async () => {
    await team.close();
    await mails.stop();
  });
  beforeEach(async () => {
    await worker.runAll();
    await team.app.database.acrossNewsrooms((tx) => tx.notification.deleteMany());
    mails.mails.length = 0;
  });

  const of = async (who: Caller, query = '') =>
    (await who.call<{ items: NotificationView[] }>('GET', `/api/notifications${query}`)).body.items;
  const kindsOf = async (who: Caller) => (await of(who)).map(({ kind }) => kind);
  const unread = async (who: Caller) =>
    (await who.call<{ unread: number }>('GET', '/api/notifications/unread')).body.unread;
  const addressOf = ({ actor }: Caller) => `${actor.accountId}@example.test`;
  const begin = async (more: object, by = team.editor) => {
    const { body, status, text } = await by.call<ThreadView>('POST', '/api/threads', {
      articleId: article.id,
      text: 'Er dette sikkert, sier kilden Hemmelig Hansen?',
      ...more,
    });
    if (status !== 201) throw new Error(text);
    return body;
  };
  const choose = async (who: Caller, more: object) => {
    const now = (await who.call<Partial<NotificationChoicesView>>('GET', '/api/notifications/choices')).body;
    delete now.canMail;
    return who.call<NotificationChoicesView>('PUT', '/api/notifications/choices', { ...now, ...more });
  };

  it('tell whoever is mentioned or asked, once, with where it is, and nobody else', async () => {
    const thread = await begin({
      askedId: team.reviewer.actor.accountId,
      mentions: [team.colleague, team.reviewer, team.editor].map(({ actor }) => actor.accountId),
    });
    await worker.runAll();
    expect(await of(team.colleague)).toMatchObject([
      {
        kind: 'mention',
        isRead: false,
        actor: { name: 'Eva' },
        article: { id: article.id },
        threadId: thread.id,
      },
    ]);
    expect(await kindsOf(team.reviewer)).toEqual(['question']);
    for (const who of [team.editor, team.admin, team.stranger]) expect(await of(who)).toEqual([]);
  });

  it('tell authors what became of their claims: returned, lapsed by an edit, lapsed by a new text, signed off', async () => {
    const own = await team.article('Raketten fløy. Den falt i havet.');
    const submitted = await team.submitted(own, 'Raketten fløy.');
    const { body: returned } = await team.act(submitted, 'return', team.reviewer, 'Finn en kilde');
    await worker.runAll();
    expect(await of(team.editor)).toMatchObject([
      { kind: 'return', annotationId: returned.id, actor: { name: 'Rita' } },
    ]);

    const again = (await team.act(returned, 'submit', team.editor)).body;
    const approved = (await team.act(again, 'approve', team.reviewer)).body;
    await team.edit(approved, { rationale: 'Radar.' }, team.colleague);
    await worker.runAll();
    expect(await kindsOf(team.editor)).toEqual(['lapse', 'return']);

    const second = await team.approved(own, 'Den falt i havet.');
    const { etag } = (await team.editor.call<{ etag: string }>('GET', `/api/articles/${own.id}`)).body;
    const revise = await team.colleague.call(
      'POST',
      `/api/articles/${own.id}/revisions`,
      { format: 'text', content: 'Raketten fløy. Den falt i sjøen.' },
      { 'if-match': etag },
    );
    expect(revise.status).toBe(201);
    await worker.runAll();
    expect((await of(team.editor))[0]).toMatchObject({ kind: 'lapse', annotationId: second.id, count: 1 });
    expect(await kindsOf(team.reviewer)).toEqual([]);

    const signed = await team.article('Raketten fløy.');
    await team.approved(signed, 'Raketten fløy.');
    expect((await team.signOff(signed.id)).status).toBe(201);
    await worker.runAll();
    expect((await of(team.editor))[0]).toMatchObject({ kind: 'signOff', article: { id: signed.id } });
    expect(await kindsOf(team.reviewer)).toEqual([]);
  });

  it('tell whoever is given something to do, and not whoever takes it or has it already', async () => {
    const path = `/api/articles/${article.id}/assignments`;
    await team.colleague.call('POST', path, { kind: 'check' });
    const assigneeId = team.colleague.actor.accountId;
    const { body } = await team.editor.call<AssignmentView>('POST', path, { kind: 'legal', assigneeId });
    const change = (etag: string, to: object) =>
      team.editor.call<AssignmentView>('PATCH', `/api/assignments/${body.id}`, to, { 'if-match': etag });
    const noted = (await change(body.etag, { note: 'Fort' })).body;
    await change(noted.etag, { assigneeId: team.reviewer.actor.accountId });
    await worker.runAll();
    expect(await kindsOf(team.colleague)).toEqual(['assignment']);
    expect(await kindsOf(team.reviewer)).toEqual(['assignment']);
  });

  it('are read, and unread again, by whom they are for alone', async () => {
    await begin({ mentions: [team.colleague.actor.accountId] });
    await begin({ mentions: [team.colleague.actor.accountId] });
    await worker.runAll();
    const [first] = await of(team.colleague);
    const mark = (who: Caller, body: object) => who.call('POST', '/api/notifications/marks', body);
    expect((await mark(team.reviewer, { ids: [first?.id], isRead: true })).body).toEqual({ unread: 0 });
    expect((await mark(team.stranger, { ids: [first?.id], isRead: true })).body).toEqual({ unread: 0 });
    expect(await unread(team.colleague)).toBe(2);
    expect((await mark(team.colleague, { ids: [first?.id], isRead: true })).body).toEqual({ unread: 1 });
    expect(await of(team.colleague, '?unread=true')).toHaveLength(1);
    expect((await mark(team.colleague, { isRead: true })).body).toEqual({ unread: 0 });
    expect((await mark(team.colleague, { ids: [first?.id], isRead: false })).body).toEqual({ unread: 1 });
  });

  it('go out in one mail, in plain words and in HTML, and without what may be protected', async () => {
    await choose(team.colleague, { language: 'nn' });
    await begin({ mentions: [team.colleague.actor.accountId] });
    await begin({ mentions: [team.colleague.actor.accountId] });
    await worker.runAll();
    const [mail, ...others] = mails.to(addressOf(team.colleague));
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('Redaksjonen: 2 nye varsel');
    expect(mail?.content).toContain('Eva nemnde deg i «');
    expect(mail?.content).toContain(`http://localhost/articles/${article.id}`);
    expect(mail?.content).toMatch(/Content-Type: text\/plain[\s\S]*Content-Type: text\/html/);
    expect(mail?.content).not.toMatch(/Hemmelig|Hansen|sikkert/);
    await worker.runAll();
    expect(mails.mails).toHaveLength(1);
  });

  it('come as they were chosen: in the page alone, by mail alone, or not at all', async () => {
    await choose(team.colleague, { byMail: [] });
    await choose(team.reviewer, { inPage: [] });
    await choose(team.reviewer2, { inPage: ['return'], byMail: ['return'] });
    const everybody = [team.colleague, team.reviewer, team.reviewer2];
    await begin({ mentions: everybody.map(({ actor }) => actor.accountId) });
    await worker.runAll();
    expect(await Promise.all(everybody.map(unread))).toEqual([1, 0, 0]);
    expect(everybody.map((who) => mails.to(addressOf(who)).length)).toEqual([0, 1, 0]);
    const all = { inPage: ['mention', 'question'], byMail: ['mention', 'question'] };
    for (const who of everybody) await choose(who, all);
  });

  it('wait for the morning', async () => {
    // Quiet hours all day but for one minute that is long past.
    await choose(team.colleague, { quietFrom: 0, quietUntil: 23 });
    await begin({ mentions: [team.colleague.actor.accountId] });
    await worker.runAll();
    const { rows } = await dueTimes();
    const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: 'numeric', hourCycle: 'h23' });
    expect(rows.map((at) => hour.format(at))).toEqual(['23']);
    await choose(team.colleague, { quietFrom: 22, quietUntil: 22 });
  });
  /** When the latest mail may go out. */
  const dueTimes = async () => {
    const jobs = await (await team.app.nest.get(JobQueue).open()).findJobs<{ accountId: string }>('digest');
    const own = jobs.filter(({ data }) => data.accountId === team.colleague.actor.accountId);
    return { rows: own.slice(-1).map(({ startAfter }) => startAfter) };
  };

  it('are told once, and mailed under one name, where a process dies at any step', async () => {
    const person = team.colleague;
    await begin({ mentions: [person.actor.accountId] });
    // The mail server has it, and whoever sent it dies before they know.
    mails.after = async () => {
      mails.after = () => Promise.resolve();
      throw new Error('the line broke');
    };
    await worker.runAll();
    expect(await unread(person)).toBe(1);
    const sent = mails.to(addressOf(person));
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    // The log is looked through again from where it was before.
    await team.app.database.acrossNewsrooms((tx) => tx.notificationCursor.updateMany({ data: { position: 0 } }));
    await begin({ mentions: [], askedId: person.actor.accountId });
    await worker.runAll();
    expect((await kindsOf(person)).filter((kind) => kind === 'question')).toHaveLength(1);
    expect(await unread(person)).toBeGreaterThan(1);
  });

  it('can be told of what follows from no event, once for each key', async () => {
    const { newsroomId } = team;
    const { accountId } = team.colleague.actor;
    const tell = () =>
      team.app.database.inNewsroom(newsroomId, (tx) =>
        team.app.nest
          .get(Notifier, { strict: false })
          .tell(tx, newsroomId, [{ accountId, kind: 'mention', key: 'due 1', at: new Date(), articleId: article.id }]),
      );
    await tell();
    await tell();
    expect(await of(team.colleague)).toHaveLength(1);
  });
});

describe('notifications without a mail server', () => {
  it('come in the page, and nothing waits to be sent', async () => {
    const team = await TestTeam.open();
    const article = await team.article();
    const mentions = [team.colleague.actor.accountId];
    await team.editor.call('POST', '/api/threads', { articleId: article.id, text: 'Se her', mentions });
    expect(await team.app.nest.get(JobWorker).runAll()).toBe(1);
    expect((await team.colleague.call('GET', '/api/notifications/unread')).body).toEqual({ unread: 1 });
    expect((await team.colleague.call('GET', '/api/notifications/choices')).body).toMatchObject({ canMail: false });
    await team.close();
  });
});
