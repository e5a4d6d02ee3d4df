import { elementsIn, wordsIn, type HtmlElement } from './html-tree';
import { linesOf, type Grid, type LinePart, type Placed } from './table-lines';

const longestCell = 300;
/** Cells that hold any of these lay the page out. */
const structure = new Set([
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'article',
  'section',
  'ul',
  'ol',
  'blockquote',
]);
/** A cell that says that it spans more is wrong or made to harm. */
const mostSpanned = 100;
const mostColumns = 1_000;

/**
 * The rows of a table of data, as lines; nothing for a table that only lays the page out.
 * @param apart the text of a cell that leads others, and names what it leaves out the first time
 */
export function rowsOfData(
  table: HtmlElement,
  apart: (cell: HtmlElement, isFirst: boolean) => string,
): readonly (readonly LinePart<HtmlElement>[])[] | undefined {
  if (/^(?:presentation|none)$/.test(table.attributes['role'] ?? '')) return undefined;
  const rows = rowsIn(table);
  if (rows.every((row) => cellsIn(row).length < 2) || rows.flatMap(cellsIn).some(laysOut)) return undefined;
  const heads = new Set(elementsIn(table).flatMap((child) => (child.name === 'thead' ? rowsIn(child) : [])));
  const isHead = (row: HtmlElement) => heads.has(row) || cellsIn(row).every(({ name }) => name === 'th');
  const below = rows.findIndex((row) => !isHead(row));
  const grid = gridOf(rows);
  return grid && linesOf(grid, below < 0 ? rows.length : below, apart);
}

/** The parts of a table that are no rows: captions, and what stands there by mistake. */
export const besideRows = (table: HtmlElement): HtmlElement[] =>
  elementsIn(table).filter(({ name }) => !['thead', 'tbody', 'tfoot', 'tr', 'colgroup', 'col'].includes(name));

const rowsIn = (table: HtmlElement): HtmlElement[] =>
  elementsIn(table).flatMap((child) =>
    child.name === 'tr' ? [child] : ['thead', 'tbody', 'tfoot'].includes(child.name) ? rowsIn(child) : [],
  );

const cellsIn = (row: HtmlElement): HtmlElement[] =>
  elementsIn(row).filter(({ name }) => name === 'td' || name === 'th');

function laysOut(cell: HtmlElement): boolean {
  const holds = (element: HtmlElement): boolean =>
    elementsIn(element).some((child) => structure.has(child.name) || holds(child));
  const paragraphs = elementsIn(cell).filter(({ name }) => name === 'p' || name === 'div').length;
  return paragraphs > 3 || wordsIn(cell).trim().length > longestCell || holds(cell);
}

/** Nothing for what is wider than any table. */
function gridOf(rows: readonly HtmlElement[]): Grid<HtmlElement> | undefined {
  const grid: (Placed<HtmlElement> | undefined)[][] = rows.map(() => []);
  let widest = 0;
  rows.forEach((row, index) => {
    let column = 0;
    for (const cell of cellsIn(row)) {
      while (grid[index]?.[column]) column += 1;
      const words = wordsIn(cell).replace(/\s+/gu, ' ').trim();
      const [wide, high] = ['colspan', 'rowspan'].map((name) =>
        Math.min(mostSpanned, Math.max(1, Math.trunc(Number(cell.attributes[name])) || 1)),
      );
      const placed = { cell, words, row: index, column, wide: wide ?? 1 };
      for (let down = 0; down < (high ?? 1) && index + down < grid.length; down++) {
        for (let across = 0; across < (wide ?? 1); across++) {
          const line = grid[index + down];
          if (line) line[column + across] ??= placed;
        }
      }
      column += wide ?? 1;
    }
    widest = Math.max(widest, column);
  });
  return widest > mostColumns ? undefined : grid;
}
