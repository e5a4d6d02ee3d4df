import { at } from './numbers';

/**
 * What a code point is to anchoring, in any script:
 * white space, a letter or digit of a word, a sign that stands for itself (punctuation, emoji, a letter of a script
 * written without spaces), or a joiner, which belongs to what stands before it (marks, variation selectors, ZWJ).
 */
export const Kind = { space: 1, word: 2, sign: 3, joiner: 4 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

const space = /\s/u;
const joiner = /\p{M}|\p{Emoji_Modifier}|\p{Join_Control}|[\u{E0020}-\u{E007F}]/u;
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}]/u;
const word = /[\p{L}\p{N}]/u;

function classify(codePoint: number): Kind {
  const char = String.fromCodePoint(codePoint);
  if (space.test(char)) return Kind.space;
  if (joiner.test(char)) return Kind.joiner;
  return word.test(char) && !unspaced.test(char) ? Kind.word : Kind.sign;
}

const known = new Uint8Array(0x20000);

/** The kind of a code point; a lone surrogate is a sign. */
export function kindOf(codePoint: number): Kind {
  const kind = at(known, codePoint);
  if (kind !== 0) return kind as Kind;
  const found = classify(codePoint);
  known[codePoint] = found;
  return found;
}

/** Whether the UTF-16 offset lies between the halves of a surrogate pair. */
export function splitsPair(text: string, unit: number): boolean {
  return unit > 0 && (text.charCodeAt(unit) & 0xfc00) === 0xdc00 && (text.charCodeAt(unit - 1) & 0xfc00) === 0xd800;
}
