import { ProblemError, type ProblemDetails } from '../problem-error';

/**
 * Holds a changing call to what its caller last saw (RFC 9110, 13.1.1; strong comparison, and `*` names nothing that
 * was seen).
 * @param current the thing as it is now, sent along so that nothing typed is lost
 * @param etag of what has to have been seen, where that is a part of it; nothing can have been where there is none
 * @throws ProblemError `stale`
 */
export function assertCurrent(
  ifMatch: string,
  current: { readonly etag: string },
  etag: string | undefined = current.etag,
): void {
  const seen = ifMatch.split(',').map((tag) => tag.trim());
  if (etag === undefined || !seen.includes(etag))
    throw new ProblemError('stale', { current: JSON.parse(JSON.stringify(current)) as ProblemDetails['current'] });
}
