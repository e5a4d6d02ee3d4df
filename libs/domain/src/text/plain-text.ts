import type { Block } from './block';
import { CodePointText } from './code-points';
import { isCrossReference } from './cross-reference';

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Blocks of plain canonical text: each line that is not white space alone is one, without the LF that ends it,
 * in code points. What a line is (heading, list item, cross-reference, paragraph) is judged from it and its neighbours,
 * and in doubt it is a paragraph.
 */
export function blocksOfPlainText(text: string): Block[] {
  const lines = linesOf(text);
  const inList = listLines(lines);
  return lines.map(({ start, end, text: line }, i) => {
    if (isCrossReference(line)) return { kind: 'aside', start, end };
    if (inList.has(i)) return { kind: 'listItem', start, end };
    if (isHeading(line, lines[i - 1]?.text, lines[i + 1]?.text))
      return { kind: 'heading', level: i === 0 ? 1 : 2, start, end };
    return { kind: 'paragraph', start, end };
  });
}

function linesOf(text: string): Line[] {
  const offsets = new CodePointText(text);
  const lines: Line[] = [];
  let unit = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '')
      lines.push({ start: offsets.fromUtf16(unit), end: offsets.fromUtf16(unit + line.length), text: line });
    unit += line.length + 1;
  }
  return lines;
}

const bullet = /^\s*([-*•])\s+\S/u;
const numbered = /^\s*(\d{1,3})([.)])\s+\S/u;
/** "- Det stemmer, sier Hansen." is speech in the older style, not an item. */
const attribution = /,\s(?:sier|seier|sa|skriver|skriv|says?|said|forteller|fortel|mener|meiner)\s/u;

/** Whether a line that begins with a hyphen is speech, not an item of a list. */
export const isOldSpeech = (line: string): boolean => bullet.exec(line)?.[1] === '-' && attribution.test(line);

/**
 * Indexes of the lines that stand in a series of at least two with the same bullet, or with numbers that count up by
 * one.
 */
function listLines(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let first = 0, next: number; first < lines.length; first = next) {
    next = first + 1;
    while (continuesList(lines[next - 1]?.text, lines[next]?.text)) next++;
    const series = lines.slice(first, next);
    const speech = series.some(({ text }) => isOldSpeech(text));
    if (series.length > 1 && !speech) for (let i = first; i < next; i++) found.add(i);
  }
  return found;
}

function continuesList(line = '', following = ''): boolean {
  const [, mark] = bullet.exec(line) ?? [];
  if (mark !== undefined) return mark === bullet.exec(following)?.[1];
  const [, number, stop] = numbered.exec(line) ?? [];
  const [, nextNumber, nextStop] = numbered.exec(following) ?? [];
  return number !== undefined && stop === nextStop && Number(number) + 1 === Number(nextNumber);
}

const longestHeadline = 110;
const longestHeading = 60;
const mostWords = 8;
const sentenceEnd = /[.!?…:]["”’»)\]]*\s*$/u;
const headingEnd = /[\p{L}\p{N}%»”"’)]\s*$/u;
const headingStart = /^\s*[«“"]?[\p{Lu}\p{N}]/u;
/** Credits and bylines stand alone too, but head nothing. */
const credit =
  /^\s*(?:Foto|Tekst|Kilde|Kjelde|Illustrasjon|Photo|Text|Source|Av|By|Publisert|Published|Oppdatert|Updated)(?::| \p{Lu}| \d)/u;

/**
 * A heading is short, begins like a sentence, ends without any stop, and stands before a longer line that ends with
 * one. The first line may be longer (a headline); any other must follow a finished line or a cross-reference.
 */
function isHeading(line: string, previous: string | undefined, next: string | undefined): boolean {
  if (next === undefined || !sentenceEnd.test(next) || next.length <= line.length) return false;
  if (!headingStart.test(line) || !headingEnd.test(line) || credit.test(line)) return false;
  if (previous === undefined) return line.length <= longestHeadline;
  return (
    (sentenceEnd.test(previous) || isCrossReference(previous)) &&
    line.length <= longestHeading &&
    line.trim().split(/\s+/u).length <= mostWords
  );
}
