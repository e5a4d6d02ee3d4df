import { offTheLine } from '../raised';
import type { Piece } from './pdf-pieces';

/** Pieces side by side on one baseline. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
}

/** Gaps, in letter sizes: a word's end, and what no line of text has within it. */
const wordGap = 0.15;
const cellGap = 1.8;
/** Parts of a letter's size: how much smaller figures of notes and powers are, and how far they stand up. */
const smaller = 0.82;
const raised = 0.18;

/** The lines of pieces in one column, from the top. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  return baselines(pieces).flatMap((row) => joined(row));
}

/** Whether rows of these pieces have gaps that no line of text has, so that the order within them is a guess. */
export function hasCells(pieces: readonly Piece[]): boolean {
  const gaps = baselines(pieces).filter((row) =>
    row.some((piece, index) => {
      const next = row[index + 1];
      return next !== undefined && next.x - piece.x - piece.width > cellGap * piece.size;
    }),
  );
  return gaps.length > 1;
}

function baselines(pieces: readonly Piece[]): Piece[][] {
  // Large letters first, so that what is raised finds the line that it belongs to.
  const rows: { y: number; size: number; row: Piece[] }[] = [];
  for (const piece of pieces.toSorted((a, b) => b.size - a.size || b.y - a.y)) {
    const row = rows.find(({ y, size, row: [first] }) => {
      const up = piece.y - y;
      const tolerance = Math.min(size, piece.size) * 0.4;
      const isRaised = piece.size < size * smaller && piece.text.length <= 12 && isBeside(piece, rowOf(rows, first));
      return Math.abs(up) < tolerance || (isRaised && up > 0 && up < size * 0.65);
    });
    if (row) row.row.push(piece);
    else rows.push({ y: piece.y, size: piece.size, row: [piece] });
  }
  return rows.toSorted((a, b) => b.y - a.y).map(({ row }) => row.toSorted((a, b) => a.x - b.x));
}

const rowOf = (rows: readonly { row: Piece[] }[], first: Piece | undefined): Piece[] =>
  rows.find(({ row }) => row[0] === first)?.row ?? [];

/** Whether a piece follows one of a row closely. */
function isBeside(piece: Piece, row: readonly Piece[]): boolean {
  return row.some(({ x, width, size }) => Math.abs(piece.x - x - width) < size * 0.5);
}

function joined(row: readonly Piece[]): Line[] {
  const rightToLeft = row.filter(({ rtl }) => rtl).length * 2 > row.length;
  const ordered = rightToLeft ? row.toReversed() : row;
  const size = Math.max(...row.map((piece) => piece.size));
  const base = row.find((piece) => piece.size === size)?.y ?? 0;
  let text = '';
  let before: Piece | undefined;
  for (const piece of ordered) {
    const gap = before ? (rightToLeft ? before.x - piece.x - piece.width : piece.x - before.x - before.width) : 0;
    const isRaised = piece.size < size * smaller && piece.y - base > size * raised;
    const said = isRaised ? raisedText(text, piece.text.trim()) : piece.text;
    const space = gap > wordGap * piece.size && !isRaised && !/\s$/.test(text) && !/^\s/.test(piece.text) ? ' ' : '';
    text += space + said;
    before = piece;
  }
  const x = Math.min(...row.map((piece) => piece.x));
  const right = Math.max(...row.map((piece) => piece.x + piece.width));
  return text.trim() === '' ? [] : [{ text: text.trim(), x, y: base, right, size }];
}

/** A raised figure: a power after a figure or a unit (10⁶, m²), else the mark of a note. */
function raisedText(before: string, text: string): string {
  const isPower = /\d$|(?:^|[\s\d])[kcdm]?m$/.test(before);
  if (isPower) return offTheLine(text, 'above');
  return /^\d{1,3}$/.test(text) ? `[${text}]` : text;
}
