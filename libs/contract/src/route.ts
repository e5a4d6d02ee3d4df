import type { Permission } from '@belegg/domain';
import * as z from 'zod';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** What `{id}` in a path names. Another newsroom's is answered with 404 before anything else is looked at. */
export type Subject =
  'article' | 'annotation' | 'source' | 'report' | 'member' | 'token' | 'session' | 'thread' | 'assignment' | 'webhook';

/**
 * One endpoint, described once: the server routes and checks by it, the OpenAPI document and the page's client come
 * from it.
 */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly method: Method;
  /** With `{name}` for parameters. */
  readonly path: string;
  readonly summary: string;
  /** `public`: anybody. `signedIn`: also with a one-time password still to be changed. */
  readonly access: 'public' | 'signedIn' | Permission;
  /**
   * Whether it decides who gets in: asked of a browser alone, by somebody who gave their password within a quarter of
   * an hour (403 `recent-password-needed`).
   */
  readonly grantsAccess: boolean;
  readonly subject?: Subject | undefined;
  /** Whether `If-Match` has to be sent: missing 428, stale 412. */
  readonly ifMatch: boolean;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The JSON answer; `answers` names another media type. */
  readonly answer: Answer;
  readonly answers?: string | undefined;
  /** The media type of the body where it is not JSON; where there is a `body` too, either may come. */
  readonly takes?: 'multipart/form-data' | undefined;
  /** What goes with the file of such a body, which its handler reads for itself. */
  readonly fields?: z.ZodType | undefined;
  /** The largest JSON body, in bytes. A file may be as large as `largestFile`. */
  readonly bodyLimit: number;
  /** The most values of a JSON body, each list and object among them: a few bytes make a value, and far more work. */
  readonly valueLimit: number;
  readonly status: 200 | 201 | 202 | 204;
  /**
   * Whether it takes an `Idempotency-Key`: the same call with the same key gets the first answer, and nothing is made
   * twice.
   */
  readonly idempotent: boolean;
}

/** Bytes of a JSON body: of one that is empty but for its brackets, and of one that says nothing else. */
const emptyBody = 1024;
const ordinaryBody = 64 * 1024;
/** Values of a JSON body. An annotation with a hundred citations has some two thousand. */
const ordinaryValues = 10_000;

const nothing = z.undefined();
/** For routes that take no query: unknown parameters are refused like unknown fields. */
const noQuery = z.strictObject({});
const noParams = z.object({});

type Described<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = Pick<
  Route,
  'method' | 'path' | 'summary' | 'access'
> &
  Partial<
    Pick<
      Route,
      | 'subject'
      | 'grantsAccess'
      | 'ifMatch'
      | 'status'
      | 'answers'
      | 'takes'
      | 'fields'
      | 'bodyLimit'
      | 'valueLimit'
      | 'idempotent'
    >
  > & {
    params?: P;
    query?: Q;
    body?: B;
    answer?: A;
  };

/** Describes an endpoint; what is left out is empty, and the status 200. */
export function route<
  P extends z.ZodType = typeof noParams,
  Q extends z.ZodType = typeof noQuery,
  B extends z.ZodType = typeof nothing,
  A extends z.ZodType = typeof nothing,
>(described: Described<P, Q, B, A>): Route<P, Q, B, A> {
  return {
    grantsAccess: false,
    ifMatch: false,
    status: 200,
    bodyLimit: described.body ? ordinaryBody : emptyBody,
    valueLimit: ordinaryValues,
    idempotent: false,
    ...described,
    params: described.params ?? (noParams as unknown as P),
    query: described.query ?? (noQuery as unknown as Q),
    body: described.body ?? (nothing as unknown as B),
    answer: described.answer ?? (nothing as unknown as A),
  };
}

export type ParamsOf<R extends Route> = z.infer<R['params']>;
export type QueryOf<R extends Route> = z.infer<R['query']>;
export type BodyOf<R extends Route> = z.infer<R['body']>;
/** What a client may send: fields with a default can be left out. */
export type SentBodyOf<R extends Route> = z.input<R['body']>;
export type AnswerOf<R extends Route> = z.infer<R['answer']>;
