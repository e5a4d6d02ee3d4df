import type { Member, MemberWithPassword } from '@belegg/contract';
import type { Role } from '@belegg/domain';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { newId } from '../platform/ids';
import { TestApp, type Answer, type Caller } from '../test/test-app';

type List = { items: Member[]; nextCursor?: string };

describe('members', () => {
  let app: TestApp;
  let newsroomId: string;
  let admin: Caller;
  let editor: Caller;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    newsroomId = await app.newsroom();
    admin = await app.member(newsroomId, ['admin'], 'Anne');
    editor = await app.member(newsroomId, ['editor'], 'Eli');
  });

  const add = (email: string, roles: readonly Role[] = ['editor'], by = admin) =>
    by.call<MemberWithPassword>('POST', '/api/members', { name: 'Nils', email, roles });
  const change = (id: string, body: object, by = admin) => by.call<Member>('PATCH', `/api/members/${id}`, body);
  const signIn = (email: string, password = '') => app.nobody.call('POST', '/api/session', { email, password });
  const whoAmI = async ({ call }: Caller) => (await call('GET', '/api/session')).status;
  const newEmail = () => `${newId()}@example.test`;
  const events = (type: string, newsroom = newsroomId) =>
    app.database.inNewsroom(newsroom, (tx) =>
      tx.event.findMany({ where: { newsroomId: newsroom, type }, orderBy: { id: 'asc' } }),
    );

  it('are seen by every member, page by page, and by nobody of another newsroom', async () => {
    expect((await editor.call<List>('GET', '/api/members')).body.items).toEqual([
      expect.objectContaining({ id: admin.actor.accountId, name: 'Anne', roles: ['admin'], disabled: false }),
      expect.objectContaining({ id: editor.actor.accountId, name: 'Eli', roles: ['editor'] }),
    ]);
    const stranger = await app.member(await app.newsroom(), ['admin']);
    expect((await stranger.call<List>('GET', '/api/members')).body.items.map(({ id }) => id)).toEqual([
      stranger.actor.accountId,
    ]);
    await app.database.acrossNewsrooms(async (tx) => {
      for (let i = 0; i < 100; i += 1) {
        const id = newId();
        await tx.account.create({ data: { id, email: newEmail(), name: 'x', passwordHash: '' } });
        await tx.membership.create({ data: { newsroomId, accountId: id, roles: ['editor'] } });
      }
    });
    const first = await editor.call<List>('GET', '/api/members');
    expect(first.body.items).toHaveLength(100);
    expect((await editor.call<List>('GET', `/api/members?cursor=${first.body.nextCursor}`)).body.items).toHaveLength(2);
    expect((await editor.call('GET', '/api/members?cursor=made-up')).status).toBe(422);
  });

  describe('who is added', () => {
    it('gets a one-time password, which opens nothing until it is replaced', async () => {
      const email = newEmail();
      const added = await add(email.toUpperCase(), ['reviewer', 'editor']);
      expect(added).toMatchObject({
        status: 201,
        body: { name: 'Nils', email, roles: ['editor', 'reviewer'], disabled: false },
      });
      expect(added.body.oneTimePassword).toMatch(/^(\w{4}-){3}\w{4}$/);
      expect(await signIn(email, added.body.oneTimePassword)).toMatchObject({
        status: 201,
        body: { mustChangePassword: true },
      });
      expect(await events('member.added')).toEqual([
        expect.objectContaining({
          actorId: admin.actor.accountId,
          subjectId: added.body.id,
          data: { name: 'Nils', email, roles: ['editor', 'reviewer'] },
        }),
      ]);
    });

    it('keeps their own name and password when they have an account', async () => {
      const elsewhere = await app.newsroom();
      const email = newEmail();
      const first = await add(email, ['editor'], await app.member(elsewhere, ['admin']));
      const joined = await admin.call<MemberWithPassword>('POST', '/api/members', {
        name: 'Another name',
        email,
        roles: ['reviewer'],
      });
      expect(joined).toMatchObject({ status: 201, body: { id: first.body.id, name: 'Nils', roles: ['reviewer'] } });
      expect(joined.body).not.toHaveProperty('oneTimePassword');
      const { body } = await signIn(email, first.body.oneTimePassword);
      expect(body).toMatchObject({ newsroom: { id: elsewhere }, newsrooms: [{ id: elsewhere }, { id: newsroomId }] });
    });

    it('is added once, also by two at once', async () => {
      const email = newEmail();
      const answers = await Promise.all([add(email), add(email), add(email)]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
      expect(await add(email)).toMatchObject({ status: 409, body: { code: 'duplicate' } });
      expect(await events('member.added')).toHaveLength(1);
    });

    it.each([
      ['no role', { roles: [] }],
      ['the same role twice', { roles: ['editor', 'editor'] }],
      ['an unknown role', { roles: ['owner'] }],
      ['no e-mail address', { email: 'nils' }],
      ['an id', { id: newId() }],
      ['a newsroom', { newsroomId: newId() }],
      ['a password', { password: 'chosen by the admin' }],
    ])('is refused with %s', async (_, wrong) => {
      expect(
        (await admin.call('POST', '/api/members', { name: 'Nils', email: newEmail(), roles: ['editor'], ...wrong }))
          .status,
      ).toBe(422);
    });
  });

  describe('roles', () => {
    it('count at once, and end the sessions and tokens of this newsroom', async () => {
      expect(await change(editor.actor.accountId, { roles: ['reviewer', 'editor'] })).toMatchObject({
        status: 200,
        body: { roles: ['editor', 'reviewer'] },
      });
      expect(await whoAmI(editor)).toBe(401);
      expect(await events('member.changed')).toEqual([
        expect.objectContaining({
          subjectId: editor.actor.accountId,
          data: {
            before: { roles: ['editor'], disabled: false },
            after: { roles: ['editor', 'reviewer'], disabled: false },
          },
        }),
      ]);
    });

    it('that stay the same end nothing and are no event', async () => {
      expect((await change(editor.actor.accountId, { roles: ['editor'], disabled: false })).status).toBe(200);
      expect(await whoAmI(editor)).toBe(200);
      expect(await events('member.changed')).toEqual([]);
    });
  });

  describe('a disabled member', () => {
    it('is out at once, cannot sign in, and comes back without the old sessions', async () => {
      const email = newEmail();
      const {
        body: { id, oneTimePassword },
      } = await add(email);
      expect((await change(editor.actor.accountId, { disabled: true })).body.disabled).toBe(true);
      expect(await whoAmI(editor)).toBe(401);
      await change(id, { disabled: true });
      expect((await signIn(email, oneTimePassword)).status).toBe(401);
      await change(id, { disabled: false });
      await change(editor.actor.accountId, { disabled: false });
      expect((await signIn(email, oneTimePassword)).status).toBe(201);
      expect(await whoAmI(editor)).toBe(401);
    });
  });

  describe('the last administrator', () => {
    it('cannot be disabled or lose the role', async () => {
      const { accountId } = admin.actor;
      expect(await change(accountId, { disabled: true })).toMatchObject({ status: 409, body: { code: 'last-admin' } });
      expect(await change(accountId, { roles: ['editor'] })).toMatchObject({
        status: 409,
        body: { code: 'last-admin' },
      });
      expect((await change(accountId, { roles: ['editor', 'admin'] })).status).toBe(200);
    });

    it('is not lost when two demote each other, or themselves, at once', async () => {
      for (let round = 0; round < 10; round += 1) {
        const room = await app.newsroom();
        const [a, b] = [await app.member(room, ['admin']), await app.member(room, ['admin'])];
        const [first, second] = round % 2 === 0 ? [b, a] : [a, b];
        const answers = await Promise.all([
          change(first.actor.accountId, { roles: ['editor'] }, a),
          change(second.actor.accountId, { disabled: true }, b),
        ]);
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
        const left = await app.database.lookUp((tx) =>
          tx.membership.count({ where: { newsroomId: room, disabledAt: null, roles: { has: 'admin' } } }),
        );
        expect(left).toBe(1);
      }
    });
  });

  describe('a reset password', () => {
    const reset = (id: string, by = admin) => by.call<MemberWithPassword>('POST', `/api/members/${id}/password`);

    it('replaces the old one, ends every session, and has to be changed', async () => {
      const email = newEmail();
      const {
        body: { id, oneTimePassword },
      } = await add(email);
      const cookie = String((await signIn(email, oneTimePassword)).headers['set-cookie']).split(';')[0] ?? '';
      const { status, body } = await reset(id);
      expect(status).toBe(200);
      expect((await app.nobody.call('GET', '/api/session', undefined, { cookie })).status).toBe(401);
      expect((await signIn(email, oneTimePassword)).status).toBe(401);
      expect(await signIn(email, body.oneTimePassword)).toMatchObject({
        status: 201,
        body: { mustChangePassword: true },
      });
      expect(await events('member.changed')).toEqual([
        expect.objectContaining({ subjectId: id, data: { password: 'reset' } }),
      ]);
    });

    it('is not to be had for an account that another newsroom uses too, even when it joins right now', async () => {
      const elsewhere = await app.newsroom();
      const email = newEmail();
      const {
        body: { id, oneTimePassword },
      } = await add(email);
      const joining = new pg.Client(app.databaseUrl);
      await joining.connect();
      await joining.query('BEGIN');
      await joining.query(`INSERT INTO "Membership" ("newsroomId", "accountId", "roles") VALUES ($1, $2, '{editor}')`, [
        elsewhere,
        id,
      ]);
      const answer = reset(id);
      await delay(200);
      await joining.query('COMMIT');
      await joining.end();
      expect(await answer).toMatchObject({ status: 409, body: { code: 'shared-account' } });
      expect((await signIn(email, oneTimePassword)).status).toBe(201);
    });

    it('is not for oneself, who has the old one to show', async () => {
      expect((await reset(admin.actor.accountId)).status).toBe(403);
    });
  });

  describe('tokens', () => {
    type Token = { id: string; secret: string; name: string };
    const create = (by: Caller, body: object = { name: 'Arkivet' }) => by.call<Token>('POST', '/api/tokens', body);
    const asProgram = ({ body: { secret } }: Answer<Token>) => app.caller(secret, editor.actor);

    it('let a program do what their owner may, until they are revoked', async () => {
      const token = await create(editor);
      expect(token.status).toBe(201);
      const program = asProgram(token);
      expect((await program.call('GET', '/api/members')).status).toBe(200);
      expect((await editor.call<{ items: object[] }>('GET', '/api/tokens')).body.items).toEqual([
        expect.objectContaining({ id: token.body.id, name: 'Arkivet' }),
      ]);
      expect((await editor.call('DELETE', `/api/tokens/${token.body.id}`)).status).toBe(204);
      expect((await program.call('GET', '/api/members')).status).toBe(401);
      expect((await events('token.created')).map(({ subjectId }) => subjectId)).toEqual([token.body.id]);
      expect((await events('token.revoked')).map(({ data }) => data)).toEqual([{ name: 'Arkivet' }]);
    });

    it('cannot make tokens, change the password, change the newsroom or sign out', async () => {
      const program = asProgram(await create(editor));
      expect((await create(program)).status).toBe(403);
      expect((await program.call('POST', '/api/session/newsroom', { newsroomId })).status).toBe(403);
      expect((await program.call('DELETE', '/api/session')).status).toBe(403);
      expect((await program.call('GET', '/api/session')).status).toBe(200);
    });

    it('run out on their day, however busy they are, and not before', async () => {
      const program = asProgram(await create(editor, { name: 'Kort', days: 2 }));
      const late = await app.beside();
      try {
        const there = late.caller(program.secret, editor.actor);
        late.advance(2 * 86_400_000 - 60_000);
        expect((await there.call('GET', '/api/members')).status).toBe(200);
        late.advance(60_000);
        expect((await there.call('GET', '/api/members')).status).toBe(401);
      } finally {
        await late.stop();
      }
    });

    it('end when their owner is disabled', async () => {
      const program = asProgram(await create(editor));
      await change(editor.actor.accountId, { disabled: true });
      await change(editor.actor.accountId, { disabled: false });
      expect((await program.call('GET', '/api/members')).status).toBe(401);
    });
  });

  describe('the wrong user', () => {
    it('cannot manage people', async () => {
      const reviewer = await app.member(newsroomId, ['editor', 'reviewer']);
      const id = editor.actor.accountId;
      for (const [caller, expected] of [
        [app.nobody, 401],
        [reviewer, 403],
        [editor, 403],
      ] as const) {
        expect((await add(newEmail(), ['editor'], caller)).status).toBe(expected);
        expect((await change(id, { roles: ['admin'] }, caller)).status).toBe(expected);
        expect((await caller.call('POST', `/api/members/${id}/password`)).status).toBe(expected);
      }
      expect((await app.nobody.call('GET', '/api/members')).status).toBe(401);
      expect((await app.nobody.call('GET', '/api/tokens')).status).toBe(401);
      expect((await create(app.nobody)).status).toBe(401);
    });

    it('learns nothing of the people and tokens of others, whatever they send', async () => {
      const stranger = await app.member(await app.newsroom(), ['admin']);
      const id = editor.actor.accountId;
      expect((await change(id, { nonsense: true }, stranger)).status).toBe(404);
      expect((await stranger.call('POST', `/api/members/${id}/password`)).status).toBe(404);
      const { body: token } = await create(editor);
      for (const caller of [stranger, admin])
        expect((await caller.call('DELETE', `/api/tokens/${token.id}`)).status).toBe(404);
      expect((await app.nobody.call('DELETE', `/api/tokens/${token.id}`)).status).toBe(401);
    });

    const create = (by: Caller) => by.call<{ id: string }>('POST', '/api/tokens', { name: 'x' });
  });
});
