import type { HttpErrorResponse } from '@angular/common/http';
import { problem as problemSchema, type Problem, type ProblemCode } from '@belegg/contract';

/**
 * A refusal or failure of the server, in its own words (RFC 9457). Every call and resource of the page fails with this.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
  }

  /** What is wrong with one field, by its JSON Pointer, such as `/title`. */
  detailAt(pointer: string): string | undefined {
    return this.problem.errors?.find((error) => error.pointer === pointer)?.detail;
  }

  is(code: ProblemCode): boolean {
    return this.problem.code === code;
  }
}

/** Words for failures of which no server can speak. */
export interface LocalWords {
  readonly unreachable: string;
  readonly unreadable: string;
}

/** Makes a problem of any failed answer; where the body is none, the status says which kind it is. */
export function problemErrorOf(failure: HttpErrorResponse, words: LocalWords): ProblemError {
  const parsed = problemSchema.safeParse(asJson(failure.error));
  if (parsed.success) return new ProblemError(parsed.data);
  const { status } = failure;
  const detail = status === 0 || status >= 502 ? words.unreachable : words.unreadable;
  return new ProblemError({ type: 'about:blank', code: codeOf(status), title: detail, status, detail });
}

function codeOf(status: number): ProblemCode {
  if (status === 0 || status >= 502) return 'unavailable';
  const codes: Partial<Record<number, ProblemCode>> = {
    400: 'bad-request',
    401: 'unauthenticated',
    403: 'forbidden',
    404: 'not-found',
    412: 'stale',
    413: 'too-large',
    422: 'invalid',
  };
  return codes[status] ?? 'internal';
}

function asJson(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
