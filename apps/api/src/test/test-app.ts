import type { Role, SourceRule } from '@belegg/domain';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../app';
import { Clock } from '../platform/clock';
import type { Actor } from '../platform/actor';
import { readConfig } from '../platform/config';
import { Database } from '../platform/database/database';
import { newId } from '../platform/ids';
import { SessionStore } from '../platform/sessions/session-store';
import { createTestDatabase, type Owner } from './test-database';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
  readonly text: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Somebody who calls the interface as a program would, through the whole server. */
export interface Caller {
  readonly actor: Actor;
  readonly secret: string;
  call<Body = Record<string, unknown>>(
    method: Method,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>>;
}

/** The whole server on a database of its own, without a port. Answers are held to the contract. */
export class TestApp {
  /** Milliseconds by which the server's time is ahead. */
  private ahead = 0;

  private constructor(
    readonly nest: NestFastifyApplication,
    readonly databaseUrl: string,
    private readonly drop: () => Promise<void>,
  ) {}

  /** @param settings of the environment that differ from those of other tests */
  static async start(settings: Readonly<Record<string, string>> = {}, owner?: Owner): Promise<TestApp> {
    const { url, drop } = await createTestDatabase(owner);
    return TestApp.on(url, drop, settings);
  }

  /** Another process, as it were, on the same database. @param databaseUrl another way there */
  beside(databaseUrl = this.databaseUrl): Promise<TestApp> {
    return TestApp.on(databaseUrl, () => Promise.resolve());
  }

  private static async on(
    url: string,
    drop: () => Promise<void>,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<TestApp> {
    const config = readConfig({
      DATABASE_URL: url,
      CHECK_ANSWERS: 'true',
      DATABASE_CONNECTIONS: '6',
      LOG_LEVEL: 'fatal',
      WEB_ROOT: '/nonexistent',
      DATA_DIR: `/var/tmp/belegg-test-${process.pid}`,
      ...settings,
    });
    const nest = await createApp(config);
    await nest.init();
    await nest.getHttpAdapter().getInstance().ready();
    return new TestApp(nest, url, drop);
  }

  async stop(): Promise<void> {
    await this.nest.close();
    await this.drop();
  }

  /** Moves the server's time on by so many milliseconds. */
  advance(milliseconds: number): void {
    this.ahead += milliseconds;
    Object.assign(this.nest.get(Clock), { now: () => new Date(Date.now() + this.ahead) });
  }

  get database(): Database {
    return this.nest.get(Database);
  }

  /** One that asks for no sources, so that specs of other things need none. */
  async newsroom(name = 'Redaksjonen', sourceRule: SourceRule = 'none'): Promise<string> {
    const id = newId();
    await this.database.acrossNewsrooms((tx) => tx.newsroom.create({ data: { id, name, sourceRule } }));
    return id;
  }

  /** A member with a session of their own. */
  async member(newsroomId: string, roles: readonly Role[], name = roles.join(' and ')): Promise<Caller> {
    const accountId = newId();
    const { secret, id: sessionId } = await this.database.acrossNewsrooms(async (tx) => {
      await tx.account.create({ data: { id: accountId, email: `${accountId}@example.test`, name, passwordHash: '' } });
      await tx.membership.create({ data: { newsroomId, accountId, roles: [...roles] } });
      const expiresAt = new Date(this.nest.get(Clock).now().getTime() + 86_400_000);
      return this.nest.get(SessionStore).open(tx, { accountId, newsroomId, kind: 'browser', expiresAt });
    });
    return this.caller(secret, { accountId, newsroomId, roles, name, sessionId });
  }

  /** Somebody in one more session. */
  async anotherSession({ actor }: Caller): Promise<Caller> {
    const store = this.nest.get(SessionStore);
    const { accountId, newsroomId } = actor;
    const { id: sessionId, secret } = await this.database.acrossNewsrooms((tx) =>
      store.open(tx, { accountId, newsroomId, kind: 'browser', expiresAt: store.browserExpiry() }),
    );
    return this.caller(secret, { ...actor, sessionId });
  }

  /** Calls with this secret; an empty one calls as nobody. @param remoteAddress where the calls come from */
  caller(secret: string, actor: Actor, remoteAddress = '127.0.0.1'): Caller {
    return {
      actor,
      secret,
      call: async <Body>(
        method: Method,
        path: string,
        body?: unknown,
        headers: Record<string, string> = {},
      ): Promise<Answer<Body>> => {
        const answer = await this.nest.inject({
          method,
          url: path,
          remoteAddress,
          headers: { ...(secret !== '' && { authorization: `Bearer ${secret}` }), 'accept-language': 'en', ...headers },
          ...(body !== undefined && { payload: body as object }),
        });
        const isJson =
          /json/.test(String(answer.headers['content-type'] ?? '')) && answer.headers['content-encoding'] === undefined;
        return {
          status: answer.statusCode,
          text: answer.body,
          bytes: answer.rawPayload,
          body: (isJson ? answer.json() : {}) as Body,
          headers: answer.headers as Record<string, string>,
        };
      },
    };
  }

  /** The status of an answer that does not end by itself. */
  async statusOfStream({ secret }: Caller, url: string): Promise<number> {
    const answer = await this.nest.inject({
      method: 'GET',
      url,
      headers: secret === '' ? {} : { authorization: `Bearer ${secret}` },
      payloadAsStream: true,
    });
    answer.stream().destroy();
    return answer.statusCode;
  }

  get nobody(): Caller {
    return this.nobodyAt();
  }

  /** Nobody, at another machine. */
  nobodyAt(address?: string): Caller {
    return this.caller('', { accountId: '', newsroomId: '', roles: [], name: '', sessionId: '' }, address);
  }
}
