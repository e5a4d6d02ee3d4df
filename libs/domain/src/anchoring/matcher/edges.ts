import type { Alignment } from './alignment';
import { at } from '../../text/numbers';
import type { Tokens } from './tokens';

/** The new tokens of a place, both included. It is widened here. */
export interface TokenSpan {
  first: number;
  last: number;
}

/** An edge of a place of which nobody can tell how far it reaches. */
export type Edge = 'start' | 'end';

/**
 * Widens a place to what came for the words that were lost at the edges of the passage: what stands between the first
 * survivor inside and the nearest survivor outside, within the sentence. An edge where nothing was lost stays.
 * @param first of the passage `[first, end)` in old tokens
 * @returns the edges that are unsure: where the neighbours outside were lost as well, or a whole sentence was
 */
export function takeInEdges(alignment: Alignment, span: TokenSpan, first: number, end: number): readonly Edge[] {
  const before = takeIn(alignment, { from: span.first, step: -1, edge: first });
  const after = takeIn(alignment, { from: span.last, step: 1, edge: end - 1 });
  span.first = before.to;
  span.last = after.to;
  return [...(before.isUnsure ? ['start' as const] : []), ...(after.isUnsure ? ['end' as const] : [])];
}

interface Side {
  /** The outermost new token of the place so far, and which way is outwards. */
  readonly from: number;
  readonly step: 1 | -1;
  /** The outermost old token of the passage. */
  readonly edge: number;
}

function takeIn(alignment: Alignment, { from, step, edge }: Side): { to: number; isUnsure: boolean } {
  const { old, now, origins } = alignment;
  const survivor = at(origins, from);
  if (survivor === edge) return { to: from, isUnsure: false };
  const lost = Math.abs(edge - survivor);
  const isUnitEdge =
    edge + step < 0 || edge + step >= old.count || at(old.unitOf, edge) !== at(old.unitOf, edge + step);
  const beyond = nextSettled(alignment, from, step);
  const isOutside = beyond < 0 || beyond >= now.count;
  // Its neighbour in the sentence is still there: all between the two is what came for the lost words.
  if (!isUnitEdge && !isOutside && at(origins, beyond) === edge + step)
    // Of two like words either may be the neighbour.
    return isTwin(alignment, beyond, step) ? { to: beyond, isUnsure: true } : { to: beyond - step, isUnsure: false };
  // A passage that ends within a sentence may have lost the whole of that end; a whole sentence has no such place.
  let borders = isUnitEdge ? 0 : Math.abs(at(old.unitOf, edge) - at(old.unitOf, survivor));
  let to = from;
  for (; to + step !== beyond; to += step) {
    if (partsSentences(now, Math.min(to, to + step)) && borders-- === 0) break;
  }
  const isInSentence = at(old.unitOf, edge) === at(old.unitOf, survivor);
  if (isUnitEdge && isInSentence) return { to, isUnsure: false };
  const gap = Math.abs(to - from);
  const lostOutside = to + step === beyond ? (at(origins, beyond) - edge) * step - 1 : 0;
  // As many new words as were lost inside and outside together: each is likely to stand for one.
  if (lostOutside > 0 && gap === lost + lostOutside) to = from + step * lost;
  return { to, isUnsure: gap > 0 || to + step !== beyond };
}

/** The nearest new token beyond one that comes from the old text; one past the ends where there is none. */
function nextSettled({ now, origins }: Alignment, from: number, step: 1 | -1): number {
  let token = from + step;
  while (token >= 0 && token < now.count && at(origins, token) < 0) token += step;
  return token;
}

/** Whether the new token has the same word beyond it, which comes from nowhere. */
function isTwin({ now, origins }: Alignment, token: number, step: 1 | -1): boolean {
  const other = token + step;
  return other >= 0 && other < now.count && at(origins, other) < 0 && at(now.ids, other) === at(now.ids, token);
}

/** Whether a sentence may end between a token and the next. */
function partsSentences(tokens: Tokens, token: number): boolean {
  const isSpaced = at(tokens.ends, token) < at(tokens.starts, token + 1);
  return (
    at(tokens.unitOf, token) !== at(tokens.unitOf, token + 1) ||
    (isSpaced && /[.?!…]/.test(tokens.text.charAt(at(tokens.ends, token) - 1)))
  );
}
