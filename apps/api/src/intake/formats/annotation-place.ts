import { canonicalize, check, CodePointText, resolve, type Range, type Selector } from '@belegg/domain';
import { z } from 'zod';
import { FoldedText } from './folded-text';

const string = z.string().optional().catch(undefined);
const number = z.int().optional().catch(undefined);
/** `quote` without `type` is how newer Recogito names both selectors in one. */
const selector = z.object({
  type: string,
  start: number,
  end: number,
  exact: string,
  quote: string,
  prefix: string,
  suffix: string,
  value: string,
  startSelector: z.unknown().optional(),
  endSelector: z.unknown().optional(),
  refinedBy: z.unknown().optional(),
});
type ReadSelector = z.infer<typeof selector>;

/** How many selectors may stand within each other. */
const deepest = 4;

const read = (value: unknown): ReadSelector[] =>
  [value].flat().flatMap((one) => {
    const { data } = selector.safeParse(one);
    return data ? [data] : [];
  });

/** The words that selectors quote, from the outermost in; empty where there are none. */
export function wordsOf(value: unknown, depth = 0): string {
  if (depth > deepest) return '';
  for (const one of read(value)) {
    const ends = [wordsOf(one.startSelector, depth + 1), wordsOf(one.endSelector, depth + 1)].filter(Boolean);
    const words = one.exact ?? one.quote ?? (ends.join(' … ') || wordsOf(one.refinedBy, depth + 1));
    if (words !== '') return words;
  }
  return '';
}

/** Finds the passages that selectors of the Web Annotation Data Model, 4.2, point to in one text. */
export class Places {
  private readonly points: CodePointText;
  private folded: FoldedText | undefined;

  constructor(text: string) {
    this.points = new CodePointText(text);
  }

  /** @returns the passage, in code points; nothing where it is not, or not only once, in the text. */
  find(value: unknown, depth = 0): Range | undefined {
    if (depth > deepest) return undefined;
    const selectors = read(value);
    const refined = selectors.find((one) => one.refinedBy !== undefined);
    if (refined) return this.refined(refined, depth);
    const plain = this.plain(selectors);
    if (plain !== 'none') return plain;
    const between = selectors.find((one) => one.startSelector !== undefined && one.endSelector !== undefined);
    return between && this.between(between, depth);
  }

  /** From where one selector begins up to where another begins, which is not part of it (4.2.9). */
  private between({ startSelector, endSelector }: ReadSelector, depth: number): Range | undefined {
    const start = this.find(startSelector, depth + 1)?.start;
    const end = this.find(endSelector, depth + 1)?.start;
    if (start === undefined || end === undefined || start >= end) return undefined;
    const trimmed = this.points.slice(start, end).trimEnd();
    return trimmed === '' ? undefined : { start, end: start + Array.from(trimmed).length };
  }

  /** Within the outer passage; where that is a part of a page (XPath, CSS), a quote is sought in the whole text. */
  private refined({ refinedBy, ...outer }: ReadSelector, depth: number): Range | undefined {
    const ofText = outer.startSelector !== undefined || this.plain([outer]) !== 'none';
    if (!ofText) return wordsOf(refinedBy) === '' ? undefined : this.find(refinedBy, depth + 1);
    const around = this.find(outer, depth + 1);
    if (!around) return undefined;
    const inner = new Places(this.points.slice(around.start, around.end)).find(refinedBy, depth + 1);
    return inner && { start: around.start + inner.start, end: around.start + inner.end };
  }

  /**
   * By position and quote; `none` where there is neither. Positions are code points by the standard and UTF-16 units in
   * tools that count as the browser does, so both are tried. Surroundings may differ beyond the line, where other tools
   * see the rest of the page.
   */
  private plain(selectors: readonly ReadSelector[]): Range | undefined | 'none' {
    const position = selectors.map(positionOf).find((one) => one !== undefined);
    const quoting = selectors.find(({ exact, quote }) => (exact ?? quote ?? '') !== '');
    const { length } = this.points;
    if (!quoting) {
      if (!position) return 'none';
      const { start, end } = position;
      return start >= 0 && start < end && end <= length ? position : undefined;
    }
    const [exact = '', prefix = '', suffix = ''] = [quoting.exact ?? quoting.quote, quoting.prefix, quoting.suffix].map(
      (part) => canonicalize(part ?? ''),
    );
    const near: readonly [string, string] = [prefix.split('\n').at(-1) ?? '', suffix.split('\n')[0] ?? ''];
    for (const [before, after] of [[prefix, suffix], near] as const) {
      const named = (range: Range): Selector => [
        { type: 'TextPositionSelector', ...range },
        { type: 'TextQuoteSelector', exact, prefix: before, suffix: after },
      ];
      const standing = position && this.bothWays(position).find((one) => !check(this.points.text, named(one)));
      const found = standing ?? resolve(this.points.text, named({ start: -1, end: -1 }));
      if (found) return found;
    }
    this.folded ??= new FoldedText(this.points);
    return this.folded.onlyPlace(exact, prefix, suffix) ?? this.folded.onlyPlace(exact, ...near);
  }

  private bothWays({ start, end }: Range): readonly Range[] {
    return [
      { start, end },
      { start: this.points.fromUtf16(start), end: this.points.fromUtf16(end) },
    ];
  }
}

/** A position, also as a fragment of plain text says it (RFC 5147); never one in bytes. */
function positionOf({ type, start, end, value }: ReadSelector): Range | undefined {
  if (type === 'DataPositionSelector') return undefined;
  if (start !== undefined && end !== undefined) return { start, end };
  const [, from, to] = /^char=(\d{1,9}),(\d{1,9})$/.exec(value ?? '') ?? [];
  return from === undefined || to === undefined ? undefined : { start: Number(from), end: Number(to) };
}
