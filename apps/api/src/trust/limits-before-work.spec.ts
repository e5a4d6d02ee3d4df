import { largestFile, routes, type Problem, type Route, type RouteName } from '@belegg/contract';
import { connect } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { TestTeam } from '../test/team';
import { multipart, multipartHeaders } from '../test/multipart';
import type { Caller } from '../test/test-app';
import { prepare } from './test/calls';

const names = Object.keys(routes) as RouteName[];
const changing = names.filter((name) => routes[name].method !== 'GET');
const guarded = changing.filter((name) => routes[name].access !== 'public');
const json = { 'content-type': 'application/json' };

type Path = readonly (string | number)[];

/** Where the texts of a body stand. */
function textsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, [...path, key]));
}

/** A body with one text of it as long as the limit of its route leaves; everything else is right. */
function stretched(body: unknown, [...path]: Path, piece: string, limit: number): string {
  const whole = structuredClone(body) as Record<string | number, unknown>;
  const last = path.pop() ?? '';
  const holder = path.reduce((inner, key) => inner[key] as typeof whole, whole);
  holder[last] = '';
  const room = limit - Buffer.byteLength(JSON.stringify(whole));
  holder[last] = piece.repeat(Math.floor(room / Buffer.byteLength(JSON.stringify(piece))));
  return JSON.stringify(whole);
}

const pieces: Readonly<Record<string, string>> = {
  'combining marks': '\u0301\u0323',
  'marks that are two': '\u0344',
  'letters with marks': 'e\u0301\u0323',
  'jamo of Hangul': '\u1112\u1161\u11AB',
  'letters that grow': '\uFDFA',
  'one long word': 'x',
  spaces: ' ',
  'addresses without an end': 'http://',
  digits: '9',
  dashes: 'a-',
  'signs of Markdown': '*[',
  'open tags': '<a',
};

/** The longest run of combining marks that anything was asked to normalize, since this began. */
class NormalizedRuns {
  private readonly normalize = String.prototype.normalize;
  longest = 0;

  constructor() {
    const { normalize } = this;
    const note = (text: string) => {
      for (const run of text.match(/(?:(?!\u034F)\p{M}){31,}/gu) ?? [])
        this.longest = Math.max(this.longest, run.length);
    };
    String.prototype.normalize = function (this: string, form?: string) {
      note(String(this));
      return normalize.call(this, form);
    };
  }

  end(): void {
    String.prototype.normalize = this.normalize;
  }
}

describe('limits before work', () => {
  let team: TestTeam;
  let port: number;
  beforeAll(async () => {
    team = await TestTeam.open();
    await team.app.nest.listen(0, '127.0.0.1');
    port = Number(new URL(await team.app.nest.getUrl()).port);
  });
  afterAll(() => team.close());

  /** The status of the answer to a call whose body is announced and never comes. */
  const withoutBody = (name: RouteName, path: string, headers: Readonly<Record<string, string | number>>) =>
    new Promise<number>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          [
            `${routes[name].method} ${path} HTTP/1.1`,
            'Host: localhost',
            ...Object.entries(headers).map(([header, value]) => `${header}: ${value}`),
            '\r\n',
          ].join('\r\n'),
        );
      });
      socket.once('data', (data) => {
        resolve(Number(String(data).split(' ')[1]));
        socket.destroy();
      });
      socket.setTimeout(4000, () => socket.destroy(new Error('no answer while the body did not come')));
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('closed without an answer')));
    });
  const as = ({ secret }: Caller) => ({ authorization: `Bearer ${secret}` });
  const pathOf = (name: RouteName) =>
    routes[name].path.replaceAll(/\{(\w+)\}/g, (_, key: string) =>
      key === 'id' ? '0191a000-0000-7000-8000-000000000000' : '1',
    );

  describe('who it is, before the body', () => {
    const body = { 'content-type': 'application/json', 'content-length': 1000 };

    it.each(guarded)('%s: nobody is refused before they have sent it', async (name) => {
      expect(await withoutBody(name, pathOf(name), body)).toBe(401);
    });

    it.each(guarded.filter((name) => 'subject' in routes[name] && (routes[name] as Route).subject !== undefined))(
      "%s: another newsroom's are not found before it was sent",
      async (name) => {
        expect(await withoutBody(name, pathOf(name), { ...as(team.stranger), ...body })).toBe(404);
      },
    );

    it('what is nowhere is not found before it was sent', async () => {
      expect(await withoutBody('signIn', '/api/nothing', body)).toBe(404);
    });

    it.each(changing)('%s: a body of another type is refused before it was sent', async (name) => {
      const { path, headers } = await prepare(team, name, team.editor, team.admin);
      const sent = { ...headers, ...as(everybody(name)), 'content-type': 'application/xml', 'content-length': 1000 };
      expect(await withoutBody(name, path, sent)).toBe(415);
    });

    it.each(changing)('%s: one that says it is too large is refused before it was sent', async (name) => {
      const { path, headers } = await prepare(team, name, team.editor, team.admin);
      const route: Route = routes[name];
      const sent = { ...headers, ...as(everybody(name)) };
      const limit = route.takes ? largestFile + 1024 * 1024 : route.bodyLimit;
      const type = route.takes ? {} : { 'content-type': 'application/json' };
      expect(
        await withoutBody(name, path, { ...sent, ...(type as Record<string, string>), 'content-length': limit + 1 }),
      ).toBe(413);
    });
  });

  /** Somebody who may call a route. */
  const everybody = (name: RouteName): Caller =>
    routes[name].access === 'manage' ? team.admin : routes[name].access === 'review' ? team.reviewer2 : team.editor;

  it.each(changing.filter((name) => name !== 'signOut'))(
    '%s: the largest body of each kind costs no work beyond its length',
    async (name) => {
      const route: Route = routes[name];
      const by = everybody(name);
      const delay = monitorEventLoopDelay({ resolution: 5 });
      let worst = { kind: '', milliseconds: 0 };
      const { path, body, headers } = await prepare(team, name, team.editor, by);
      const attack = async (kind: string, sent: string | Buffer) => {
        const runs = new NormalizedRuns();
        delay.enable();
        const answer = await by.call<Problem>(route.method, path, sent, {
          ...(route.takes ? multipartHeaders : json),
          ...(headers?.['if-match'] !== undefined && { 'if-match': headers['if-match'] }),
        });
        delay.disable();
        runs.end();
        if (delay.max / 1e6 > worst.milliseconds) worst = { kind, milliseconds: delay.max / 1e6 };
        delay.reset();
        expect([kind, runs.longest]).toEqual([kind, 0]);
        expect([kind, answer.status, answer.status < 500]).toEqual([kind, answer.status, true]);
      };
      for (const [kind, piece] of Object.entries(pieces)) {
        if (route.takes)
          await attack(
            kind,
            multipart([{ name: `${piece.repeat(9000)}.txt`, bytes: 'T.' }], { title: piece.repeat(1500) }),
          );
        else
          for (const place of textsOf(body ?? { unknown: '' }))
            await attack(
              `${kind} in /${place.join('/')}`,
              stretched(body ?? { unknown: '' }, place, piece, route.bodyLimit),
            );
      }
      console.log(`${name}: others wait ${worst.milliseconds.toFixed(0)} ms at most (${worst.kind})`);
    },
    60_000,
  );

  const tiny = (limit: number) => ({
    lists: `[${'[],'.repeat(limit / 3 - 2)}[]]`,
    objects: `[${'{},'.repeat(limit / 3 - 2)}{}]`,
    numbers: `[${'1,'.repeat(limit / 2 - 2)}1]`,
    'numbers of many digits': `[${'9'.repeat(limit - 4)}]`,
    fields: `{${Array.from({ length: Math.floor(limit / 13) }, (_, at) => `"k${String(at).padStart(6, '0')}":1`).join()}}`,
  });
  it.each(Object.keys(tiny(64)))('a body full of tiny %s is refused without being read', async (kind) => {
    const article = await team.article();
    const { parse } = JSON;
    let longest = 0;
    JSON.parse = (text: string, ...more: unknown[]): unknown => {
      longest = Math.max(longest, text.length);
      return parse(text, ...(more as []));
    };
    for (const name of ['importAnnotations', 'createAnnotation'] as const) {
      const path = routes[name].path.replace('{id}', article.id);
      const body = tiny(routes[name].bodyLimit)[kind as keyof ReturnType<typeof tiny>];
      const { status } = await team.editor.call('POST', path, body, json);
      expect([422, 200]).toContain(status);
    }
    JSON.parse = parse;
    // A single long number is one value, and read in one go.
    if (kind !== 'numbers of many digits') expect(longest).toBeLessThan(100_000);
  });

  it('an address as long as a request may be is answered, whatever it is made of', async () => {
    for (const piece of Object.values(pieces)) {
      const long = encodeURIComponent(piece.repeat(1000).toWellFormed())
        .slice(0, 12_000)
        .replace(/%[^%]?$/, '');
      const runs = new NormalizedRuns();
      for (const path of [
        `/api/sources?q=${long}`,
        `/api/articles?cursor=${long}`,
        `/p/${long}`,
        `/api/articles/${long}`,
      ]) {
        const { status } = await team.editor.call('GET', path);
        expect([400, 404, 422]).toContain(status);
      }
      runs.end();
      expect(runs.longest).toBe(0);
    }
  });
});
