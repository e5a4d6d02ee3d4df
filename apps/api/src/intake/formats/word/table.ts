import { linesOf, type Grid, type LinePart, type Placed } from '../../table-lines';
import { childOf, elementsOf, findAll, textOf, type XmlElement } from './xml';

/** A table as text: rows of data with the words that lead each cell, cells that only lay the page out, or one box. */
export type TableShape =
  | { readonly kind: 'box'; readonly cells: readonly XmlElement[] }
  | { readonly kind: 'layout'; readonly cells: readonly XmlElement[] }
  | { readonly kind: 'data'; readonly rows: readonly (readonly LinePart<XmlElement>[])[] };

const longestCell = 300;
const transparent = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

/** Children of a name, seen through what only wraps them. */
function within(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) =>
    child.name === name ? [child] : transparent.has(child.name) ? within(child, name) : [],
  );
}

const wordsOf = (cell: XmlElement): string =>
  [...findAll(cell, 'w:p')]
    .map((line) => [...findAll(line, 'w:t'), ...findAll(line, 'm:t')].map(textOf).join(''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** @param apart reads a cell of the head, which stands in no line of its own */
export function shapeOf(table: XmlElement, apart: (cell: XmlElement, isFirst: boolean) => string): TableShape {
  const rows = within(table, 'w:tr').map((row) => ({ row, cells: within(row, 'w:tc') }));
  const cells = rows.flatMap((one) => one.cells);
  if (cells.length === 1) return { kind: 'box', cells };
  const isLayout =
    rows.every((one) => one.cells.length < 2) ||
    cells.some(
      (cell) =>
        childOf(cell, 'w:tbl') !== undefined ||
        wordsOf(cell).length > longestCell ||
        within(cell, 'w:p').filter((line) => wordsOf({ ...cell, children: [line] }) !== '').length > 3,
    );
  if (isLayout) return { kind: 'layout', cells };
  const isMarked = rows.map(({ row }) => isOn(childOf(childOf(row, 'w:trPr'), 'w:tblHeader')));
  const below = isMarked.indexOf(false);
  const grid = gridOf(rows);
  if (grid.some((row) => row.length > mostColumns)) return { kind: 'layout', cells };
  return { kind: 'data', rows: linesOf(grid, below < 0 ? rows.length : below, apart) };
}

const isOn = (property: XmlElement | undefined): boolean =>
  property !== undefined && !/^(?:0|false|off)$/.test(property.attributes['w:val'] ?? '');

/** A table that says that a cell covers more is wrong or made to harm. */
const mostSpanned = 100;
const mostColumns = 1_000;

const countIn = (properties: XmlElement | undefined, name: string, least: number): number =>
  Math.min(mostSpanned, Math.max(least, Number(childOf(properties, name)?.attributes['w:val']) || least));

/** `w:gridSpan` says how many columns a cell covers; `w:vMerge` without "restart" that the one above goes on. */
function gridOf(rows: readonly { row: XmlElement; cells: readonly XmlElement[] }[]): Grid<XmlElement> {
  const grid: (Placed<XmlElement> | undefined)[][] = [];
  rows.forEach(({ row, cells }, index) => {
    const line: (Placed<XmlElement> | undefined)[] = [];
    line.length = countIn(childOf(row, 'w:trPr'), 'w:gridBefore', 0);
    for (const cell of cells) {
      const properties = childOf(cell, 'w:tcPr');
      const [wide, words, column] = [countIn(properties, 'w:gridSpan', 1), wordsOf(cell), line.length];
      const goesOn = (name: string) => {
        const merge = childOf(properties, name);
        return merge !== undefined && merge.attributes['w:val'] !== 'restart' && words === '';
      };
      const before = goesOn('w:vMerge') ? grid[index - 1]?.[column] : goesOn('w:hMerge') ? line.at(-1) : undefined;
      const placed = before ?? { cell, words, row: index, column, wide };
      for (let across = 0; across < wide; across++) line.push(placed);
    }
    grid.push(line);
  });
  return grid;
}
