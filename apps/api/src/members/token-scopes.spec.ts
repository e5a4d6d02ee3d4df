import { routes, type Problem, type Route, type RouteName, type Token } from '@belegg/contract';
import { scopes, type Scope } from '@belegg/domain';
import { recentPassword } from '../platform/sessions/session-store';
import { TestTeam } from '../test/team';
import type { Caller } from '../test/test-app';

const paths = (route: Route) => route.path.replaceAll(/\{\w+\}/g, '0191a000-0000-7000-8000-000000000000');

describe('what a token may do', () => {
  let team: TestTeam;
  let everything: Caller;
  beforeAll(async () => {
    team = await TestTeam.open();
    everything = await team.app.member(team.newsroomId, ['editor', 'reviewer', 'admin']);
  });
  afterAll(() => team.close());

  const program = async (held: readonly Scope[] | undefined, by = everything): Promise<Caller> => {
    const { body } = await by.call<Token & { secret: string }>('POST', '/api/tokens', { name: 'x', scopes: held });
    return team.app.caller(body.secret, by.actor);
  };

  it.each(scopes)('%s is what it was made for, and nothing else', async (scope) => {
    const token = await program([scope]);
    const routesOf = Object.entries<Route>(routes).filter(
      ([name, { access, subject }]) =>
        access !== 'public' && access !== 'signedIn' && !subject && name !== ('streamEvents' satisfies RouteName),
    );
    for (const [name, route] of routesOf) {
      const { status } = await token.call(route.method, paths(route), route.method === 'GET' ? undefined : {});
      const isAllowed = route.access === scope && !route.grantsAccess;
      expect([name, status === 403]).toEqual([name, !isAllowed]);
    }
  });

  it('is never to manage', async () => {
    const answer = await everything.call<Problem>('POST', '/api/tokens', { name: 'x', scopes: ['manage'] });
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, '/scopes/0']);
  });

  it('is to read, write and review where nothing was said', async () => {
    const { body } = await everything.call<Token>('POST', '/api/tokens', { name: 'x' });
    expect(body.scopes).toEqual(['read', 'write', 'review']);
  });

  it('is no more than its owner may do', async () => {
    const token = await program(['read', 'write', 'review', 'metrics'], team.editor);
    expect((await token.call('GET', '/metrics')).status).toBe(403);
    expect((await token.call('GET', '/api/sources')).status).toBe(200);
  });
});

describe('what gives access', () => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await TestTeam.open();
  });
  afterAll(() => team.close());

  const giving = Object.entries<Route>(routes).filter(([, { grantsAccess }]) => grantsAccess);

  it('is people, their roles and passwords, and tokens', () => {
    expect(giving.map(([name]) => name)).toEqual(['addMember', 'changeMember', 'resetPassword', 'createToken']);
  });

  it('asks for a password of the last quarter of an hour, and nothing else does', async () => {
    const admin = await team.app.member(team.newsroomId, ['admin']);
    const member = (await team.app.member(team.newsroomId, ['editor'])).actor.accountId;
    const call = (route: Route) => admin.call<Problem>(route.method, route.path.replace('{id}', member), {});
    for (const [name, route] of giving) expect([name, (await call(route)).status === 403]).toEqual([name, false]);
    team.app.advance(recentPassword);
    for (const [, route] of giving)
      expect(await call(route)).toMatchObject({ status: 403, body: { code: 'recent-password-needed' } });
    expect((await admin.call('GET', '/api/members')).status).toBe(200);
  });
});
