import { CodePointText } from '@belegg/domain';
import fc from 'fast-check';
import { extend, moveSentence, neighbouringWord, sentenceAt } from './cursor';

const text = new CodePointText('Kim lovet støtte. Det sa KCNA.\nMoskva tier.');
const sentences = [
  { start: 0, end: 17 },
  { start: 18, end: 30 },
  { start: 31, end: 43 },
];
const [first, second] = [sentences[0]!, sentences[1]!];
const chosen = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

describe('sentenceAt', () => {
  it('finds the one that holds an offset, or the one before a gap', () => {
    expect([0, 16, 17, 18, 31, 99].map((offset) => sentenceAt(sentences, offset))).toEqual([0, 0, 0, 1, 2, 2]);
    expect(sentenceAt([], 4)).toBe(-1);
    expect(sentenceAt([{ start: 5, end: 9 }], 2)).toBe(0);
  });
});

describe('moveSentence', () => {
  it('stays within the article', () => {
    expect([moveSentence(3, 0, -1), moveSentence(3, 0, 1), moveSentence(3, 2, 1)]).toEqual([0, 1, 2]);
  });
});

describe('extend', () => {
  it('begins with the first word forward, with the last backward', () => {
    expect(chosen(extend(text, sentences, first, undefined, 'word', 'forward'))).toBe('Kim');
    expect(chosen(extend(text, sentences, first, undefined, 'word', 'backward'))).toBe('støtte.');
  });

  it('moves the end that moves, and turns round at the one that stands', () => {
    const word = { start: 4, end: 9, backward: false };
    expect(extend(text, sentences, first, word, 'word', 'forward')).toEqual({ start: 4, end: 16, backward: false });
    const turned = extend(text, sentences, first, { start: 4, end: 9, backward: true }, 'word', 'backward');
    expect(turned).toEqual({ start: 0, end: 9, backward: true });
    expect(extend(text, sentences, first, { start: 4, end: 5, backward: false }, 'word', 'backward')).toEqual({
      start: 0,
      end: 5,
      backward: true,
    });
  });

  it('goes by character and by sentence, over paragraphs too', () => {
    expect(
      chosen(extend(text, sentences, second, { start: 18, end: 21, backward: false }, 'character', 'forward')),
    ).toBe('Det ');
    const two = extend(text, sentences, second, { start: 18, end: 30, backward: false }, 'sentence', 'forward');
    expect(chosen(two)).toBe('Det sa KCNA.\nMoskva tier.');
    expect(extend(text, sentences, second, two, 'sentence', 'forward')).toEqual(two);
    expect(
      chosen(extend(text, sentences, second, { start: 18, end: 30, backward: true }, 'sentence', 'backward')),
    ).toBe('Kim lovet støtte. Det sa KCNA.');
  });

  it('never leaves nothing selected, whatever is pressed after a word', () => {
    const direction = fc.constantFrom('forward' as const, 'backward' as const);
    const step = fc.constantFrom('character' as const, 'word' as const, 'sentence' as const);
    const words = fc.array(direction, { minLength: 1, maxLength: 6 });
    const presses = fc.array(fc.tuple(step, direction), { maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...sentences), words, presses, (sentence, walked, pressed) => {
        const sentenceSelected = { ...sentence, backward: false };
        const word = walked.reduce((at, way) => neighbouringWord(text, sentence, at, way), sentenceSelected);
        fc.pre(word.start < word.end);
        let range = word;
        for (const [by, way] of pressed) {
          range = extend(text, sentences, sentence, range, by, way);
          expect(range.start).toBeLessThan(range.end);
        }
      }),
    );
  });

  it('takes in the next word after a word was chosen leftwards (Enter, left, left, Shift+right)', () => {
    const one = neighbouringWord(text, first, { ...first, backward: false }, 'backward');
    const two = neighbouringWord(text, first, one, 'backward');
    expect(chosen(two)).toBe('lovet');
    expect(chosen(extend(text, sentences, first, two, 'word', 'forward'))).toBe('lovet støtte');
  });
});

describe('neighbouringWord', () => {
  it('walks word by word from the start of the sentence', () => {
    const one = neighbouringWord(text, first, undefined, 'forward');
    const two = neighbouringWord(text, first, one, 'forward');
    expect([one, two].map(chosen)).toEqual(['Kim', 'lovet']);
  });

  it('walks back from its end', () => {
    const one = neighbouringWord(text, first, undefined, 'backward');
    expect([one, neighbouringWord(text, first, one, 'backward')].map(chosen)).toEqual(['støtte', 'lovet']);
  });
});
