import { CodePointText, type Range } from '@belegg/domain';

/** Private-use characters (Unicode, planes 15 and 16), one for the start and one for the end of each comment. */
const starts = 0xf0000;
const ends = 0x100000;
/** More comments than a plane has room for cannot be told apart. */
export const mostComments = 65_000;

/** What is not counted: white space, which HTML collapses, marks, which NFC joins to the letter before, and our own characters. */
const uncounted = /[\s\p{M}\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/u;
const ours = /[\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/gu;
const range = /<w:commentRange(Start|End)\b[^>]*\bw:id="([^"]*)"[^>]*\/>/g;

/** Puts private-use characters into a Word document where comments begin and end; those that were there go. */
export function markRanges(documentXml: string, ids: readonly string[]): string {
  const numbers = new Map(ids.map((id, index) => [id, index]));
  return documentXml.replace(ours, '').replace(range, (whole, edge: string, id: string) => {
    const number = numbers.get(id);
    return number === undefined
      ? whole
      : `<w:r><w:t>${String.fromCodePoint((edge === 'Start' ? starts : ends) + number)}</w:t></w:r>`;
  });
}

/**
 * The range of each comment in the text that was read without marks, found in the one that was read with them by
 * counting letters. Nothing for a comment that covers none.
 */
export function findRanges(marked: string, text: string, count: number): readonly (Range | undefined)[] {
  const opened = new Map<number, number>();
  const closed = new Map<number, number>();
  let letters = 0;
  for (const character of marked) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= ends) closed.set(code - ends, letters);
    else if (code >= starts) opened.set(code - starts, opened.get(code - starts) ?? letters);
    else if (!uncounted.test(character)) letters += 1;
  }
  const places = letterOffsets(text);
  const points = new CodePointText(text);
  return Array.from({ length: count }, (_, number) => {
    const [from, to] = [opened.get(number), closed.get(number)];
    if (from === undefined || to === undefined || from >= to) return undefined;
    const [start, last] = [places[from], places[to - 1]];
    return start === undefined || last === undefined ? undefined : { start, end: afterMarks(points, last + 1) };
  });
}

/** Where each counted character stands, in code points. */
function letterOffsets(text: string): readonly number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    if (!uncounted.test(character)) offsets.push(at);
    at += 1;
  }
  return offsets;
}

function afterMarks(points: CodePointText, from: number): number {
  let end = from;
  while (end < points.length && /^\p{M}$/u.test(points.slice(end, end + 1))) end += 1;
  return end;
}
