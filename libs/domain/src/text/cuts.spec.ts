import fc from 'fast-check';
import type { Sentence } from './block';
import { CodePointText } from './code-points';
import { joinSentences, sentenceId, splitSentence } from './cuts';
import { blocksOfPlainText } from './plain-text';
import { segment } from './segment';

function sentencesOf(text: string): Sentence[] {
  return segment(text, blocksOfPlainText(text), 'nb');
}

const words = (text: string, sentences: readonly Sentence[] | undefined) =>
  sentences?.map(({ start, end }) => [...text].slice(start, end).join(''));

function split(text: string, index: number, before: string): string[] | undefined {
  return words(
    text,
    splitSentence(new CodePointText(text), sentencesOf(text), index, [...text.slice(0, text.indexOf(before))].length),
  );
}

const story = 'Han kom i 1997, hun gikk. Så var det natt.\nNeste dag var det sol.';

describe('splitSentence', () => {
  it('cuts between words, and leaves the white space to neither half', () => {
    const halves = ['Han kom i 1997,', 'hun gikk.', 'Så var det natt.', 'Neste dag var det sol.'];
    expect(split(story, 0, 'hun gikk')).toEqual(halves);
    expect(split(story, 0, ' hun gikk')).toEqual(halves);
  });

  it('cuts within a word too, if that is what is meant', () => {
    expect(split('Se side 12b.', 0, 'b.')).toEqual(['Se side 12', 'b.']);
  });

  it.each([
    ['at its beginning', story, 0, 'Han kom'],
    ['at its end', story, 0, ' Så var'],
    ['outside of it', story, 0, 'natt'],
    ['inside a letter with a combining mark', 'Q̈uo vadis.', 0, '̈uo'],
    ['inside an emoji', 'Fin 👩‍🚀 tur.', 0, '‍🚀'],
    ['of which there is none', story, 9, 'natt'],
    ['of which there is none before', story, -1, 'natt'],
  ])('cuts no sentence %s', (_name, text, index, before) => {
    expect(split(text, index, before)).toBeUndefined();
  });

  it('counts in code points', () => {
    expect(split('🚀🚀 fløy langt, 🚀 falt ned.', 0, '🚀 falt')).toEqual(['🚀🚀 fløy langt,', '🚀 falt ned.']);
  });
});

describe('joinSentences', () => {
  it('joins with the next one of the block, with what is between them', () => {
    expect(words(story, joinSentences(sentencesOf(story), 0))).toEqual([
      'Han kom i 1997, hun gikk. Så var det natt.',
      'Neste dag var det sol.',
    ]);
  });

  it('joins none across blocks, nor the last one', () => {
    expect(joinSentences(sentencesOf(story), 1)).toBeUndefined();
    expect(joinSentences(sentencesOf(story), 2)).toBeUndefined();
    expect(joinSentences(sentencesOf(story), -1)).toBeUndefined();
  });
});

describe('after any splits and joins', () => {
  const piece = fc.constantFrom('Han', ' ', '. ', '! Så', '\n', '🚀', 'e\u0301', ',', ' 12', '\u00a0', '👩‍🚀');
  const change = fc.record({ split: fc.boolean(), index: fc.nat(8), at: fc.nat(60) });

  it('sentences hold the same words in the same order, numbered, trimmed and within their blocks', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.array(change, { maxLength: 8 }), (pieces, changes) => {
        const text = pieces.join('');
        const points = new CodePointText(text);
        const blocks = blocksOfPlainText(text);
        const dense = (sentences: readonly Sentence[]) =>
          sentences
            .map(({ start, end }) => points.slice(start, end))
            .join('')
            .replaceAll(/\s/gu, '');
        let sentences = sentencesOf(text);
        const before = dense(sentences);
        for (const { split: splits, index, at } of changes) {
          sentences =
            (splits ? splitSentence(points, sentences, index, at) : joinSentences(sentences, index)) ?? sentences;
        }
        expect(dense(sentences)).toBe(before);
        sentences.forEach(({ index, start, end, block }, position) => {
          expect(index).toBe(position);
          expect(start).toBeGreaterThanOrEqual(
            Math.max(sentences[position - 1]?.end ?? 0, blocks[block]?.start ?? Infinity),
          );
          expect(end).toBeLessThanOrEqual(blocks[block]?.end ?? -1);
          expect(points.slice(start, end)).toBe(points.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
        });
      }),
    );
  });

  it('joining undoes splitting, and every other sentence keeps its name', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.nat(70), (index, at) => {
        const sentences = sentencesOf(story);
        const cut = splitSentence(new CodePointText(story), sentences, index, at);
        if (!cut) return;
        expect(joinSentences(cut, index)).toEqual(sentences);
        const names = new Set(cut.map(sentenceId));
        expect(
          sentences.filter((sentence) => !names.has(sentenceId(sentence))).map((sentence) => sentence.index),
        ).toEqual([index]);
      }),
    );
  });
});
