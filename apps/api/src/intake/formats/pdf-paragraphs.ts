import type { Line } from './pdf-lines';
import { usualSize } from './pdf-pieces';

/** A paragraph of a PDF; `level` is there for a heading. */
export interface Paragraph {
  readonly text: string;
  readonly level?: number | undefined;
}

/** The parts of a page, from its edges, in which running headers and footers stand. */
const margin = 0.09;
/** Letters so much larger than those of the text make a heading. */
const headingSize = 1.15;
const largeHeadingSize = 1.6;

export interface Page {
  readonly lines: readonly Line[];
  readonly height: number;
}

/**
 * Paragraphs across pages, words put together again that were cut at a line's end, and apart from them what runs along
 * the edges of the pages.
 */
export function paragraphsOf(pages: readonly Page[]): { paragraphs: Paragraph[]; running: string[] } {
  const { lines, running } = partRunning(pages);
  const size = usualSize(lines);
  const leading = usualLeading(lines);
  const paragraphs: { lines: Line[]; level: number | undefined }[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const level = levelOf(line, size);
    const current = paragraphs.at(-1);
    if (!current || !before || current.level !== level || begins(line, before, leading))
      paragraphs.push({ lines: [line], level });
    else current.lines.push(line);
    before = line;
  }
  const read = paragraphs.map(({ lines: own, level }) => ({ text: own.map(({ text }) => text).reduce(join), level }));
  return { paragraphs: read, running };
}

const withoutNumbers = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();

/** A line at an edge is running when it stands on another page too, numbers aside, or is nothing but a page number. */
function partRunning(pages: readonly Page[]): { lines: Line[]; running: string[] } {
  const isAtEdge = ({ y }: Line, height: number): boolean => y < height * margin || y > height * (1 - margin);
  const counts = new Map<string, number>();
  for (const { lines, height } of pages) {
    for (const said of new Set(lines.filter((line) => isAtEdge(line, height)).map(({ text }) => withoutNumbers(text))))
      counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  const isNumber = (text: string): boolean =>
    /^(?:[-–—]\s*)?(?:(?:side|page|s\.|p\.)\s*)?\d{1,4}(?:\s*(?:av|of|\/)\s*\d{1,4})?(?:\s*[-–—])?$/i.test(text);
  const isRunning = (line: Line, height: number): boolean =>
    isAtEdge(line, height) &&
    (isNumber(line.text) || (/\p{L}/u.test(line.text) && (counts.get(withoutNumbers(line.text)) ?? 0) > 1));
  return {
    lines: pages.flatMap(({ lines, height }) => lines.filter((line) => !isRunning(line, height))),
    running: pages.flatMap(({ lines, height }) =>
      lines.filter((line) => isRunning(line, height)).map(({ text }) => text),
    ),
  };
}

/** The median distance from a line to the next. */
function usualLeading(lines: readonly Line[]): number {
  const distances = lines
    .slice(1)
    .map(({ y }, index) => (lines[index]?.y ?? 0) - y)
    .filter((distance) => distance > 0)
    .toSorted((a, b) => a - b);
  return distances[Math.floor((distances.length - 1) / 2)] ?? 12;
}

const levelOf = ({ size }: Line, usual: number): number | undefined =>
  size > usual * largeHeadingSize ? 1 : size > usual * headingSize ? 2 : undefined;

/**
 * Whether a line begins a paragraph: by its distance from the last, by indentation, or, over a column's or page's end,
 * by a full stop there.
 */
function begins(line: Line, before: Line, leading: number): boolean {
  const distance = before.y - line.y;
  const full = /[.!?:»”"]$/.test(before.text);
  if (distance <= 0 || distance > leading * 6) return full && /^[\p{Lu}«“"–\d]/u.test(line.text);
  return distance > leading * 1.35 || (line.x - before.x > line.size * 0.8 && full);
}

/** "inn- og utvandring", "vann- eller strømløst": the hyphen stands for what the next word has. */
const suspended = /^(?:og|eller|samt|and|or|und|oder|och|eller|til|to)(?![\p{L}\p{N}])/u;

/** A hyphen at a line's end goes when a small letter follows; a compound that is written with one keeps it. */
function join(before: string, line: string): string {
  if (/\u00AD$/.test(before)) return before.slice(0, -1) + line;
  if (/\p{L}[-\u2010]$/u.test(before) && suspended.test(line)) return `${before} ${line}`;
  if (/\d[-\u2010–]$/u.test(before) && /^\d/.test(line)) return before + line;
  if (/\p{Ll}[-\u00AD\u2010]$/u.test(before) && /^\p{Ll}/u.test(line)) return before.slice(0, -1) + line;
  return /\p{L}[-\u2010]$/u.test(before) ? before + line : `${before} ${line}`;
}
