import type { PublicClaims } from '@belegg/contract';
import { folded, type PageText, type Piece } from './page-text';

type Claim = PublicClaims['claims'][number];

export interface FoundClaim {
  readonly claim: Claim;
  readonly pieces: readonly Piece[];
}

/** What stands before a sentence: the beginning of a paragraph, or the end of another sentence. */
const sentenceBegins = /(?:\n|[.!?…][»”"'’)\]]*\s|[»”"]\s)$/;
const sentenceEnds = /^(?:\s|$)/;

/**
 * Finds claims by the words that have to stand around them. A claim whose words are not there, or are there twice, is
 * lost: nothing is shown of it.
 */
export function findClaims(page: PageText, claims: readonly Claim[]): { found: FoundClaim[]; lost: Claim[] } {
  const found: FoundClaim[] = [];
  const lost: Claim[] = [];
  for (const claim of claims) {
    const [before, exact] = [folded(claim.before), folded(claim.exact)];
    const at = onlyPlace(page.text, folded(`${claim.before}${claim.exact}${claim.after}`));
    if (at === undefined || exact.trim() === '') lost.push(claim);
    else {
      const start = at + before.length;
      found.push({ claim, pieces: page.pieces(start, start + exact.length) });
    }
  }
  return { found, lost };
}

/** Where the sentences stand in a text as sentences of their own, if it is in one place alone. */
function onlyPlace(text: string, sentences: string): number | undefined {
  const places: number[] = [];
  for (let at = text.indexOf(sentences); at !== -1 && places.length < 2; at = text.indexOf(sentences, at + 1)) {
    const begins = sentences.startsWith('\n') || sentenceBegins.test(text.slice(Math.max(0, at - 10), at));
    if (begins && sentenceEnds.test(text.slice(at + sentences.length))) places.push(at);
  }
  return places.length === 1 ? places[0] : undefined;
}
