import { routes, type AnnotationView, type Problem, type Route, type RouteName } from '@belegg/contract';
import { TestTeam } from '../test/team';
import { multipart, multipartHeaders } from '../test/multipart';
import type { Answer, Caller } from '../test/test-app';
import { prepare, type PreparedCall } from './test/calls';

/** What the program alone decides, with values that would do harm. */
const coveted: Readonly<Record<string, unknown>> = {
  role: 'admin',
  roles: ['admin'],
  status: 'approved',
  newsroomId: '0191a000-0000-7000-8000-000000000000',
  authorId: '0191a000-0000-7000-8000-000000000000',
  actorId: '0191a000-0000-7000-8000-000000000000',
  revision: 9,
  id: '0191a000-0000-7000-8000-000000000000',
  createdAt: '1999-01-01T00:00:00.000Z',
};

/** The routes whose purpose it is to take one of them. A route that comes to take another has to be named here. */
const granted: Partial<Record<RouteName, readonly string[]>> = {
  addMember: ['roles'],
  // The state of the comment that is replaced; a stale one is refused.
  editComment: ['revision'],
  changeMember: ['roles'],
  switchNewsroom: ['newsroomId'],
};

/** It reads what other programs write, leniently; see the test of its own. */
const lenient: ReadonlySet<RouteName> = new Set(['importAnnotations']);

const writing = (Object.entries(routes) as [RouteName, Route][]).filter(
  ([name, { method }]) => method !== 'GET' && !lenient.has(name),
);

describe('what the program alone decides', () => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await TestTeam.open();
  });
  afterAll(() => team.close());

  /** Somebody new each time, since some routes end their caller's session. */
  const callerOf = ({ access }: Route): Promise<Caller> =>
    team.app.member(team.newsroomId, [access === 'manage' ? 'admin' : access === 'review' ? 'reviewer' : 'editor']);

  async function sendWith(
    { method, takes }: Route,
    { path, body, headers }: PreparedCall,
    extra: Readonly<Record<string, unknown>>,
    by: Caller,
  ): Promise<Answer<Problem>> {
    if (takes === undefined)
      return by.call<Problem>(method, path, { ...(body as object | undefined), ...extra }, headers);
    const fields = Object.fromEntries(Object.entries(extra).map(([name, value]) => [name, String(value)]));
    return by.call<Problem>(method, path, multipart([{ name: 'ny.txt', bytes: 'En setning.' }], fields), {
      ...headers,
      ...multipartHeaders,
    });
  }

  it.each(writing)('is not taken from the body of %s', async (name, route) => {
    const by = await callerOf(route);
    const isOwn = route.subject === 'token' || route.subject === 'session';
    const call = await prepare(team, name, isOwn ? by : team.editor, by);
    for (const [field, value] of Object.entries(coveted).filter(([one]) => !granted[name]?.includes(one))) {
      const { status, body } = await sendWith(route, call, { [field]: value }, by);
      expect({ field, status, code: body.code }).toEqual({ field, status: 422, code: 'invalid' });
      if (Object.keys(call.body ?? {}).length > 0)
        expect(body.errors).toEqual([{ pointer: '', detail: `Unrecognized key: "${field}"` }]);
    }
    // The same call without it is in order, or is refused for another reason.
    expect((await sendWith(route, call, {}, by)).text).not.toContain('Unrecognized key');
  });

  it.each(['citations', 'selector'])('is not taken from inside %s', async (part) => {
    const article = await team.article();
    const [position, quote] = article.select('Ingen ble skadd, sier Hansen.');
    const citation = { sourceId: await team.source(`Kilde i ${part}`), stance: 'supports' };
    for (const [field, value] of Object.entries(coveted)) {
      if (part === 'citations' && field === 'id') continue;
      const body =
        part === 'citations'
          ? { selector: [position, quote], verdict: 'denied', citations: [{ ...citation, [field]: value }] }
          : { selector: [{ ...position, [field]: value }, quote], verdict: 'denied', citations: [citation] };
      expect([field, (await team.editor.call('POST', `/api/articles/${article.id}/annotations`, body)).status]).toEqual(
        [field, 422],
      );
    }
  });

  it('is not taken from annotations of other programs either', async () => {
    const article = await team.article();
    const selector = article.select('Ingen ble skadd, sier Hansen.');
    const { status } = await team.editor.call('POST', `/api/articles/${article.id}/annotations/import`, [
      {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        type: 'Annotation',
        ...coveted,
        target: { source: 'x', selector },
      },
    ]);
    expect(status).toBe(200);
    const {
      body: {
        items: [made],
      },
    } = await team.editor.call<{ items: AnnotationView[] }>('GET', `/api/articles/${article.id}/annotations`);
    expect(made).toMatchObject({ status: 'draft', revision: 1, authors: [{ id: team.editor.actor.accountId }] });
    expect([made?.id, made?.createdAt]).not.toEqual(expect.arrayContaining([coveted['id'], coveted['createdAt']]));
  });
});
