/** A piece of text on a page, in points from its lower left corner. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Pieces side by side on one baseline. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
}

/** Gaps, in letter sizes: a word's end, and a column's. */
const wordGap = 0.15;
const columnGap = 1.8;

/**
 * The lines of a page, column by column. Pieces on one baseline belong to one line unless there is a gap as wide as
 * between columns; a column ends where a line as wide as the page crosses it.
 */
export function linesOf(pieces: readonly Piece[], pageWidth: number): Line[] {
  return inReadingOrder(baselines(pieces).flatMap(cutAtGaps), pageWidth);
}

function baselines(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - piece.y) < Math.min(first.size, piece.size) * 0.4) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x));
}

function cutAtGaps(row: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  for (const { text, x, y, width, size } of row) {
    const last = lines.at(-1);
    const gap = last ? x - last.right : Infinity;
    if (!last || gap > columnGap * Math.max(size, last.size)) lines.push({ text, x, y, right: x + width, size });
    else {
      const space = gap > wordGap * size && !/\s$/.test(last.text) && !/^\s/.test(text) ? ' ' : '';
      lines[lines.length - 1] = {
        ...last,
        text: last.text + space + text,
        right: Math.max(last.right, x + width),
        size: Math.max(last.size, size),
      };
    }
  }
  return lines.map((line) => ({ ...line, text: line.text.trim() })).filter(({ text }) => text !== '');
}

/** Down the page in bands; within a band, columns from left to right. A line that crosses the middle of the page ends a band. */
function inReadingOrder(lines: readonly Line[], pageWidth: number): Line[] {
  const middle = pageWidth / 2;
  const ordered: Line[] = [];
  let band: Line[] = [];
  const flush = (): void => {
    const hasColumns = band.some(({ x }) => x >= middle - 10) && band.some(({ right }) => right <= middle + 10);
    const isRight = ({ x }: Line): boolean => x >= middle - 10;
    ordered.push(...(hasColumns ? [...band.filter((line) => !isRight(line)), ...band.filter(isRight)] : band));
    band = [];
  };
  for (const line of lines) {
    const crosses = line.x < middle - 10 && line.right > middle + 10;
    if (crosses) flush();
    if (crosses) ordered.push(line);
    else band.push(line);
  }
  flush();
  return ordered;
}
