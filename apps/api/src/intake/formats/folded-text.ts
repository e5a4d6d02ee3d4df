import { CodePointText, type Range } from '@belegg/domain';

const ignored = /[\s\p{Default_Ignorable_Code_Point}]/u;
const quotationMark = /[\p{Pi}\p{Pf}"'‚„\u2032\u2033´`]/u;
const dash = /[\p{Pd}\u2212]/u;
const wordCharacter = /[\p{L}\p{N}\p{M}]/u;

/**
 * A character as all ways to set it are compared: without white space and the invisible, one quotation mark, one dash.
 */
function foldedCharacter(character: string): string {
  if (ignored.test(character)) return '';
  if (quotationMark.test(character)) return '"';
  return dash.test(character) ? '-' : character.normalize('NFKC').replace(/\s/gu, '');
}

/** @returns the folded form of a quote, for `FoldedText`. */
export const fold = (quote: string): string => Array.from(quote.normalize('NFC'), foldedCharacter).join('');

/** A text in which quotes are found however their white space, paragraphs, quotation marks and dashes were set. */
export class FoldedText {
  private readonly folded: string;
  /** For each UTF-16 unit of the folded text the offset, in code points, of the character that it came from. */
  private readonly origins: readonly number[];
  private readonly characters: readonly string[];

  constructor(points: CodePointText) {
    this.characters = Array.from(points.text);
    const origins: number[] = [];
    const parts = this.characters.map((character, at) => {
      const part = foldedCharacter(character);
      for (let unit = 0; unit < part.length; unit++) origins.push(at);
      return part;
    });
    this.folded = parts.join('');
    this.origins = origins;
  }

  /**
   * The only place at which a quote stands between what should surround it, in code points; nothing where there is none
   * or more than one, or where it would begin or end inside a word.
   */
  onlyPlace(quote: string, prefix: string, suffix: string): Range | undefined {
    const exact = fold(quote);
    if (exact === '') return undefined;
    const before = fold(prefix);
    const after = fold(suffix);
    const whole = before + exact + after;
    const first = this.folded.indexOf(whole);
    if (first < 0 || this.folded.includes(whole, first + 1)) return undefined;
    const from = first + before.length;
    const start = this.origins[from];
    const last = this.origins[from + exact.length - 1];
    if (start === undefined || last === undefined) return undefined;
    const cuts = [from, from + exact.length].some((unit) => this.origins[unit - 1] === this.origins[unit]);
    return cuts || this.insideWord(start) || this.insideWord(last + 1) ? undefined : { start, end: last + 1 };
  }

  private insideWord(at: number): boolean {
    return [at - 1, at].every((one) => wordCharacter.test(this.characters[one] ?? ''));
  }
}
