import { nameKeys } from '@belegg/domain';
import { getDomain } from 'tldts';

/** A source as far as its likeness to others goes. */
export interface Named {
  readonly name: string;
  readonly url?: string | null | undefined;
  readonly domains: readonly string[];
  readonly distinct: boolean;
}

/**
 * The domain that somebody can register, of an address or a host: "taipeitimes.com"; a blog host's users have their
 * own.
 */
export const registrableDomain = (address: string): string | undefined =>
  getDomain(address, { allowPrivateDomains: true }) ?? undefined;

/**
 * As `keysOf`, by every name that it has, and whatever it says of being distinct: to find one that is there already.
 */
export const searchKeysOf = ({
  name,
  aliases,
  url,
  domains,
}: Named & { readonly aliases: readonly string[] }): string[] =>
  [name, ...aliases].flatMap((called) => keysOf({ name: called, url, domains, distinct: false }));

/**
 * What a source has in common with others that are the same: what its name looks like, and the domains where it
 * publishes.
 */
export function keysOf({ name, url, domains, distinct }: Named): string[] {
  if (distinct) return [];
  const addresses = url ? [url, ...domains] : domains;
  const registrable = addresses.flatMap((address) => registrableDomain(address) ?? []);
  return [...nameKeys(name), ...new Set(registrable.map((domain) => `domain:${domain}`))];
}
