import {
  answerOf,
  requestOf,
  type AnswerOf,
  type CallOptions,
  type Client,
  type Problem,
  type Route,
} from '@belegg/contract';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { SessionStore } from '../platform/sessions/session-store';
import { CommandError, UsageError, type Surroundings } from './command';

/** The options that say through which connection a command goes to the interface, for `parseArgs`. */
export const connectionOptions = {
  server: { type: 'string' },
  token: { type: 'string' },
  as: { type: 'string' },
  newsroom: { type: 'string' },
} as const;

export interface ConnectionChoice {
  readonly server?: string | undefined;
  readonly token?: string | undefined;
  readonly as?: string | undefined;
  readonly newsroom?: string | undefined;
}

/** What a command may do: as much as its member, but for people, tokens and settings. */
const scopes = ['read', 'write', 'review'] as const;

/** How these options are explained, for a usage. */
export const connectionUsage = `    --server <url> --token <secret>    on a running server (or BELEGG_URL and BELEGG_TOKEN)
    --as <address> [--newsroom <name>]    on the database of this machine, as this member`;

type Send = (
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: Buffer,
) => Promise<{ status: number; bytes: Buffer }>;

/** The interface to programs, on a running server or straight on the database: the same calls, the same rules. */
export class Connection implements Client {
  private constructor(
    private readonly send: Send,
    readonly close: () => Promise<void>,
  ) {}

  /** Whether options or environment say where. */
  static isChosen({ server = process.env['BELEGG_URL'], token, as, newsroom }: ConnectionChoice): boolean {
    return [server, token, as, newsroom].some((value) => value !== undefined);
  }

  /** @throws UsageError, CommandError */
  static async open(
    { server = process.env['BELEGG_URL'], token = process.env['BELEGG_TOKEN'], as, newsroom }: ConnectionChoice,
    { app }: Surroundings,
  ): Promise<Connection> {
    if (as !== undefined) return Connection.onDatabase(await app(), as, newsroom);
    if (server === undefined || token === undefined) throw new UsageError('Say where: --server and --token, or --as');
    return new Connection(
      (method, path, headers, body) =>
        sendOverNetwork(new URL(path, server), method, { ...headers, authorization: `Bearer ${token}` }, body),
      () => Promise.resolve(),
    );
  }

  private static async onDatabase(
    app: NestFastifyApplication,
    email: string,
    newsroomName: string | undefined,
  ): Promise<Connection> {
    const database = app.get(Database);
    const session = await database.acrossNewsrooms(async (tx) => {
      const account = await tx.account.findUnique({
        where: { email: email.toLowerCase() },
        include: { memberships: { where: { disabledAt: null }, include: { newsroom: true } } },
      });
      const memberships = (account?.memberships ?? []).filter(
        ({ newsroom }) => newsroomName === undefined || newsroom.name === newsroomName,
      );
      const [membership] = memberships;
      if (!membership)
        throw new CommandError(
          `${email} is no active member${newsroomName === undefined ? '' : ` of ${newsroomName}`}`,
        );
      if (memberships.length > 1) throw new UsageError(`${email} is in several newsrooms: say --newsroom`);
      const { accountId, newsroomId } = membership;
      const expiresAt = new Date(app.get(Clock).now().getTime() + 3_600_000);
      return app
        .get(SessionStore)
        .open(tx, { accountId, newsroomId, kind: 'token', name: 'command line', scopes, expiresAt });
    });
    const send: Send = async (method, path, headers, body) => {
      const answer = await app.inject({
        method: method as 'GET',
        url: path,
        headers: { ...headers, authorization: `Bearer ${session.secret}` },
        ...(body && { payload: body }),
      });
      return { status: answer.statusCode, bytes: answer.rawPayload };
    };
    return new Connection(send, () =>
      database.acrossNewsrooms(async (tx) => {
        await tx.session.deleteMany({ where: { id: session.id } });
      }),
    );
  }

  /** The bytes of an answer. @throws CommandError with what the problem says */
  async bytes<R extends Route>(route: R, options: CallOptions<R>): Promise<Buffer> {
    const { method, path, query, headers, body } = requestOf(route, options);
    const search = new URLSearchParams(query).toString();
    const encoded =
      body === undefined ? undefined : body instanceof FormData ? new Response(body) : Response.json(body);
    const type = encoded?.headers.get('content-type');
    const { status, bytes } = await this.send(
      method,
      search === '' ? path : `${path}?${search}`,
      { ...headers, 'accept-language': 'en', ...(type && { 'content-type': type }) },
      encoded && Buffer.from(await encoded.arrayBuffer()),
    );
    if (status >= 400) throw new CommandError(explain(status, bytes));
    return bytes;
  }

  /** The answer of a JSON route, read by its schema. */
  async call<R extends Route>(route: R, options: CallOptions<R>): Promise<AnswerOf<R>> {
    const bytes = await this.bytes(route, options);
    return answerOf(route, bytes.length === 0 ? undefined : JSON.parse(bytes.toString('utf8')));
  }
}

async function sendOverNetwork(
  url: URL,
  method: string,
  headers: Record<string, string>,
  body: Buffer | undefined,
): Promise<{ status: number; bytes: Buffer }> {
  try {
    const answer = await fetch(url, { method, headers, ...(body && { body: new Uint8Array(body) }) });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  } catch (error) {
    throw new CommandError(
      `${url.origin} cannot be reached: ${error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)}`,
    );
  }
}

function explain(status: number, bytes: Buffer): string {
  try {
    const { detail, errors = [] } = JSON.parse(bytes.toString('utf8')) as Problem;
    return [detail, ...errors.map(({ pointer, detail: said }) => `${pointer}: ${said}`)].join(' ');
  } catch {
    return `The server answered with ${status}`;
  }
}
