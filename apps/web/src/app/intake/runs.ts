import type { Block, CodePointText, Mark } from '@belegg/domain';

/** A stretch of a block under the same marks. */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
  readonly em: boolean;
  readonly href: string | undefined;
}

/** Cuts a block at the borders of its marks, so that it can be shown without nesting. */
export function runsOf(text: CodePointText, block: Block, marks: readonly Mark[]): readonly Run[] {
  const touching = marks.filter(({ start, end }) => start < block.end && end > block.start);
  const cuts = touching.flatMap(({ start, end }) => [start, end]).filter((cut) => cut > block.start && cut < block.end);
  const borders = [...new Set([block.start, ...cuts, block.end])].sort((a, b) => a - b);
  return borders.slice(0, -1).map((start, index) => {
    const end = borders[index + 1] ?? block.end;
    const over = touching.filter((mark) => mark.start <= start && mark.end >= end);
    return {
      text: text.slice(start, end),
      strong: over.some(({ kind }) => kind === 'strong'),
      em: over.some(({ kind }) => kind === 'em'),
      href: over.find(({ kind }) => kind === 'link')?.href,
    };
  });
}
