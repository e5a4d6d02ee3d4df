import { headOf, leadOf } from '../../table-leads';
import { childOf, elementsOf, findAll, textOf, type XmlElement } from './xml';

/** A cell, and the words that stand before it in the line that its row becomes. */
export interface RowCell {
  readonly lead: string;
  readonly cell: XmlElement;
}

/** A table as text: rows of data with the words that lead each cell, cells that only lay the page out, or one box. */
export type TableShape =
  | { readonly kind: 'box'; readonly cells: readonly XmlElement[] }
  | { readonly kind: 'layout'; readonly cells: readonly XmlElement[] }
  | { readonly kind: 'data'; readonly rows: readonly (readonly RowCell[])[] };

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
export function shapeOf(table: XmlElement, apart: (cell: XmlElement) => string): TableShape {
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
  const [first] = rows;
  const isMarked = childOf(childOf(first?.row, 'w:trPr'), 'w:tblHeader') !== undefined;
  const words = rows.map((one) => one.cells.map(wordsOf));
  const hasHead = headOf(words, isMarked);
  if (hasHead && first) words[0] = first.cells.map(apart);
  const leads = leadOf(words, hasHead);
  return {
    kind: 'data',
    rows: rows.flatMap((one, index) =>
      leads[index] ? [one.cells.map((cell, column) => ({ lead: leads[index]?.[column] ?? '', cell }))] : [],
    ),
  };
}
