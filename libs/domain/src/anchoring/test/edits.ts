import {
  draftOf,
  finish,
  newPiece,
  newSentence,
  newWord,
  plainText,
  textOf,
  type Draft,
  type Edited,
  type Sentence,
  type Word,
} from './draft';
import { NewsWriter } from './news';
import type { Random } from './random';

/** Changes a draft in place. */
type Edit = (draft: Draft, random: Random) => void;

function eachSentence(
  draft: Draft,
  random: Random,
  rate: number,
  edit: (sentence: Sentence, place: number, paragraph: Sentence[]) => void,
): void {
  for (const paragraph of draft.paragraphs) {
    for (let place = paragraph.length - 1; place >= 0; place--)
      if (random.chance(rate)) edit(paragraph[place]!, place, paragraph);
  }
}

function eachWord(
  draft: Draft,
  random: Random,
  rate: number,
  edit: (word: Word, place: number, words: Word[]) => void,
): void {
  eachSentence(draft, random, 1, ({ words }) => {
    for (let place = words.length - 1; place >= 0; place--) if (random.chance(rate)) edit(words[place]!, place, words);
  });
}

/** Replaces one letter, drops it, doubles it or swaps it with the next. */
function misspell(word: Word, random: Random): void {
  const piece = word.pieces[0]!;
  const letters = [...piece.text];
  if (word.pieces.length > 1 || letters.length < 4 || /\d/.test(piece.text) || piece.from < 0) return;
  const at = random.integer(1, letters.length - 2);
  const part = (from: number, to?: number) => ({ text: letters.slice(from, to).join(''), from: piece.from + from });
  const slip = random.integer(0, 3);
  if (slip === 0) word.pieces = [part(0, at), { text: random.pick([...'aeiorstn']), from: -1 }, part(at + 1)];
  else if (slip === 1) word.pieces = [part(0, at), part(at + 1)];
  else if (slip === 2) word.pieces = [part(0, at), { text: letters[at]!, from: -1 }, part(at)];
  else word.pieces = [part(0, at), part(at + 1, at + 2), part(at, at + 1), part(at + 2)];
}

/** The same characters in another form; where it takes as many, they count as surviving. */
function restyle(word: Word, change: (text: string) => string): void {
  word.pieces = word.pieces.map(({ text, from }) => ({ text: change(text), from }));
}

const quoteStyles: Readonly<Record<string, string>> = { '«': '“', '»': '”', '–': '-' };
const typos =
  (rate: number): Edit =>
  (draft, random) =>
    eachWord(draft, random, rate, (word) => misspell(word, random));
const words =
  (rate: number): Edit =>
  (draft, random) =>
    eachWord(draft, random, rate, (word) => {
      const last = word.pieces.at(-1)!;
      const stop = /[.?,]$/.exec(last.text)?.[0] ?? '';
      const replacement = new NewsWriter(random).word();
      // The stop stays where it was; only the word before it is another.
      const kept = { text: stop, from: last.from < 0 ? -1 : last.from + [...last.text].length - 1 };
      if (replacement + stop !== textOf(word))
        word.pieces = stop ? [newPiece(replacement), kept] : [newPiece(replacement)];
    });
const swaps =
  (rate: number): Edit =>
  (draft, random) =>
    eachWord(draft, random, rate, (word, place, list) => {
      const next = list[place + 1];
      if (next && place + 2 < list.length && textOf(next) !== textOf(word))
        [list[place], list[place + 1]] = [next, word];
    });
const insertions =
  (rate: number): Edit =>
  (draft, random) =>
    eachSentence(draft, random, rate, (_, place, paragraph) => {
      paragraph.splice(place + random.integer(0, 1), 0, newSentence(new NewsWriter(random).sentence()));
    });
const deletions =
  (rate: number): Edit =>
  (draft, random) =>
    eachSentence(draft, random, rate, (_, place, paragraph) => {
      paragraph.splice(place, 1);
    });
const moves =
  (rate: number): Edit =>
  (draft, random) => {
    const taken: Sentence[] = [];
    eachSentence(draft, random, rate, (sentence, place, paragraph) => {
      paragraph.splice(place, 1);
      taken.push(sentence);
    });
    for (const sentence of taken) {
      const paragraph = random.pick(draft.paragraphs);
      paragraph.splice(random.integer(0, paragraph.length), 0, sentence);
    }
  };
const swappedNeighbours =
  (rate: number): Edit =>
  (draft, random) =>
    eachSentence(draft, random, rate, (sentence, place, paragraph) => {
      const next = paragraph[place + 1];
      if (next) [paragraph[place], paragraph[place + 1]] = [next, sentence];
    });
const movedParagraphs =
  (rate: number): Edit =>
  (draft, random) => {
    const taken = draft.paragraphs.filter(() => random.chance(rate));
    draft.paragraphs = draft.paragraphs.filter((paragraph) => !taken.includes(paragraph));
    for (const paragraph of taken) draft.paragraphs.splice(random.integer(0, draft.paragraphs.length), 0, paragraph);
  };
const rewrittenParagraphs =
  (rate: number): Edit =>
  (draft, random) => {
    draft.paragraphs = draft.paragraphs.map((paragraph) =>
      random.chance(rate) ? paragraph.map(() => newSentence(new NewsWriter(random).sentence())) : paragraph,
    );
  };
const numbers =
  (rate: number): Edit =>
  (draft, random) =>
    eachWord(draft, random, rate, (word, place, list) => {
      if (/^\d+$/.test(textOf(word))) list[place] = newWord(String(random.integer(2, 2030)));
    });
const negations =
  (rate: number): Edit =>
  (draft, random) =>
    eachSentence(draft, random, rate, ({ words: list }) => {
      list.splice(random.integer(1, list.length - 1), 0, newWord('ikke'));
    });
const reworded =
  (rate: number): Edit =>
  (draft, random) =>
    eachSentence(draft, random, rate, (sentence) => {
      const share = 0.1 + 0.3 * random.next();
      sentence.words = sentence.words.map((word, place) =>
        place < sentence.words.length - 1 && random.chance(share) ? newWord(new NewsWriter(random).word()) : word,
      );
    });
const capitals =
  (rate: number): Edit =>
  (draft, random) =>
    eachWord(draft, random, rate, (word) => restyle(word, (text) => text.toUpperCase()));
const quotation =
  (rate: number): Edit =>
  (draft, random) => {
    if (random.chance(rate))
      eachWord(draft, random, 1, (word) =>
        restyle(word, (text) => text.replace(/[«»–]/g, (mark) => quoteStyles[mark]!)),
      );
  };
const whitespace =
  (rate: number): Edit =>
  (draft, random) =>
    eachWord(draft, random, rate, (word) => {
      word.space = { text: random.pick(['  ', '\u00a0', '\n']), from: -1 };
    });
/** Puts copies of sentences, and sentences that are nearly like them, somewhere else, and deletes others. */
const twins =
  (rate: number): Edit =>
  (draft, random) => {
    const added: Sentence[] = [];
    const originals = new Set<Sentence>();
    eachSentence(draft, random, rate, (sentence) => {
      const text = sentence.words.map(textOf).join(' ');
      added.push(newSentence(random.chance(0.5) ? text : new NewsWriter(random).variant(text)));
      originals.add(sentence);
    });
    eachSentence(draft, random, rate, (sentence, place, paragraph) => {
      if (!originals.has(sentence)) paragraph.splice(place, 1);
    });
    for (const sentence of added) {
      const paragraph = random.pick(draft.paragraphs);
      paragraph.splice(random.integer(0, paragraph.length), 0, sentence);
    }
  };

const all =
  (...parts: readonly Edit[]): Edit =>
  (draft, random) =>
    parts.forEach((edit) => edit(draft, random));
const mixture = (share: number): Edit =>
  all(
    typos(0.006 * share),
    words(0.006 * share),
    swaps(0.004 * share),
    reworded(0.03 * share),
    numbers(0.05 * share),
    negations(0.01 * share),
    rewrittenParagraphs(0.04 * share),
    insertions(0.05 * share),
    deletions(0.06 * share),
    moves(0.04 * share),
    movedParagraphs(0.02 * share),
    capitals(0.001 * share),
    quotation(0.3 * share),
    whitespace(0.001 * share),
  );

/** Kinds of edits, each as heavy as a full rewrite, and all of them mixed. */
export const edits = {
  typos: typos(0.03),
  words: words(0.03),
  swaps: swaps(0.03),
  reworded: reworded(0.2),
  numbers: numbers(0.5),
  negations: negations(0.1),
  inserted: insertions(0.15),
  deleted: deletions(0.15),
  moved: moves(0.1),
  neighbours: swappedNeighbours(0.1),
  paragraphs: all(rewrittenParagraphs(0.15), movedParagraphs(0.1)),
  twins: twins(0.1),
  typography: all(capitals(0.01), quotation(1), whitespace(0.02)),
  /** An ordinary revision: about a sixth of the sentences are touched. */
  mixed: mixture(0.5),
  /** Twice as much of everything. */
  rough: mixture(1),
} satisfies Record<string, Edit>;
export type EditKind = keyof typeof edits;

/** An article, edited, with the truth about it. */
export function editedArticle(
  kind: EditKind,
  sentences: number,
  random: Random,
): Edited & { readonly paragraphs: readonly string[][] } {
  const paragraphs = new NewsWriter(random).article(sentences);
  const draft = draftOf(paragraphs);
  edits[kind](draft, random);
  return { ...finish(plainText(paragraphs), draft), paragraphs };
}
