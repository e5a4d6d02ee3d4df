/** A word, a number or a sign of a sentence. Offsets are in UTF-16 units of the sentence. */
export interface Token {
  readonly kind: 'word' | 'number' | 'day' | 'sign';
  readonly text: string;
  /** In lower case. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Whether a sentence begins here, or its words after a colon or a mark. */
  readonly first: boolean;
}

const day = String.raw`(?:\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2})(?!\d)`;
const number = String.raw`\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)(?:[.,]\d{1,3})?|\d+(?:[.,:]\d+)?`;
const word = String.raw`\p{L}[\p{L}\p{M}\p{N}]*(?:[-'’][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*`;
const token = new RegExp(`(${day})|(${number})|(${word})|[^\\s]`, 'gu');

/** The tokens of a sentence, in order, in linear time: each is found by looking at its own characters. */
export function tokensOf(sentence: string): Token[] {
  const tokens: Token[] = [];
  let first = true;
  let stopped = false;
  for (const { 0: text, 1: isDay, 2: isNumber, 3: isWord, index } of sentence.matchAll(token)) {
    const kind = isDay ? 'day' : isNumber ? 'number' : isWord ? 'word' : 'sign';
    const end = index + text.length;
    const afterSpace = /\s/u.test(sentence.charAt(index - 1));
    if (kind !== 'sign' && stopped && afterSpace) first = true;
    tokens.push({ kind, text, word: text.toLowerCase(), start: index, end, first });
    if (kind !== 'sign') {
      first = false;
      stopped = false;
    } else {
      stopped = /[.!?:]/u.test(text) ? !isAbbreviated(tokens) : stopped && /["»”’)]/u.test(text);
    }
  }
  return tokens;
}

/** Whether the stop that came last stands after an initial, an ordinal or a short form, not after a sentence. */
function isAbbreviated(tokens: readonly Token[]): boolean {
  const before = tokens.at(-2);
  if (tokens.at(-1)?.text !== '.' || !before) return false;
  return before.kind === 'number' || /^(\p{L}|st|dr|mr|mrs|ms|kl|no|nr|jr)$/iu.test(before.text);
}

/** Whether only one space, or nothing, stands between two tokens. */
export function touches(sentence: string, before: Token, after: Token): boolean {
  return /^[ \u00a0\u202f]?$/u.test(sentence.slice(before.end, after.start));
}

export function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^\p{Lu}/u.test(token.text);
}
