import { CodePointText } from '@belegg/domain';
import fc from 'fast-check';
import { graphemeBorder, snapToGraphemes, snapToSentences, snapToWords, trimmed, wordBorder } from './borders';

const text = new CodePointText('Kim sa «uansett» 👨‍👩‍👧 nå.\nNeste linje');
const family = { start: 17, end: 22 };

describe('wordBorder', () => {
  it('steps to the ends of words forward and to their starts backward', () => {
    expect(wordBorder(text, 0, 'forward')).toBe(3);
    expect(wordBorder(text, 3, 'forward')).toBe(6);
    expect(wordBorder(text, 6, 'forward')).toBe(15);
    expect(wordBorder(text, 15, 'backward')).toBe(8);
    expect(wordBorder(text, 8, 'backward')).toBe(4);
  });

  it('goes to the border of the line where no word is left, then over the line feed', () => {
    const feed = [...text.text].indexOf('\n');
    expect(wordBorder(text, feed - 1, 'forward')).toBe(feed);
    expect(wordBorder(text, feed, 'forward')).toBe(feed + 1);
    expect(wordBorder(text, feed + 1, 'backward')).toBe(feed);
  });

  it('stays at the ends of the text', () => {
    expect(wordBorder(text, text.length, 'forward')).toBe(text.length);
    expect(wordBorder(text, 0, 'backward')).toBe(0);
  });
});

describe('graphemes', () => {
  it('steps over a family of joined emoji at once', () => {
    expect(text.slice(family.start, family.end)).toBe('👨‍👩‍👧');
    expect(graphemeBorder(text, family.start, 'forward')).toBe(family.end);
    expect(graphemeBorder(text, family.end, 'backward')).toBe(family.start);
  });

  it('widens a range that cuts one in two', () => {
    expect(snapToGraphemes(text, { start: family.start + 2, end: family.end - 1 })).toEqual(family);
    expect(snapToGraphemes(text, family)).toEqual(family);
  });

  it('never ends inside one, whatever the text', () => {
    const pieces = fc
      .array(fc.constantFrom('a', ' ', '\n', 'é', '🇳🇴', '👩‍🚀', 'ه', '한', '.'), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(pieces, fc.nat(60), fc.nat(60), (raw, x, y) => {
        const subject = new CodePointText(raw);
        const range = { start: Math.min(x, y, subject.length), end: Math.min(Math.max(x, y), subject.length) };
        const borders = new Set([
          raw.length,
          ...raw.split('\n').flatMap((line, i, lines) => {
            const from = lines.slice(0, i).join('\n').length + (i > 0 ? 1 : 0);
            return [...new Intl.Segmenter('nb').segment(line)]
              .map(({ index }) => from + index)
              .concat(from + line.length);
          }),
        ]);
        for (const snapped of [snapToGraphemes(subject, range), snapToWords(subject, range)]) {
          if (snapped.start === snapped.end) continue;
          expect(borders).toContain(subject.toUtf16(snapped.start));
          expect(borders).toContain(subject.toUtf16(snapped.end));
        }
      }),
    );
  });
});

describe('snapping', () => {
  it('widens to whole words, without the space that a drag takes along', () => {
    expect(snapToWords(text, { start: 5, end: 10 })).toEqual({ start: 4, end: 15 });
    expect(snapToWords(text, { start: 3, end: 7 })).toEqual({ start: 4, end: 6 });
  });

  it('leaves nothing of white space alone', () => {
    const { start, end } = snapToWords(text, { start: 3, end: 4 });
    expect(start).toBe(end);
    expect(trimmed(text, { start: 3, end: 6 })).toEqual({ start: 4, end: 6 });
  });

  it('widens to all sentences touched', () => {
    const sentences = [
      { start: 0, end: 5 },
      { start: 6, end: 9 },
      { start: 10, end: 12 },
    ];
    expect(snapToSentences(sentences, { start: 3, end: 7 })).toEqual({ start: 0, end: 9 });
    expect(snapToSentences(sentences, { start: 5, end: 6 })).toBeUndefined();
  });
});
