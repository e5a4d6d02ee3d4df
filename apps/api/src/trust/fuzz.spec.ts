import { problem, routes, type Route, type RouteName } from '@belegg/contract';
import fc from 'fast-check';
import * as z from 'zod';
import { TestTeam } from '../test/team';
import type { Caller } from '../test/test-app';
import { prepare } from './test/calls';
import { arbitraryOf, hostileText } from './test/arbitrary-of';

const requests = Number(process.env['FUZZ_REQUESTS'] ?? 2000);

/** Routes that end their caller's session or never end their answer; the others are all fuzzed. */
const spared: ReadonlySet<string> = new Set<RouteName>(['signOut', 'streamEvents']);

interface Request {
  readonly name: RouteName;
  readonly path: string;
  readonly body: unknown;
  readonly ifMatch: string | undefined;
  readonly by: number;
}

// The same requests every day, so that what fails was changed by whoever made it fail; FC_SEED tries others.
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 1) });

describe('fuzzing every route', () => {
  let team: TestTeam;
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);

  beforeAll(async () => {
    process.on('unhandledRejection', note);
    team = await TestTeam.open();
  });
  afterAll(async () => {
    process.off('unhandledRejection', note);
    await team.close();
  });

  it(`finds no 500, and no answer that the contract does not know, in ${requests} requests`, async () => {
    const { byRoute, ids, etags } = await stock(team);
    const callers: readonly Caller[] = [
      team.editor,
      team.reviewer,
      team.reviewer2,
      team.admin,
      team.stranger,
      team.app.nobody,
    ];
    const names = (Object.keys(routes) as RouteName[]).filter((name) => !spared.has(name));
    const request = fc.constantFrom(...names).chain((name): fc.Arbitrary<Request> =>
      fc.record({
        name: fc.constant(name),
        path: pathOf(routes[name], [...(byRoute.get(name) ?? []), ...ids]),
        body: arbitraryOf(routes[name].body, ids),
        ifMatch: fc.option(
          fc.oneof(
            { weight: 9, arbitrary: fc.constantFrom(...etags) },
            { weight: 1, arbitrary: fc.stringMatching(/^[\x21-\x7e]{1,20}$/) },
          ),
          { nil: undefined, freq: 8 },
        ),
        by: fc.oneof({ weight: 3, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.nat(callers.length - 1) }),
      }),
    );
    const seen = new Map<number, number>();
    let slowest = 0;

    await fc.assert(
      fc.asyncProperty(request, async ({ name, path, body, ifMatch, by }) => {
        const { method, takes }: Route = routes[name];
        const start = performance.now();
        const payload =
          method === 'GET' || body === undefined
            ? undefined
            : takes
              ? JSON.stringify(body)
              : Buffer.from(JSON.stringify(body));
        const answer = await callers[by]!.call(method, path, payload, {
          ...(payload !== undefined && { 'content-type': takes ?? 'application/json' }),
          ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        });
        slowest = Math.max(slowest, performance.now() - start);
        seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
        expect([name, path, answer.status, answer.status >= 500]).toEqual([name, path, answer.status, false]);
        if (answer.status >= 400) expect(problem.safeParse(answer.body).error).toBeUndefined();
      }),
      { numRuns: requests },
    );

    console.log(
      `${requests} requests, slowest ${slowest.toFixed(0)} ms, answers by status: ${[...seen]
        .toSorted(([a], [b]) => a - b)
        .map(([status, count]) => `${status}: ${count}`)
        .join(', ')}`,
    );
    expect(unhandled).toEqual([]);
    expect(seen.get(200)).toBeGreaterThan(requests / 50);
  }, 600_000);
});

/** Things that references can lead to, those of a route's own kind by its name, and ETags that were right once. */
async function stock(team: TestTeam): Promise<{ byRoute: Map<RouteName, string[]>; ids: string[]; etags: string[] }> {
  const byRoute = new Map<RouteName, string[]>();
  const etags = ['"a1.r1.v1"'];
  for (const [name, { subject }] of Object.entries(routes) as [RouteName, Route][]) {
    if (!subject) continue;
    const { path, headers } = await prepare(team, name, team.editor, team.editor);
    byRoute.set(
      name,
      Array.from({ length: 8 }, () => /[0-9a-f-]{36}/.exec(path)?.[0] ?? ''),
    );
    etags.push(...(headers?.['if-match'] === undefined ? [] : [headers['if-match']]));
  }
  return { byRoute, ids: [...new Set([...byRoute.values()].flat())], etags };
}

function pathOf({ path, query }: Route, ids: readonly string[]): fc.Arbitrary<string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);
  const part = (name: string): fc.Arbitrary<string> => {
    const usual =
      name === 'id' ? fc.constantFrom(...ids) : fc.constantFrom('0', '1', '2', '-1', '99999999999', 'a'.repeat(64));
    return fc.oneof(
      { weight: 8, arbitrary: usual },
      { weight: 1, arbitrary: hostileText.map((text) => encodeURIComponent(text.toWellFormed()) || '0') },
    );
  };
  const queries = query instanceof z.ZodObject ? Object.keys(query.shape) : [];
  const search = fc.option(
    fc.record(
      Object.fromEntries(
        queries.map((name) => [
          name,
          fc.oneof(fc.constantFrom('json', 'pdf', 'public', 'approved', '1', ''), hostileText),
        ]),
      ),
      { requiredKeys: [] },
    ),
    { nil: {} },
  );
  return fc.tuple(fc.tuple(...names.map(part)), search).map(([parts, values]) => {
    const filled = names.reduce((whole, name, index) => whole.replace(`{${name}}`, parts[index] ?? ''), path);
    const string = Object.entries(values)
      .map(([name, value]) => `${name}=${encodeURIComponent(String(value).toWellFormed())}`)
      .join('&');
    return string === '' ? filled : `${filled}?${string}`;
  });
}
