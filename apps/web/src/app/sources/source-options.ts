import type { DraftCitation, SourceView } from '@belegg/contract';

/** A citation that the article has already, to be used once more. */
export interface EarlierCitation {
  readonly citation: DraftCitation;
  readonly name: string;
}

/** How many citations that the article has already are offered. */
const mostEarlier = 5;

/** What can be chosen in the list under a source field. */
export type SourceOption =
  | { readonly kind: 'earlier'; readonly earlier: EarlierCitation }
  | { readonly kind: 'source'; readonly source: SourceView; readonly alias?: string | undefined }
  | { readonly kind: 'new'; readonly name: string; readonly url?: string | undefined };

/** A web address in what was typed, and the words to look for: those typed, or the name in the address. */
export function searched(typed: string): { readonly words: string; readonly url?: string | undefined } {
  const words = typed.trim();
  if (!/^https?:\/\/\S+$/i.test(words) || !URL.canParse(words)) return { words };
  const labels = new URL(words).hostname.replace(/^www\./, '').split('.');
  return { words: labels.at(-2) ?? labels[0] ?? '', url: words };
}

/**
 * The options for what was typed: citations that the article has already, sources found, with the alias that matched,
 * and a new one unless a name is just that.
 */
export function optionsFor(
  typed: string,
  found: readonly SourceView[],
  mayCreate: boolean,
  earlier: readonly EarlierCitation[] = [],
): SourceOption[] {
  const { words, url } = searched(typed);
  const wanted = words.toLocaleLowerCase();
  const again = earlier
    .filter(({ name, citation: { quote = '', url: link = '', locator = '' } }) =>
      [name, quote, link, locator].some((part) =>
        part.toLocaleLowerCase().includes(url?.toLocaleLowerCase() ?? wanted),
      ),
    )
    .slice(0, mostEarlier)
    .map((one): SourceOption => ({ kind: 'earlier', earlier: one }));
  const sources = found.map((source): SourceOption => ({
    kind: 'source',
    source,
    alias: source.name.toLocaleLowerCase().includes(wanted)
      ? undefined
      : source.aliases.find((alias) => alias.toLocaleLowerCase().includes(wanted)),
  }));
  const isTaken = found.some(({ name, aliases }) =>
    [name, ...aliases].some((known) => known.toLocaleLowerCase() === wanted),
  );
  const options = [...again, ...sources];
  return mayCreate && words !== '' && !isTaken ? [...options, { kind: 'new', name: words, url }] : options;
}
