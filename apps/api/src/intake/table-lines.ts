/** A cell where it stands in a grid: the row and column in which it begins, and the columns that it covers. */
export interface Placed<Cell> {
  readonly cell: Cell;
  readonly words: string;
  readonly row: number;
  readonly column: number;
  readonly wide: number;
}
/** Rows of as many columns as they have; a cell stands in each place that it covers. */
export type Grid<Cell> = readonly (readonly (Placed<Cell> | undefined)[])[];
/** A piece of a line that a row becomes: words that lead a cell, or the cell itself. */
export type LinePart<Cell> = string | Cell;

/**
 * A table of data as lines of text, one for each row: "Ledighet 2023: 1,8 prosent; 2024: 2,1 prosent". The words of the
 * head lead the cells below them, and are no line of their own; of a head of several rows all that stand above a cell.
 * What covers several rows is said in each, so that no figure slides below another name.
 * @param marked how many rows say themselves that they are the head
 * @param apart the text of a cell that leads others or is said again; `isFirst` the first time
 */
export function linesOf<Cell extends object>(
  grid: Grid<Cell>,
  marked: number,
  apart: (cell: Cell, isFirst: boolean) => string,
): readonly (readonly LinePart<Cell>[])[] {
  const width = Math.max(0, ...grid.map((row) => row.length));
  let top = 0;
  while (top < grid.length - 1 && isAcross(grid[top], width)) top += 1;
  const titles = grid.slice(0, top).flatMap(([title]) => (title?.row !== undefined ? [[title.cell]] : []));
  const height = headOf(grid.slice(top), marked - top);
  const names = namesOf(grid.slice(top, top + height), width, (cell) => apart(cell, true));
  const body = grid.slice(top + height);
  const covered = new Set(body.flatMap((row) => (isAcross(row, width) ? [] : row.flatMap((_, column) => column))));
  // What the head has above no cell would be said nowhere.
  const rest = names.filter((name, column) => name !== '' && !covered.has(column));
  const lines = body.map((row, index): LinePart<Cell>[] => {
    const cells = row.filter((placed, column) => placed !== undefined && placed.column === column) as Placed<Cell>[];
    // What stands in them all the same, such as pictures, is named.
    if (cells.every(({ words }) => words === '')) return cells.map(({ cell }) => cell);
    return cells.flatMap((placed, position) => {
      const isAgain = placed.row < top + height + index;
      const lead = isAcross(row, width) ? '' : leadOf(placed, position, names);
      return isAgain ? [lead + apart(placed.cell, false)] : [lead, placed.cell];
    });
  });
  if (rest.length > 0) lines[0]?.unshift(`${rest.join('; ')}; `);
  return [...titles, ...lines];
}

/** Whether one cell is the whole row of a table of several columns. */
const isAcross = (row: Grid<unknown>[number] | undefined, width: number): boolean =>
  row !== undefined && width > 1 && row.length === width && row.every((placed) => placed && placed === row[0]);

/** How many rows are a head: as many as say so, or else those of an empty corner with words beside it. */
function headOf(grid: Grid<unknown>, marked: number): number {
  const [first = []] = grid;
  const hasCorner =
    first.length > 1 && first.every((placed, column) => ((placed?.words ?? '') === '') === (column === 0));
  const most = grid.length - 1;
  let height = Math.min(most, marked > most ? 1 : marked > 0 ? marked : hasCorner ? 1 : 0);
  if (height <= 0) return 0;
  const goesOn = (row: Grid<unknown>[number], above: Grid<unknown>[number]): boolean =>
    row.some((placed, column) => placed !== undefined && placed === above[column]) ||
    (above.some((placed) => placed && placed.wide > 1) &&
      (row[0]?.words ?? '') === '' &&
      row.some((placed) => (placed?.words ?? '') !== ''));
  while (height < most && goesOn(grid[height] ?? [], grid[height - 1] ?? [])) height += 1;
  return height;
}

/** What stands above each column, from top to bottom. */
function namesOf<Cell>(head: Grid<Cell>, width: number, read: (cell: Cell) => string): readonly string[] {
  const words = new Map<Placed<Cell>, string>();
  for (const placed of head.flat()) if (placed && !words.has(placed)) words.set(placed, read(placed.cell));
  return Array.from({ length: width }, (_, column) =>
    [...new Set(head.map((row) => row[column]))]
      .map((placed) => (placed && words.get(placed)) ?? '')
      .filter((name) => name !== '')
      .join(', '),
  );
}

/** @param position of the cell among those of its line */
function leadOf({ column, wide }: Placed<unknown>, position: number, names: readonly string[]): string {
  const above = new Set(names.slice(column, column + wide).filter((name) => name !== ''));
  const name = [...above].join(' / ');
  if (position === 0) return name === '' ? '' : `${name}: `;
  if (name === '') return position === 1 ? ': ' : '; ';
  return position === 1 && (names[0] ?? '') === '' ? ` ${name}: ` : `; ${name}: `;
}
