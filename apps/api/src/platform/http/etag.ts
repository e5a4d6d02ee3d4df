import { ProblemError, type ProblemDetails } from '../problem-error';

/**
 * Holds a changing call to what its caller last saw (RFC 9110, 13.1.1; strong comparison, and `*` names nothing that
 * was seen).
 * @param current the thing as it is now, sent along so that nothing typed is lost
 * @throws ProblemError `stale`
 */
export function assertCurrent(ifMatch: string, current: { readonly etag: string }): void {
  const seen = ifMatch.split(',').map((tag) => tag.trim());
  if (!seen.includes(current.etag))
    throw new ProblemError('stale', { current: JSON.parse(JSON.stringify(current)) as ProblemDetails['current'] });
}
