import { add, at } from '../../text/numbers';
import { Kind, kindOf } from '../../text/kinds';
import { firstIndex } from '../../text/partition';

/** The most UTF-16 units of a word that make one token: what is longer is cut, so that no text is one token. */
const longestToken = 32;
/** The most tokens of a unit, for text without stops. */
const longestUnit = 64;

const Stop = { none: 0, spaced: 1, closed: 2 } as const;
const stops = new Map<string, number>();
for (const char of '.!?…:‽؟։۔।') stops.set(char, Stop.spaced);
for (const char of '。！？：｡') stops.set(char, Stop.closed);
const closers = new Set('"\'»”’›)]」』）');
const singleQuotes = /[‘’‚‛‹›`´]/u;
const doubleQuotes = /[«»“”„‟「」『』]/u;
const dashes = /[‐‑‒–—―−]/u;

/** How a token is compared: without case, and all quotation marks and dashes alike. */
export function fold(token: string): string {
  if (singleQuotes.test(token)) return "'";
  if (doubleQuotes.test(token)) return '"';
  return dashes.test(token) ? '-' : token.toLowerCase();
}

/** So many tokens of other text are assumed, so that a word counts as rare in a short text too. */
const unseen = 500;

/** Numbers for folded tokens, shared by the texts that are compared, and how often each occurs in them. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly folded: string[] = [];
  private counts = new Int32Array(1024);
  private total = 0;
  /** The bits of each token, once they are asked for. */
  private information: Float64Array | undefined;

  number(token: string): number {
    let id = this.numbers.get(token);
    if (id === undefined) {
      const form = fold(token);
      id = this.numbers.get(form) ?? this.folded.push(form) - 1;
      this.numbers.set(form, id).set(token, id);
    }
    if (id >= this.counts.length) {
      const longer = new Int32Array(this.counts.length * 2);
      longer.set(this.counts);
      this.counts = longer;
    }
    add(this.counts, id, 1);
    this.total++;
    this.information = undefined;
    return id;
  }

  /** How many different tokens there are. */
  get size(): number {
    return this.folded.length;
  }

  form(id: number): string {
    return this.folded[id] ?? '';
  }

  /** How often the token occurs. */
  count(id: number): number {
    return at(this.counts, id);
  }

  /** How much it says, in bits, that this token stands somewhere: little for `og`, much for a rare name. */
  bits(id: number): number {
    this.information ??= Float64Array.from(this.folded, (_, each) =>
      Math.log2((this.total + unseen) / Math.max(at(this.counts, each), 2)),
    );
    return at(this.information, id);
  }
}

/**
 * A text as words and signs, without its white space. Offsets are UTF-16. Tokens are grouped into units, about a
 * sentence each: up to a stop, a colon or a line feed. A unit only has to be a reasonable piece; nobody sees it.
 */
export class Tokens {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The number of each token in the vocabulary. */
  readonly ids: Int32Array;
  readonly unitOf: Int32Array;
  /** The first token of each unit, and last the number of tokens. */
  readonly unitStarts: Int32Array;

  constructor(
    readonly text: string,
    vocabulary: Vocabulary,
  ) {
    const starts: number[] = [];
    const ends: number[] = [];
    const units: number[] = [];
    let stop: number = Stop.none;
    let unit = 0;
    for (let from = skipSpace(text, 0), previous = 0; from < text.length;) {
      const to = tokenEnd(text, from);
      const char = text.charAt(from);
      const breaks =
        units.length > 0 &&
        (text.slice(previous, from).includes('\n') ||
          starts.length - unit >= longestUnit ||
          (stop === Stop.closed && !closers.has(char)) ||
          (stop === Stop.spaced && from > previous && char === char.toUpperCase()));
      if (breaks || units.length === 0) {
        unit = starts.length;
        units.push(unit);
        stop = Stop.none;
      }
      starts.push(from);
      ends.push(to);
      stop = stops.get(char) ?? (closers.has(char) ? stop : Stop.none);
      previous = to;
      from = skipSpace(text, to);
    }
    this.count = starts.length;
    this.starts = Int32Array.from(starts);
    this.ends = Int32Array.from(ends);
    this.ids = Int32Array.from(starts, (from, token) => vocabulary.number(text.slice(from, ends[token])));
    this.unitStarts = Int32Array.from([...units, this.count]);
    this.unitOf = new Int32Array(this.count);
    for (let index = 0; index < units.length; index++)
      this.unitOf.fill(index, at(this.unitStarts, index), at(this.unitStarts, index + 1));
  }

  get units(): number {
    return this.unitStarts.length - 1;
  }

  /** Length of a token in UTF-16 units, its weight when passages are compared. */
  weight(token: number): number {
    return at(this.ends, token) - at(this.starts, token);
  }

  /** The same for all units of the same folded tokens, in any text with this vocabulary. */
  key(unit: number): string {
    return this.ids.subarray(at(this.unitStarts, unit), at(this.unitStarts, unit + 1)).join();
  }

  /** The first token that ends after this UTF-16 offset. */
  firstEndingAfter(offset: number): number {
    return firstIndex(this.count, (token) => at(this.ends, token) > offset);
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && kindOf(text.charCodeAt(at)) === Kind.space) at++;
  return at;
}

/** A word with its marks, or one sign with what is joined to it. */
function tokenEnd(text: string, from: number): number {
  const isWord = kindOf(text.codePointAt(from) ?? 0) === Kind.word;
  let at = from;
  let joins = true;
  while (at < text.length && at - from < longestToken) {
    const point = text.codePointAt(at) ?? 0;
    const kind = kindOf(point);
    if (!joins && kind !== Kind.joiner && !(isWord && kind === Kind.word)) break;
    if (joins && kind === Kind.space) break;
    at += point > 0xffff ? 2 : 1;
    joins = point === 0x200d;
  }
  return at;
}
