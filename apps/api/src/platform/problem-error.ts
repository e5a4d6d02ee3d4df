import type { Problem, ProblemCode } from '@belegg/contract';
import type { FieldMessage } from './messages/fields';

/** The HTTP status of each problem. */
export const statusOf: Readonly<Record<ProblemCode, number>> = {
  'bad-request': 400,
  unauthenticated: 401,
  'wrong-password': 401,
  'too-many-attempts': 429,
  'no-mail': 409,
  'link-void': 410,
  'password-change-needed': 403,
  'recent-password-needed': 403,
  forbidden: 403,
  'own-work': 403,
  'not-your-assignment': 403,
  'not-your-words': 403,
  'cross-site': 403,
  misdirected: 421,
  'not-found': 404,
  'wrong-status': 409,
  'nothing-to-undo': 409,
  'not-undoable': 409,
  overtaken: 409,
  'last-in-block': 409,
  'hides-unchecked': 409,
  'in-use': 409,
  duplicate: 409,
  similar: 409,
  'not-named': 403,
  'protection-stands': 409,
  'not-covered': 409,
  'source-rule': 422,
  'no-verdict': 422,
  contradicts: 409,
  overlaps: 409,
  'no-rest': 409,
  circle: 422,
  'not-now': 409,
  'last-admin': 409,
  'shared-account': 409,
  stale: 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  invalid: 422,
  'key-reused': 422,
  'empty-text': 422,
  binary: 422,
  encoding: 422,
  'too-many-sentences': 422,
  'selector-mismatch': 422,
  'broken-file': 422,
  'reading-limit': 422,
  'too-many-readings': 503,
  'encrypted-file': 422,
  'scanned-file': 422,
  'old-word-file': 422,
  'unread-format': 415,
  'unknown-json': 422,
  'address-refused': 422,
  'address-unreachable': 422,
  'precondition-needed': 428,
  'evidence-lost': 410,
  'too-slow': 408,
  unavailable: 503,
  'no-space': 503,
  internal: 500,
};

/** Seconds after which to come again, where a problem passes by itself and nothing else is known. */
export const retryAfterOf: Partial<Readonly<Record<ProblemCode, number>>> = {
  'too-many-readings': 10,
  unavailable: 5,
  'no-space': 60,
};

/**
 * What goes with a problem beyond its code; `values` fill the gaps of its message, `retryAfter` (seconds) is a header.
 */
export interface ProblemDetails extends Pick<
  Problem,
  'errors' | 'current' | 'similar' | 'open' | 'orphans' | 'questions' | 'clashes' | 'missing'
> {
  readonly retryAfter?: number;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A refusal that a caller is told of, in their own language, as problem+json. */
export class ProblemError extends Error {
  /** @param logged what the security log keeps beside, of which the caller is not told */
  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
    readonly logged: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }
}

/**
 * A field that is well formed and yet cannot be taken.
 * @param pointer JSON Pointer into the body, or `?name` of a query
 */
export const invalidField = (pointer: string, message: FieldMessage): ProblemError =>
  new ProblemError('invalid', { errors: [{ pointer, detail: message }] });
