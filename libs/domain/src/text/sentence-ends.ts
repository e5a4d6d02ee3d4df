import {
  closers,
  isDigit,
  isInvisible,
  isLetter,
  isSpace,
  isUpper,
  noteMarkEnd,
  openers,
  pictographsEnd,
  quotes,
  stops,
} from './characters';
import { continuationAt, skipSpace, type Continuation } from './continuation';
import { isCrossReference } from './cross-reference';
import { fullStopEnds } from './full-stop';
import type { Lexicon } from './lexicon/lexicon';

/**
 * Offsets (UTF-16) at which sentences end within the text of one block; the end of the text itself is left out.
 * One pass over the text; each stop looks a bounded distance around itself.
 */
export function sentenceEnds(text: string, lexicon: Lexicon): number[] {
  const scan = new Scan(text, lexicon);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x3f && code < 0xab) continue;
    if (stops.has(code)) at = scan.stop(at) - 1;
    else if (code === colon) scan.colon(at);
    else if (quotes.has(code)) scan.quote(at);
  }
  return scan.ends;
}

const colon = 0x3a;
const zeroWidthSpace = '\u200B';
const longestLabel = 40;
const longestName = 24;
const lowerCaseWord = /(?<![\p{L}\p{N}])\p{Ll}/u;
/** What goes on with a sentence: no sentence begins so. */
const goesOn: ReadonlySet<string> = new Set(['.', '!', '?', '…', ',', ';', ':', '/']);
const emoticon = /[:;=][-o']?[)(\][DPp3O/|]+(?=\s|$)/y;

function isEllipsis(run: string): boolean {
  return run !== '.' && /^[.…]+$/.test(run);
}

class Scan {
  readonly ends: number[] = [];
  /** Where the current sentence begins. */
  private start: number;
  private quoted = false;
  /** Whether the current sentence has a letter or digit before `searched`. */
  private hasWord = false;
  private searched = 0;

  constructor(
    private readonly text: string,
    private readonly lexicon: Lexicon,
  ) {
    this.start = skipSpace(text, 0);
  }

  quote(at: number): void {
    const mark = this.text[at];
    if (mark !== '"') this.quoted = mark !== '»' && mark !== '”' && mark !== '›';
    else if (at > 0 && !isSpace(this.text.charCodeAt(at - 1))) this.quoted = /[([–-]/.test(this.text.charAt(at - 1));
    else this.quoted = !this.quoted || !isSpace(this.text.charCodeAt(at + 1));
  }

  /**
   * Ends the sentence after the colon if a new one begins there: speech, a quotation, or a clause that a clause
   * introduces.
   */
  colon(at: number): void {
    if (this.quoted || !this.lexicon.colonEnds || !isSpace(this.text.charCodeAt(at + 1))) return;
    const next = continuationAt(this.text, at + 1);
    if (next.head !== 'upper' || next.bracket) return;
    if (next.dash || next.quote || !this.isLabel(at)) this.endAt(at + 1);
  }

  /**
   * Whether the sentence so far is a label of names ("OSLO (NTB):", "Foto:", "Kari Berg:") or points elsewhere ("Les
   * også:").
   */
  private isLabel(at: number): boolean {
    if (at - this.start > longestLabel) return false;
    const label = this.text.slice(this.start, at + 1);
    return !lowerCaseWord.test(label) || isCrossReference(label);
  }

  /** Judges the stop at `at`; returns where the scan goes on. */
  stop(at: number): number {
    const { text } = this;
    let after = at + 1;
    while (stops.has(text.charCodeAt(after))) after++;
    const run = text.slice(at, Math.min(after, at + 4));
    const afterRun = after;
    while (closers.has(text.charCodeAt(after))) after++;
    const closed = after > afterRun;
    if (closed) this.closeQuotes(afterRun, after);
    const afterClosers = after;
    after = this.attachMarks(after);
    const parted = isSpace(text.charCodeAt(after)) || text[after - 1] === zeroWidthSpace;
    if (!parted && pictographsEnd(text, after) === after) return afterClosers;
    after = this.attachSpaced(after);
    if (this.ends.at(-1) !== after && this.isEnd(at, run, closed, after)) this.endAt(after);
    return after;
  }

  private isEnd(at: number, run: string, closed: boolean, after: number): boolean {
    const { text, lexicon } = this;
    const next = continuationAt(text, after);
    if (next.head === 'none' || goesOn.has(text.charAt(next.headAt)) || !this.hasWordBefore(at)) return false;
    if (next.head === 'lower') {
      if (next.dash) return next.ellipsis;
      if (
        !lexicon.lowerCaseStart ||
        closed ||
        isEllipsis(run) ||
        this.endsSpacedEllipsis(at) ||
        (run === '!' && this.isNameWithMark(at, next))
      )
        return false;
    } else if (closed && openers.has(text.charCodeAt(at - 1))) {
      // "(!)" and "[...]" hold no words; only after an omission may a sentence begin.
      return isEllipsis(run) && !next.bracket && lexicon.starters.has(next.word);
    }
    return run !== '.' || fullStopEnds(text, this.start, at, next, lexicon);
  }

  /** Whether the stop at `at` is the last of ". . ." */
  private endsSpacedEllipsis(at: number): boolean {
    return isSpace(this.text.charCodeAt(at - 1)) && stops.has(this.text.charCodeAt(at - 2));
  }

  /** "Yahoo! is", "Jeopardy! and": a name with the mark in it, when a word that goes on with a sentence follows. */
  private isNameWithMark(at: number, next: Continuation): boolean {
    if (!this.lexicon.continuers.has(next.word)) return false;
    let from = at;
    while (from > this.start && at - from < longestName && isLetter(this.text.charCodeAt(from - 1))) from--;
    return isUpper(this.text.charCodeAt(from));
  }

  /**
   * Passes over what a reader takes for a part of the stop: marks of notes, characters that show nothing, closing marks
   * after those.
   */
  private attachMarks(from: number): number {
    const { text } = this;
    for (let after = from; ;) {
      const code = text.charCodeAt(after);
      const end = isInvisible(code) || closers.has(code) ? after + 1 : noteMarkEnd(text, after);
      if (end === after) return after;
      if (quotes.has(code)) this.quoted = false;
      after = end;
    }
  }

  /** Passes over what a space keeps from the stop but belongs to it: a closing mark, a note's mark, an emoji. */
  private attachSpaced(from: number): number {
    const { text } = this;
    let after = from;
    for (;;) {
      const at = skipSpace(text, after);
      emoticon.lastIndex = at;
      if (this.isSpacedCloser(at)) {
        if (quotes.has(text.charCodeAt(at))) this.quoted = false;
        after = at + 1;
      } else if (text[at] === '[' && noteMarkEnd(text, at) > at) after = this.attachMarks(noteMarkEnd(text, at));
      else if (emoticon.test(text)) after = emoticon.lastIndex;
      else {
        const end = pictographsEnd(text, at);
        if (end === at) return after;
        after = end;
      }
    }
  }

  /** Whether the mark at `at`, with white space on both sides, can only close. */
  private isSpacedCloser(at: number): boolean {
    const mark = this.text.charAt(at);
    const closes = mark === '"' ? this.quoted : mark !== '“' && closers.has(mark.charCodeAt(0));
    return closes && (at + 1 === this.text.length || isSpace(this.text.charCodeAt(at + 1)));
  }

  private endAt(at: number): void {
    this.ends.push(at);
    this.start = skipSpace(this.text, at);
    this.hasWord = false;
    this.searched = this.start;
  }

  private closeQuotes(from: number, to: number): void {
    for (let i = from; i < to; i++) if (quotes.has(this.text.charCodeAt(i))) this.quoted = false;
  }

  private hasWordBefore(at: number): boolean {
    for (; !this.hasWord && this.searched < at; this.searched++) {
      const code = this.text.charCodeAt(this.searched);
      this.hasWord = isLetter(code) || isDigit(code);
    }
    return this.hasWord;
  }
}
