import { ProblemError } from '../problem-error';

/** What a failure to read a multipart body stands for: a fault of its sender, unless it says of itself what it is. */
export function unreadable(error: unknown): unknown {
  const isNamed = error instanceof ProblemError || (error as { statusCode?: number }).statusCode !== undefined;
  return isNamed ? error : new ProblemError('bad-request');
}
