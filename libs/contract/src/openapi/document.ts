import * as z from 'zod';
import { problem, type ProblemCode } from '../problem';
import type { Route } from '../route';
import { routeGroups, type RouteName } from '../routes';
import { problemsOf } from './problems';
import { SchemaWriter, type Io, type Json } from './schemas';

/** The HTTP status of each problem, and what it is called. */
export type DescribedProblems = Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>>;

const tags: Readonly<Record<keyof typeof routeGroups, string>> = {
  session: 'Signing in and out, and the sessions of browsers',
  members: 'The people of a newsroom, and tokens for programs',
  articles: 'Articles, their frozen texts and sentences',
  annotations: 'Claims about passages, and their review',
  assignments: 'Who does what, until when',
  board: 'What there is to do',
  presence: 'Who has an article open',
  threads: 'Conversations; none of them touches approval',
  sources: 'Whom one can cite, and captured bytes',
  search: 'Search in all of the newsroom',
  reports: 'What was approved when: drafts, sign-off, publication',
  public: 'What anybody may read: published reports, and what lists them',
  jobs: 'What is done beside the calls',
  webhooks: 'Who is told of what happens',
  notifications: 'What one is told of, in the page and by mail',
  system: 'The log, and what operators ask of the server',
};

const description = `Offsets are Unicode code points in canonical text, as the Web Annotation model says. Moments are UTC.
Lists are \`{items, nextCursor?}\`; \`?cursor=\` takes \`nextCursor\`. Unknown fields are refused (422).

Errors are \`application/problem+json\` (RFC 9457): \`code\` tells a program what happened, \`title\` and \`detail\` are in
the language of \`Accept-Language\` (nb, en). A call that changes an existing thing needs \`If-Match\` with the ETag last
seen: missing is 428, stale is 412, and the 412 carries the thing as it is now.`;

const header = (text: string): Json => ({ description: text, schema: { type: 'string' } });
const headers = {
  ETag: header('The strong ETag of the thing, to be sent as `If-Match`'),
  'X-Request-Id': header('Names the request in the log of the server; one that is sent is taken over'),
  'Retry-After': { description: 'Seconds after which to come again', schema: { type: 'integer' } },
  'Idempotency-Replayed': header('`true` where this is the answer to an earlier call with the same key'),
} as const;
const headerRef = (name: keyof typeof headers): Json => ({ [name]: { $ref: `#/components/headers/${name}` } });

/** The OpenAPI 3.1 document of the whole interface, made from the route descriptions. */
export function openApiDocument(version: string, problems: DescribedProblems): Json {
  const writer = new SchemaWriter();
  writer.write(z.array(problem), 'output');
  const writing = Object.entries(routeGroups).flatMap(([tag, group]) =>
    Object.entries<Route>(group).map(([name, route]) => new Operation(name as RouteName, route, tag, writer)),
  );
  const { schemas, refer } = writer.finish();
  const paths: Record<string, Json> = {};
  const responses: Record<string, Json> = {};
  for (const operation of writing) {
    const { path, method } = operation.route;
    (paths[path] ??= {})[method.toLowerCase()] = operation.describe(problems, responses, refer);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Belegg', version, description, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/', description: 'This server' }],
    tags: Object.entries(tags).map(([name, text]) => ({ name, description: text })),
    paths,
    components: {
      schemas,
      headers,
      responses: Object.fromEntries(Object.entries(responses).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'belegg_session', description: 'Of a browser that signed in' },
        token: { type: 'http', scheme: 'bearer', description: 'Of a program; its scopes bound what it may do' },
      },
    },
    security: [{ session: [] }, { token: [] }],
  };
}

/** One operation, written in two steps: only when all are known is it known what their schemas are called. */
class Operation {
  private readonly parameters: Json[];
  private readonly body: Json | undefined;
  private readonly form: Json | undefined;
  private readonly answer: Json | undefined;

  constructor(
    private readonly name: RouteName,
    readonly route: Route,
    private readonly tag: string,
    writer: SchemaWriter,
  ) {
    const isThere = (type: z.ZodType): boolean => !(type instanceof z.ZodUndefined);
    this.parameters = [
      ...parameters(writer.writeInline(route.params, 'input'), 'path'),
      ...parameters(writer.writeInline(route.query, 'input'), 'query'),
    ];
    this.body = isThere(route.body) ? writer.write(route.body, 'input') : undefined;
    this.form = route.takes && formOf(route.fields && writer.writeInline(route.fields, 'input'));
    this.answer = isThere(route.answer) ? writer.write(route.answer, 'output') : undefined;
  }

  describe(problems: DescribedProblems, shared: Record<string, Json>, refer: (schema: Json, io: Io) => Json): Json {
    const { summary, access, takes, ifMatch, idempotent } = this.route;
    const content = {
      ...(takes && this.form && { [takes]: { schema: refer(this.form, 'input') } }),
      ...(this.body && { 'application/json': { schema: refer(this.body, 'input') } }),
    };
    return {
      operationId: this.name,
      summary,
      description: whoMay(this.route),
      tags: [this.tag],
      ...(access === 'public' && { security: [] }),
      parameters: [
        ...this.parameters.map((parameter) => refer(parameter, 'input')),
        ...(ifMatch ? [ifMatchParameter] : []),
        ...(idempotent ? [idempotencyParameter] : []),
        ...(this.name === 'streamEvents' ? [lastEventParameter] : []),
      ],
      ...(Object.keys(content).length > 0 && {
        requestBody: { required: this.body === undefined || !allowsNothing(this.route.body), content },
      }),
      responses: { [this.route.status]: this.success(refer), ...this.failures(problems, shared) },
    };
  }

  private success(refer: (schema: Json, io: Io) => Json): Json {
    const { answers, idempotent } = this.route;
    const types = answers?.split(', ').map((type) => [type, { schema: { type: 'string' } }]) ?? [];
    const json = this.answer ? [['application/json', { schema: refer(this.answer, 'output') }]] : [];
    const content = Object.fromEntries<unknown>((answers === undefined ? json : types) as [string, unknown][]);
    return {
      description: this.route.status === 204 ? 'Done; there is nothing to say' : 'Done',
      headers: {
        ...headerRef('X-Request-Id'),
        ...(hasEtag(this.route.answer) && headerRef('ETag')),
        ...(idempotent && headerRef('Idempotency-Replayed')),
      },
      ...(Object.keys(content).length > 0 && { content }),
    };
  }

  /** One answer for each status; those that say the same stand once for all operations. */
  private failures(problems: DescribedProblems, shared: Record<string, Json>): Json {
    const byStatus = new Map<number, ProblemCode[]>();
    for (const code of problemsOf(this.name, this.route)) {
      const { status } = problems[code];
      byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
    }
    return Object.fromEntries(
      [...byStatus].map(([status, unordered]) => {
        const codes = unordered.toSorted();
        const key = [status, ...codes].join('.');
        shared[key] ??= failure(status, codes, problems);
        return [status, { $ref: `#/components/responses/${key}` }];
      }),
    );
  }
}

const failure = (status: number, codes: readonly ProblemCode[], problems: DescribedProblems): Json => ({
  description: codes.map((code) => `\`${code}\`: ${problems[code].title}`).join('; '),
  headers: { ...headerRef('X-Request-Id'), ...([429, 503].includes(status) && headerRef('Retry-After')) },
  content: {
    'application/problem+json': {
      schema: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          { type: 'object', properties: { code: { type: 'string', enum: codes } } },
        ],
      },
    },
  },
});

const ifMatchParameter: Json = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The ETag that was last seen of the thing',
  schema: { type: 'string' },
};
const idempotencyParameter: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Chosen by the caller, such as a UUID. The same call with the same key within 24 hours gets the first answer, and ' +
    'nothing is made twice; another body is 422 `key-reused`.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};
const lastEventParameter: Json = {
  name: 'Last-Event-ID',
  in: 'header',
  required: false,
  description: 'The id of the last event that was seen; the stream goes on after it',
  schema: { type: 'string' },
};

const permissions: Readonly<Record<Route['access'], string>> = {
  public: 'Anybody.',
  signedIn: 'Whoever is signed in, also with a one-time password that is still to be changed.',
  read: 'Any member; a token needs the scope `read`.',
  write: 'Editors and reviewers; a token needs the scope `write`.',
  review: 'Reviewers; a token needs the scope `review`.',
  manage: 'Administrators; no token.',
  metrics: 'Administrators; a token needs the scope `metrics`.',
};

const whoMay = ({ access, grantsAccess }: Route): string =>
  permissions[access] +
  (grantsAccess ? ' Asked of a browser alone, with a password of the last quarter of an hour.' : '');

/** A file, and the fields that go with it. */
function formOf(fields: Json = {}): Json {
  const { properties = {} } = fields as { properties?: Json };
  // So OpenAPI 3.1 says that bytes come.
  const file = { type: 'string', contentMediaType: 'application/octet-stream' };
  return { type: 'object', properties: { ...properties, file }, required: ['file'] };
}

function parameters(fields: Json, where: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = fields as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema,
  }));
}

const allowsNothing = (body: z.ZodType): boolean => body.safeParse(undefined).success;

const hasEtag = (answer: z.ZodType): boolean =>
  (answer instanceof z.ZodObject && 'etag' in answer.shape) ||
  (answer instanceof z.ZodIntersection &&
    [answer.def.left, answer.def.right].some((part) => hasEtag(part as z.ZodType)));
