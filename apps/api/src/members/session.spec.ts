import type { Role } from '@belegg/domain';
import { browserLimits } from '../platform/sessions/session-store';
import { newId } from '../platform/ids';
import { TestApp, type Answer } from '../test/test-app';
import { hashPassword } from './passwords';
import { Passwords } from './passwords.service';
import { signInLimit } from './sign-in-limit';

const password = 'grevling under trappen';
const minute = 60_000;

describe('sessions', () => {
  let app: TestApp;
  let passwordHash: string;
  let newsroomId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    passwordHash = hashPassword(password);
    newsroomId = await app.newsroom('Avisa');
  });
  afterAll(() => app.stop());

  /** A person who knows their password. */
  async function person(newsrooms: readonly string[] = [newsroomId], roles: readonly Role[] = ['editor']) {
    const id = newId();
    const email = `${id}@avisa.test`;
    await app.database.acrossNewsrooms(async (tx) => {
      await tx.account.create({ data: { id, email, name: 'Kari', passwordHash } });
      for (const newsroom of newsrooms)
        await tx.membership.create({ data: { newsroomId: newsroom, accountId: id, roles: [...roles] } });
    });
    return { id, email };
  }
  /** Machines in networks of their own, so that nobody's failures count for others. */
  let machines = 0;
  const elsewhere = (): string => `10.${Math.floor(machines / 256)}.${machines++ % 256}.1`;
  const signIn = (email: string, given = password, headers: Record<string, string> = {}, on = app, at = elsewhere()) =>
    on.nobodyAt(at).call('POST', '/api/session', { email, password: given }, headers);
  const cookieOf = ({ headers }: Answer): string => String(headers['set-cookie']).split(';')[0] ?? '';
  const whoAmI = (cookie: string) => app.nobody.call('GET', '/api/session', undefined, { cookie });
  const post = (cookie: string, path: string, body: unknown) => app.nobody.call('POST', path, body, { cookie });

  describe('signing in', () => {
    it('answers who one is, and gives the browser a cookie that no script reads and no other site sends', async () => {
      const { id, email } = await person();
      const answer = await signIn(email.toUpperCase());
      expect(answer.status).toBe(201);
      expect(answer.body).toEqual({
        account: { id, name: 'Kari', email },
        newsroom: { id: newsroomId, name: 'Avisa' },
        roles: ['editor'],
        mustChangePassword: false,
        newsrooms: [{ id: newsroomId, name: 'Avisa' }],
      });
      expect([answer.headers['set-cookie']].flat()).toEqual([
        expect.stringMatching(/^belegg_session=[\w-]{43}; .*Path=\/; .*HttpOnly; SameSite=Lax$/),
        expect.stringMatching(/^belegg_browser=[\w-]{43}; .*Path=\/; .*HttpOnly; SameSite=Lax$/),
      ]);
      expect((await whoAmI(cookieOf(answer))).body).toEqual(answer.body);
    });

    it('keeps no secret in the database', async () => {
      const answer = await signIn((await person()).email);
      const secret = cookieOf(answer).split('=')[1] ?? '';
      const rows = await app.database.lookUp(
        (tx) =>
          tx.$queryRaw<
            { found: boolean }[]
          >`SELECT bool_or("Session"::text LIKE ${`%${secret}%`}) AS found FROM "Session"`,
      );
      expect(rows).toEqual([{ found: false }]);
    });

    it('ends the session that the browser had', async () => {
      const { email } = await person();
      const former = cookieOf(await signIn(email));
      const next = cookieOf(await signIn(email, password, { cookie: former }));
      expect(next).not.toBe(former);
      expect((await whoAmI(former)).status).toBe(401);
      expect((await whoAmI(next)).status).toBe(200);
    });

    it('looks and works the same for a wrong password, an unknown name and an account without a newsroom', async () => {
      const verifier = app.nest.get(Passwords);
      const matches = verifier.matches.bind(verifier);
      let verifications = 0;
      Object.assign(verifier, {
        matches: (...given: Parameters<typeof matches>) => {
          verifications += 1;
          return matches(...given);
        },
      });
      const answers = [];
      for (const [email, given] of [
        [(await person()).email, 'wrong'],
        ['nobody@avisa.test', password],
        [(await person([])).email, password],
      ] as const) {
        verifications = 0;
        const { status, body, headers } = await signIn(email, given);
        // Each request has an id of its own, which says nothing of who asked.
        answers.push({ status, body: { ...body, instance: '' }, cookie: headers['set-cookie'], verifications });
      }
      expect(answers[0]).toMatchObject({
        status: 401,
        body: { code: 'wrong-password' },
        cookie: undefined,
        verifications: 1,
      });
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    });

    it('is written to the security log when it fails, with the name that was given', async () => {
      await signIn('Ola@Avisa.test', 'wrong');
      const [row] = await app.database.lookUp((tx) => tx.securityLog.findMany({ orderBy: { id: 'desc' }, take: 1 }));
      expect(row).toMatchObject({
        type: 'wrong-password',
        data: { method: 'POST', path: '/api/session', ip: expect.stringMatching(/^10\./), email: 'ola@avisa.test' },
      });
    });

    it('opens the first newsroom in which one is still active', async () => {
      const [first, second] = [await app.newsroom('First'), await app.newsroom('Second')];
      const { id, email } = await person([first, second]);
      expect((await signIn(email)).body['newsroom']).toEqual({ id: first, name: 'First' });
      await app.database.acrossNewsrooms((tx) =>
        tx.membership.update({
          where: { newsroomId_accountId: { newsroomId: first, accountId: id } },
          data: { disabledAt: new Date() },
        }),
      );
      const { body } = await signIn(email);
      expect(body).toMatchObject({ newsroom: { id: second }, newsrooms: [{ id: second, name: 'Second' }] });
    });
  });

  describe('the limit', () => {
    it.each(['known', 'unknown'])(
      'holds over two processes that are tried at once, for a name that is %s',
      async (kind) => {
        const email = kind === 'known' ? (await person()).email : `${newId()}@avisa.test`;
        const other = await app.beside();
        try {
          const tries = Array.from({ length: 40 }, (_, i) =>
            signIn(email, `wrong ${i}`, {}, i % 2 === 0 ? app : other),
          );
          const statuses = (await Promise.all(tries)).map(({ status }) => status);
          expect(statuses.filter((status) => status === 401)).toHaveLength(signInLimit.failures);
          expect(statuses.filter((status) => status === 429)).toHaveLength(20);
          expect((await signIn(email, password, {}, other)).status).toBe(429);
        } finally {
          await other.stop();
        }
      },
    );

    it('counts failures alone, and forgets them after a quarter of an hour', async () => {
      const { email } = await person();
      for (let i = 0; i < signInLimit.failures - 1; i += 1) await signIn(email, 'wrong');
      for (let i = 0; i < 3; i += 1) expect((await signIn(email)).status).toBe(201);
      expect((await signIn(email, 'wrong')).status).toBe(401);
      expect((await signIn(email)).status).toBe(429);
      expect((await signIn((await person()).email)).status).toBe(201);
      app.advance(15 * minute);
      expect((await signIn(email)).status).toBe(201);
      await signIn(email, 'wrong');
      expect(await app.database.lookUp((tx) => tx.signInFailure.count({ where: { subject: `name ${email}` } }))).toBe(
        1,
      );
    });
  });

  describe('ending', () => {
    it('comes at once with signing out', async () => {
      const cookie = cookieOf(await signIn((await person()).email));
      const answer = await app.nobody.call('DELETE', '/api/session', undefined, { cookie });
      expect(answer.status).toBe(204);
      expect(String(answer.headers['set-cookie'])).toMatch(/^belegg_session=; .*Expires=Thu, 01 Jan 1970/);
      expect((await whoAmI(cookie)).status).toBe(401);
    });

    it('comes after twelve hours without a call', async () => {
      const cookie = cookieOf(await signIn((await person()).email));
      app.advance(browserLimits.idle - minute);
      expect((await whoAmI(cookie)).status).toBe(200);
      app.advance(browserLimits.idle - minute);
      expect((await whoAmI(cookie)).status).toBe(200);
      app.advance(browserLimits.idle);
      expect((await whoAmI(cookie)).status).toBe(401);
    });

    it('comes after seven days however busy the session was', async () => {
      const cookie = cookieOf(await signIn((await person()).email));
      const step = browserLimits.idle - minute;
      for (let passed = step; passed < browserLimits.absolute; passed += step) {
        app.advance(step);
        expect((await whoAmI(cookie)).status).toBe(200);
      }
      app.advance(step);
      expect((await whoAmI(cookie)).status).toBe(401);
    });
  });

  describe('a new password', () => {
    const next = 'fire sikre blåmeiser';

    it('needs the old one, ends every other session, and gives this browser a new one', async () => {
      const { email } = await person();
      const [mine, others] = [cookieOf(await signIn(email)), cookieOf(await signIn(email))];
      const wrong = await post(mine, '/api/session/password', { current: 'wrong', next });
      expect(wrong).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/current', detail: 'The password is wrong.' }] },
      });
      const changed = await post(mine, '/api/session/password', { current: password, next });
      expect(changed.status).toBe(200);
      expect((await whoAmI(mine)).status).toBe(401);
      expect((await whoAmI(others)).status).toBe(401);
      expect((await whoAmI(cookieOf(changed))).status).toBe(200);
      expect((await signIn(email)).status).toBe(401);
      expect((await signIn(email, next)).status).toBe(201);
    });

    it('cannot be short, common or the old one', async () => {
      const { email } = await person();
      const cookie = cookieOf(await signIn(email));
      for (const bad of ['kort', 'Passord1234', password]) {
        const { status, body } = await post(cookie, '/api/session/password', { current: password, next: bad });
        expect({ status, pointer: (body['errors'] as { pointer: string }[])[0]?.pointer }).toEqual({
          status: 422,
          pointer: '/next',
        });
      }
    });

    it('is the one thing that a one-time password allows', async () => {
      const { id, email } = await person();
      await app.database.acrossNewsrooms((tx) =>
        tx.account.update({ where: { id }, data: { mustChangePassword: true } }),
      );
      const first = await signIn(email);
      expect(first.body['mustChangePassword']).toBe(true);
      const refused = await app.nobody.call('GET', '/api/members', undefined, { cookie: cookieOf(first) });
      expect(refused).toMatchObject({ status: 403, body: { code: 'password-change-needed' } });
      const changed = await post(cookieOf(first), '/api/session/password', { current: password, next });
      expect(changed.body['mustChangePassword']).toBe(false);
    });

    it('is guessed no more often than a sign-in', async () => {
      const cookie = cookieOf(await signIn((await person()).email));
      const statuses = await Promise.all(
        Array.from(
          { length: 25 },
          async () => (await post(cookie, '/api/session/password', { current: 'wrong', next })).status,
        ),
      );
      expect(statuses.filter((status) => status === 422)).toHaveLength(signInLimit.failures);
      expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    });

    it('raced by a sign-in with the old one leaves no session of it', async () => {
      for (let round = 0; round < 10; round += 1) {
        const { email } = await person();
        const cookie = cookieOf(await signIn(email));
        const [changed, ...raced] = await Promise.all([
          post(cookie, '/api/session/password', { current: password, next }),
          signIn(email),
          signIn(email),
          signIn(email),
        ]);
        expect(changed?.status).toBe(200);
        for (const answer of raced.filter(({ status }) => status === 201))
          expect((await whoAmI(cookieOf(answer))).status).toBe(401);
      }
    });
  });

  it('moves to another newsroom of mine, and to no other', async () => {
    const second = await app.newsroom('Second');
    const cookie = cookieOf(await signIn((await person([newsroomId, second])).email));
    expect((await post(cookie, '/api/session/newsroom', { newsroomId: await app.newsroom('Strangers') })).status).toBe(
      404,
    );
    expect((await post(cookie, '/api/session/newsroom', { newsroomId: second })).body['newsroom']).toEqual({
      id: second,
      name: 'Second',
    });
    expect((await whoAmI(cookie)).body['newsroom']).toEqual({ id: second, name: 'Second' });
  });

  it('is nobody without a cookie, or with a made-up one', async () => {
    for (const headers of [{}, { cookie: 'belegg_session=made-up' }, { authorization: 'Bearer made-up' }] as Record<
      string,
      string
    >[]) {
      expect((await app.nobody.call('GET', '/api/session', undefined, headers)).status).toBe(401);
      expect((await app.nobody.call('DELETE', '/api/session', undefined, headers)).status).toBe(401);
    }
  });
});
