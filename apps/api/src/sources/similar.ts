import type { NewSource } from '@belegg/contract';
import type { Tx } from '../platform/database/database';
import type { Reader } from '../platform/redaction';
import { registrableDomain, searchKeysOf } from './likeness';
import { findCitedOn, findSources, readLikenesses, type SourceRow } from './source.repository';

/** The sources that look like a new one, by a name or alias, or share a domain with it; the oldest first. */
export async function findSimilar(tx: Tx, reader: Reader, source: NewSource): Promise<SourceRow[]> {
  const wanted = new Set(searchKeysOf(source));
  const known = await readLikenesses(tx, reader);
  const alike = known.filter((one) => searchKeysOf(one).some((key) => wanted.has(key)));
  return findSources(
    tx,
    reader.newsroomId,
    alike.map(({ id }) => id),
  );
}

/** The sources that publish on the domain of an address; or else, those that were cited with an address on it. */
export async function findByLink(tx: Tx, reader: Reader, link: string): Promise<SourceRow[]> {
  const domain = registrableDomain(link);
  if (domain === undefined) return [];
  const known = await readLikenesses(tx, reader);
  const owners = known.filter(({ url, domains }) =>
    [url, ...domains].some((address) => registrableDomain(address) === domain),
  );
  const ids = owners.length > 0 ? owners.map(({ id }) => id) : await findCitedOn(tx, reader, domain);
  return findSources(tx, reader.newsroomId, ids);
}
