/** A piece of text as it is set, in points, after its page was turned so that the text runs to the right and y up. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly rtl?: boolean | undefined;
}

/** A piece as the file has it: `angle` in degrees, counterclockwise. */
export interface RawPiece extends Piece {
  readonly angle: number;
}

/** A page as it reads, what is set along its edges at another angle, and what was stamped across it. */
export interface Turned {
  readonly pieces: readonly Piece[];
  readonly beside: readonly (readonly Piece[])[];
  readonly stamped: readonly string[];
}

/** Degrees by which scanned and hand-made pages lean. */
const lean = 4;
/** Letters that a stamp has at most. */
const longestStamp = 120;
/** A stamp's size beside that of the text. */
const stampSize = 1.4;

/** Turns a page so that most of its text runs to the right, and parts from it what does not. */
export function turn(raw: readonly RawPiece[]): Turned {
  const byAngle = new Map<number, RawPiece[]>();
  for (const piece of raw) {
    const right = Math.round(piece.angle / 90) * 90;
    const angle = Math.abs(piece.angle - right) <= lean ? (right + 360) % 360 : Math.round(piece.angle);
    byAngle.set(angle, [...(byAngle.get(angle) ?? []), piece]);
  }
  const groups = [...byAngle].toSorted(([, a], [, b]) => lettersOf(b) - lettersOf(a));
  const [[mainAngle = 0, main = []] = [], ...others] = groups;
  const size = usualSize(main);
  const isStamp = (angle: number, pieces: readonly Piece[]): boolean =>
    angle % 90 !== 0 && (lettersOf(pieces) <= longestStamp || usualSize(pieces) > size * stampSize);
  const turned = groups.length === 0 ? [] : once(main.map((piece) => rotated(piece, mainAngle)));
  const { across, read } = partAcross(turned, size);
  return {
    pieces: read,
    beside: others
      .filter(([angle, pieces]) => !isStamp(angle, pieces))
      .map(([angle, pieces]) => once(pieces.map((piece) => rotated(piece, angle)))),
    stamped: [
      ...others.filter(([angle, pieces]) => isStamp(angle, pieces)).map(([, pieces]) => wordsOf(pieces)),
      ...across.map(({ text }) => text),
    ],
  };
}

const lettersOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { text }) => sum + text.length, 0);
const wordsOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text.trim()).join(' ');

/** The size in which most of the letters are set. */
export function usualSize(pieces: readonly Pick<Piece, 'size' | 'text'>[]): number {
  const weights = new Map<number, number>();
  for (const { size, text } of pieces) {
    const rounded = Math.round(size * 2) / 2;
    weights.set(rounded, (weights.get(rounded) ?? 0) + text.length);
  }
  return [...weights].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

function rotated({ text, x, y, width, size, rtl }: RawPiece, angle: number): Piece {
  const radians = (-angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return { text, x: x * cos - y * sin, y: x * sin + y * cos, width, size, ...(rtl && { rtl }) };
}

/** Bold that is made by setting the same letters twice, a hair apart. */
function once(pieces: readonly Piece[]): Piece[] {
  const seen = new Map<string, Piece[]>();
  return pieces.map(undoubled).filter((piece) => {
    const same = seen.get(piece.text) ?? [];
    const near = piece.size * 0.12;
    if (same.some(({ x, y }) => Math.abs(x - piece.x) < near && Math.abs(y - piece.y) < near)) return false;
    seen.set(piece.text, [...same.slice(-20), piece]);
    return true;
  });
}

/** The same within one piece: "SSkkaatttt", in half the room that so many letters take. */
function undoubled(piece: Piece): Piece {
  const letters = [...piece.text];
  const pairs = letters.filter((_, index) => index % 2 === 0);
  const isDoubled = letters.length >= 6 && letters.every((letter, index) => letter === pairs[index >> 1]);
  return isDoubled && piece.width < letters.length * piece.size * 0.4 ? { ...piece, text: pairs.join('') } : piece;
}

/** Large letters that run across the lines of the text are no part of it. */
function partAcross(pieces: readonly Piece[], usual: number): { across: Piece[]; read: Piece[] } {
  const large = pieces.filter(({ size, text }) => size > usual * 2.5 && text.trim().length > 2);
  const isAcross = (stamp: Piece): boolean =>
    pieces.filter(
      (piece) =>
        piece.size < stamp.size / 2 &&
        piece.y > stamp.y - stamp.size * 0.1 &&
        piece.y < stamp.y + stamp.size * 0.6 &&
        piece.x < stamp.x + stamp.width * 0.9 &&
        piece.x + piece.width > stamp.x + stamp.width * 0.1,
    ).length >= 2;
  const across = new Set(large.filter(isAcross));
  return { across: [...across], read: pieces.filter((piece) => !across.has(piece)) };
}
