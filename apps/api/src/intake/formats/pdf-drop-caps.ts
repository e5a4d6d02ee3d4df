import type { Piece } from './pdf-pieces';

/** How much larger than the text a letter is that hangs over several lines. */
const largeLetter = 1.9;

/** Puts letters that hang over several lines before the first of these, where they are read. */
export function withDropCaps(pieces: readonly Piece[], usual: number): Piece[] {
  const caps = pieces.filter(({ text, size }) => /^[«"“–—]?\s?\p{L}$/u.test(text.trim()) && size > usual * largeLetter);
  if (caps.length === 0) return [...pieces];
  const all = new Set(pieces);
  for (const cap of caps) {
    const first = [...all]
      .filter((piece) => piece.size < cap.size / 1.5 && isBesideTop(piece, cap))
      .toSorted((a, b) => b.y - a.y || a.x - b.x)[0];
    if (!first) continue;
    all.delete(cap);
    all.delete(first);
    const letter = cap.text.trim();
    const space = /[IÅ]$/.test(letter) && /^\p{Lu}\p{Ll}/u.test(first.text) ? ' ' : '';
    all.add({
      ...first,
      text: letter + space + first.text.trimStart(),
      x: cap.x,
      width: first.x + first.width - cap.x,
    });
  }
  return [...all];
}

function isBesideTop(piece: Piece, cap: Piece): boolean {
  const gap = piece.x - cap.x - cap.width;
  return gap > -cap.size * 0.3 && gap < cap.size && piece.y > cap.y + cap.size * 0.2 && piece.y < cap.y + cap.size;
}
