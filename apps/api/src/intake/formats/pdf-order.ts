import { hasCells, linesOf, type Line } from './pdf-lines';
import type { Piece } from './pdf-pieces';

/** Lines of a page in the order in which they are read; `inDoubt` where it is a guess. */
export interface Ordered {
  readonly lines: readonly Line[];
  readonly inDoubt: boolean;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** White space between columns, in letter sizes: over many lines, over few. */
const gutter = 0.75;
const gutterOfFew = 1.5;
const few = 3;
/** Parts of a page within parts: more are made by no hand. */
const deepest = 12;
/** Letters in a cell of a table; a column of text has more in a line. */
const longestCell = 14;
/** How full the lines of a column of text are. */
const filled = 0.65;

/**
 * Cuts a page along its white space (after Nagy's recursive XY cut): down the page into bands that share their gutters,
 * and these into columns, until none is left to cut.
 */
export function inReadingOrder(pieces: readonly Piece[], depth = 0): Ordered {
  const bands = depth < deepest ? bandsOf(pieces) : [pieces];
  const parts = bands.map((band) => {
    const gutters = guttersOf(band);
    if (gutters.length === 0 || depth >= deepest) return leaf(band);
    const columns = columnsOf(band, gutters);
    if (isTable(columns)) return { lines: linesOf(band), inDoubt: true };
    const rtl = band.filter((piece) => piece.rtl).length * 2 > band.length;
    const read = (rtl ? columns.toReversed() : columns).map((column) => inReadingOrder(column, depth + 1));
    return { lines: read.flatMap(({ lines }) => lines), inDoubt: read.some(({ inDoubt }) => inDoubt) };
  });
  return { lines: parts.flatMap(({ lines }) => lines), inDoubt: parts.some(({ inDoubt }) => inDoubt) };
}

const leaf = (pieces: readonly Piece[]): Ordered => ({ lines: linesOf(pieces), inDoubt: hasCells(pieces) });

/** Stretches of a page from the top, each of rows that leave the same gutters white, or none. */
function bandsOf(pieces: readonly Piece[]): Piece[][] {
  const bands: { pieces: Piece[]; gutters: Span[] }[] = [];
  const rows = rowsOf(pieces);
  rows.forEach((row, index) => {
    const current = bands.at(-1);
    const together = current && [...current.pieces, ...row];
    const gutters = together ? guttersOf(together) : [];
    // With the next row, since a single one shows no column.
    const ahead = guttersOf([...row, ...(rows[index + 1] ?? []), ...(rows[index + 2] ?? [])]);
    const goesOn = current?.gutters.length ? gutters.length > 0 : ahead.length === 0;
    if (current && together && goesOn) Object.assign(current, { pieces: together, gutters });
    else bands.push({ pieces: [...row], gutters: guttersOf(row).length > 0 ? guttersOf(row) : ahead });
  });
  return bands.map((band) => band.pieces);
}

/** Pieces whose heights overlap, directly or by others between them, from the top. */
function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: { bottom: number; row: Piece[] }[] = [];
  for (const piece of pieces.toSorted((a, b) => b.y + b.size * 0.7 - (a.y + a.size * 0.7))) {
    const last = rows.at(-1);
    const bottom = piece.y - piece.size * 0.05;
    if (last && piece.y + piece.size * 0.7 > last.bottom) {
      last.row.push(piece);
      last.bottom = Math.min(last.bottom, bottom);
    } else rows.push({ bottom, row: [piece] });
  }
  return rows.map(({ row }) => row);
}

/** White strips from the top to the bottom of these pieces, with text on both sides at the same height. */
function guttersOf(pieces: readonly Piece[]): Span[] {
  const sizes = pieces.map(({ size }) => size).toSorted((a, b) => a - b);
  const size = sizes[sizes.length >> 1] ?? 10;
  const lines = new Set(pieces.map(({ y }) => Math.round(y / (size * 0.4)))).size;
  const least = size * (lines < few ? gutterOfFew : gutter);
  if (lines < 2) return [];
  const gaps: Span[] = [];
  let right = -Infinity;
  for (const { x, width } of pieces.toSorted((a, b) => a.x - b.x)) {
    if (right > -Infinity && x - right >= least) gaps.push({ from: right, to: x });
    right = Math.max(right, x + width);
  }
  return gaps.filter((gap) => {
    const left = pieces.filter((piece) => piece.x < gap.from);
    const rest = pieces.filter((piece) => piece.x >= gap.to);
    return isTall(left, lines) && isTall(rest, lines) && overlap(left, rest);
  });
}

/** A column has lines of its own, more than one: a number before an item or a figure at the edge makes none. */
function isTall(pieces: readonly Piece[], lines: number): boolean {
  const own = new Set(pieces.map(({ y }) => Math.round(y))).size;
  return own >= Math.min(2, lines);
}

function overlap(left: readonly Piece[], right: readonly Piece[]): boolean {
  const top = Math.min(Math.max(...left.map(({ y }) => y)), Math.max(...right.map(({ y }) => y)));
  const bottom = Math.max(Math.min(...left.map(({ y }) => y)), Math.min(...right.map(({ y }) => y)));
  return top >= bottom - 1;
}

function columnsOf(pieces: readonly Piece[], gutters: readonly Span[]): Piece[][] {
  const columns = Array.from({ length: gutters.length + 1 }, (): Piece[] => []);
  for (const piece of pieces) columns[gutters.filter(({ to }) => piece.x >= to).length]?.push(piece);
  return columns;
}

/** Columns of short cells, figures or words of all lengths, that stand on the same lines: read across. */
function isTable(columns: readonly (readonly Piece[])[]): boolean {
  return columns.slice(1).every((column) => {
    const lines = linesOf(column);
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const widths = lines.map(({ x, right }) => right - x);
    const figures = lines.filter(({ text }) => /\d/.test(text)).length * 2 >= lines.length;
    return (
      mean(lines.map(({ text }) => text.length)) <= longestCell &&
      (figures || mean(widths) < Math.max(...widths) * filled)
    );
  });
}
