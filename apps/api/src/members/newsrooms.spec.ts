import { TestApp } from '../test/test-app';
import { Newsrooms } from './newsrooms';
import { PasswordReset } from './password-reset';

describe('Newsrooms', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());
  const signIn = async (email: string, password: string | undefined) =>
    await app.nobody.call('POST', '/api/session', { email, password });

  it('are founded with people, whose passwords are given or made up', async () => {
    const newsrooms = app.nest.get(Newsrooms);
    expect(await newsrooms.areNone()).toBe(true);
    const { newsroomId, accountIds, oneTimePasswords } = await newsrooms.found('Avisa', [
      { name: 'Anne', email: 'Anne@avisa.test', roles: ['admin'] },
      { name: 'Eli', email: 'eli@avisa.test', roles: ['editor', 'reviewer'], password: 'belegg-demo' },
    ]);
    expect(await newsrooms.areNone()).toBe(false);
    expect([...oneTimePasswords.keys()]).toEqual(['anne@avisa.test']);
    expect(await signIn('anne@avisa.test', oneTimePasswords.get('anne@avisa.test'))).toMatchObject({
      status: 201,
      body: { mustChangePassword: true, newsroom: { id: newsroomId } },
    });
    expect(await signIn('eli@avisa.test', 'belegg-demo')).toMatchObject({
      status: 201,
      body: { account: { id: accountIds[1] }, roles: ['editor', 'reviewer'], mustChangePassword: false },
    });
    const events = await app.database.inNewsroom(newsroomId, (tx) => tx.event.findMany({ orderBy: { id: 'asc' } }));
    expect(events.map(({ type, actorId, subjectId }) => [type, actorId, subjectId])).toEqual(
      accountIds.map((id) => ['member.added', id, id]),
    );
  });

  it('are not founded in part', async () => {
    const twice = { name: 'Ola', email: 'ola@avisa.test', roles: ['admin' as const] };
    await expect(app.nest.get(Newsrooms).found('Halv', [twice, twice])).rejects.toThrow(
      'ola@avisa.test is named twice',
    );
    expect(await app.database.lookUp((tx) => tx.newsroom.count({ where: { name: 'Halv' } }))).toBe(0);
    expect(await app.database.lookUp((tx) => tx.account.count({ where: { email: twice.email } }))).toBe(0);
  });

  it('leave it to whoever runs the server to help an account of several newsrooms', async () => {
    const reset = app.nest.get(PasswordReset);
    expect(await reset.byOperator('nobody@avisa.test')).toBeUndefined();
    await app.nest.get(Newsrooms).found('Nummer to', [{ name: 'Eli', email: 'eli@avisa.test', roles: ['admin'] }]);
    const password = await reset.byOperator('Eli@avisa.test');
    expect((await signIn('eli@avisa.test', 'belegg-demo')).status).toBe(401);
    expect(await signIn('eli@avisa.test', password)).toMatchObject({ status: 201, body: { mustChangePassword: true } });
  });
});
