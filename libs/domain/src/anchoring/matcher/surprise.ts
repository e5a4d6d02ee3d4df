import type { Span } from './fit';
import { at } from '../../text/numbers';
import type { Tokens, Vocabulary } from './tokens';

/** An occurrence in each text is the match itself and says nothing of how often its words go together. */
const own = 2;

/**
 * How unlikely it is that a passage stands in both texts by chance: the bits that its words say, less where one
 * usually follows the other. In "Tapet var 12 millioner." among many such lines hardly more than the number counts.
 */
export class Surprise {
  /** How often the pairs of words in the passages follow each other in both texts. */
  private readonly pairs = new Map<number, number>();

  /** @param passages spans of the old text that will be asked about */
  constructor(
    private readonly old: Tokens,
    now: Tokens,
    private readonly vocabulary: Vocabulary,
    passages: Iterable<Span>,
  ) {
    for (const { from, to } of passages)
      for (let token = from + 1; token < to; token++) this.pairs.set(this.pair(old, token), 0);
    if (this.pairs.size === 0) return;
    for (const tokens of [old, now]) {
      for (let token = 1; token < tokens.count; token++) {
        const pair = this.pair(tokens, token);
        const count = this.pairs.get(pair);
        if (count !== undefined) this.pairs.set(pair, count + 1);
      }
    }
  }

  bits({ from, to }: Span): number {
    let bits = this.vocabulary.bits(at(this.old.ids, from));
    for (let token = from + 1; token < to; token++) {
      const together = Math.max(0, Number(this.pairs.get(this.pair(this.old, token))) - own);
      const before = Math.max(0, this.vocabulary.count(at(this.old.ids, token - 1)) - own);
      const alone = 2 ** -this.vocabulary.bits(at(this.old.ids, token));
      bits -= Math.log2(Math.max(alone, (together + alone) / (before + 1)));
    }
    return bits;
  }

  /** The pair of a token and the one before it, as one number. */
  private pair(tokens: Tokens, token: number): number {
    return at(tokens.ids, token - 1) * this.vocabulary.size + at(tokens.ids, token);
  }
}
