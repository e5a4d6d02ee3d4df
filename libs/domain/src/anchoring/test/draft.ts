/** Text with its origin: the code point of the old text at which it began, or -1 where it is new. */
export interface Piece {
  readonly text: string;
  readonly from: number;
}

/** A word, in pieces where it was misspelt, and the white space that follows it within its sentence. */
export interface Word {
  pieces: Piece[];
  space: Piece;
}

export interface Sentence {
  words: Word[];
}

/** An article while it is edited: everything in it knows where it came from. */
export interface Draft {
  paragraphs: Sentence[][];
  /** What stands between sentences, and between paragraphs. */
  sentenceBreak: string;
  paragraphBreak: string;
}

export interface Edited {
  readonly oldText: string;
  readonly newText: string;
  /** For each code point of the old text where it is in the new, or -1 where it was deleted. */
  readonly survivors: Int32Array;
  /** Where each piece of the edited draft begins in the new text, in code points. */
  readonly pieces: ReadonlyMap<Piece, number>;
}

/** Text that was not there before. */
export const newPiece = (text: string): Piece => ({ text, from: -1 });
const size = (text: string): number => [...text].length;

/** A sentence that was not there before. */
export function newSentence(text: string): Sentence {
  return { words: text.split(' ').map((word) => newWord(word)) };
}

export function newWord(text: string): Word {
  return { pieces: [newPiece(text)], space: newPiece(' ') };
}

export function textOf(word: Word): string {
  return word.pieces.map(({ text }) => text).join('');
}

/** An unedited article: each word comes from where it stands. */
export function draftOf(paragraphs: readonly (readonly string[])[]): Draft {
  let at = 0;
  const take = (text: string): Piece => {
    const piece = { text, from: at };
    at += size(text);
    return piece;
  };
  const sentenceOf = (text: string): Sentence => {
    const words = text.split(' ').map((word) => ({ pieces: [take(word)], space: take(' ') }));
    return { words };
  };
  // The space after a sentence's last word stands for the break that follows it, one code point like a space.
  return {
    paragraphs: paragraphs.map((paragraph) => paragraph.map(sentenceOf)),
    sentenceBreak: ' ',
    paragraphBreak: '\n',
  };
}

/** Sentence ranges of the old text, in code points, by paragraph. */
export function sentenceRanges(paragraphs: readonly (readonly string[])[]): { start: number; end: number }[][] {
  let at = 0;
  return paragraphs.map((paragraph) =>
    paragraph.map((sentence) => {
      const start = at;
      at += size(sentence) + 1;
      return { start, end: at - 1 };
    }),
  );
}

export function plainText(paragraphs: readonly (readonly string[])[]): string {
  return paragraphs.map((sentences) => sentences.join(' ')).join('\n');
}

/** The draft as text, and where each character of the old text went. */
export function finish(oldText: string, draft: Draft): Edited {
  const survivors = new Int32Array(size(oldText)).fill(-1);
  const parts: string[] = [];
  const pieces = new Map<Piece, number>();
  let at = 0;
  const put = (piece: Piece): void => {
    const { text, from } = piece;
    pieces.set(piece, at);
    const length = size(text);
    if (from >= 0) for (let k = 0; k < length; k++) survivors[from + k] = at + k;
    parts.push(text);
    at += length;
  };
  draft.paragraphs
    .filter((sentences) => sentences.length > 0)
    .forEach((sentences, index) => {
      if (index > 0) put(newPiece(draft.paragraphBreak));
      sentences.forEach(({ words }, order) => {
        if (order > 0) put(newPiece(draft.sentenceBreak));
        words.forEach(({ pieces, space }, position) => {
          pieces.forEach(put);
          if (position < words.length - 1) put(space);
        });
      });
    });
  return { oldText, newText: parts.join(''), survivors, pieces };
}
