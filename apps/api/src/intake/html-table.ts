import { elementsIn, wordsIn, type HtmlElement } from './html-tree';
import { headOf, leadOf } from './table-leads';

/** A piece of a line that a row of a table becomes. */
export type RowPart = string | HtmlElement;

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

interface Placed {
  readonly cell: HtmlElement;
  readonly words: string;
  readonly isStart: boolean;
}

/**
 * The rows of a table of data, as lines; nothing for a table that only lays the page out.
 * @param apart the text of a cell that leads others, and names what it leaves out the first time
 */
export function rowsOfData(
  table: HtmlElement,
  apart: (cell: HtmlElement, isFirst: boolean) => string,
): readonly (readonly RowPart[])[] | undefined {
  if (/^(?:presentation|none)$/.test(table.attributes['role'] ?? '')) return undefined;
  const rows = rowsIn(table);
  const cells = rows.flatMap(cellsIn);
  if (rows.every((row) => cellsIn(row).length < 2) || cells.some(laysOut)) return undefined;
  const grid = gridOf(rows);
  const isMarked = rows[0] !== undefined && cellsIn(rows[0]).every(({ name }) => name === 'th');
  const words = grid.map((row) => Array.from(row, (placed) => placed?.words ?? ''));
  const hasHead = headOf(words, isMarked);
  if (hasHead) words[0] = Array.from(grid[0] ?? [], (placed) => (placed ? apart(placed.cell, placed.isStart) : ''));
  const leads = leadOf(words, hasHead);
  return grid.flatMap((row, index) => {
    const lead = leads[index];
    if (!lead) return [];
    return [
      row.flatMap((placed, column): RowPart[] => {
        if (!placed) return [];
        // The head of several rows leads each of them.
        if (!placed.isStart) return column === 0 ? [lead[column] ?? '', apart(placed.cell, false)] : [];
        return [lead[column] ?? '', placed.cell];
      }),
    ];
  });
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

function gridOf(rows: readonly HtmlElement[]): (Placed | undefined)[][] {
  const grid: (Placed | undefined)[][] = rows.map(() => []);
  rows.forEach((row, index) => {
    let column = 0;
    for (const cell of cellsIn(row)) {
      while (grid[index]?.[column]) column += 1;
      if (column >= mostColumns) break;
      const words = wordsIn(cell).replace(/\s+/gu, ' ').trim();
      const [wide, high] = ['colspan', 'rowspan'].map((name) =>
        Math.min(mostSpanned, Math.max(1, Math.trunc(Number(cell.attributes[name])) || 1)),
      );
      for (let down = 0; down < (high ?? 1) && index + down < grid.length; down++) {
        for (let across = 0; across < (wide ?? 1); across++) {
          const line = grid[index + down];
          if (line) line[column + across] = { cell, words, isStart: down === 0 && across === 0 };
        }
      }
      column += wide ?? 1;
    }
  });
  return grid;
}
