import fc from 'fast-check';
import { fold, Tokens, Vocabulary } from './tokens';
import { oddText } from '../../text/test/oddities';

const read = (text: string) => {
  const tokens = new Tokens(text, new Vocabulary());
  const words = Array.from(tokens.starts, (start, token) => text.slice(start, tokens.ends[token]));
  const units = Array.from({ length: tokens.units }, (_, unit) =>
    words.slice(tokens.unitStarts[unit], tokens.unitStarts[unit + 1]).join(' '),
  );
  return { tokens, words, units };
};

describe('tokens', () => {
  it.each([
    ['words and signs', 'Han sa: «10,5 %!»', ['Han', 'sa', ':', '«', '10', ',', '5', '%', '!', '»']],
    ['letters of a script without spaces', '新的预算', ['新', '的', '预', '算']],
    ['Korean words', '새로운 예산안을', ['새로운', '예산안을']],
    ['marks with their letter, even after a sign', 'le\u0301 !\u0301 \u0301x', ['le\u0301', '!\u0301', '\u0301', 'x']],
    ['joined emoji as one', '👩‍🚀👍🏽 ok', ['👩‍🚀', '👍🏽', 'ok']],
    ['a joiner at the end, or before a space', '👩\u200D a\u200D', ['👩\u200D', 'a\u200D']],
    ['lone surrogates and NUL', '\uD83Da\0\uDE00', ['\uD83D', 'a', '\0', '\uDE00']],
    ['nothing in white space', ' \r\n\t ', []],
  ])('are %s', (_, text, words) => {
    expect(read(text).words).toEqual(words);
  });

  it('cut what is very long', () => {
    expect(read('a'.repeat(70)).words.map(({ length }) => length)).toEqual([32, 32, 6]);
    expect(read(`a${'\u0301'.repeat(40)}`).words.map(({ length }) => length)).toEqual([32, 9]);
  });

  it('are grouped by stops and line feeds', () => {
    expect(read('Han sa det. «Ja.» Hun også! og så\nSlutt').units).toEqual([
      'Han sa det .',
      '« Ja . »',
      'Hun også ! og så',
      'Slutt',
    ]);
    expect(read('预算。「反对。」议会').units).toEqual(['预 算 。', '「 反 对 。 」', '议 会']);
    expect(read('kl. ti. 10.5').units).toEqual(['kl . ti .', '10 . 5']);
  });

  it('are grouped by number where there is no stop', () => {
    expect(read('a '.repeat(130)).units.map((unit) => unit.split(' ').length)).toEqual([64, 64, 2]);
  });

  it('cover all but white space, in order, each in one unit', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const { tokens, words } = read(text);
        expect(words.join('')).toBe(text.replace(/\s/gu, ''));
        expect(tokens.unitStarts.at(-1)).toBe(tokens.count);
        for (let token = 0; token < tokens.count; token++) {
          const unit = tokens.unitOf[token]!;
          expect(tokens.unitStarts[unit]! <= token && token < tokens.unitStarts[unit + 1]!).toBe(true);
          expect(tokens.firstEndingAfter(tokens.starts[token]!)).toBe(token);
        }
        expect(tokens.firstEndingAfter(text.length)).toBe(tokens.count);
      }),
    );
  });
});

describe('the vocabulary', () => {
  it('takes quotation marks, dashes and cases for the same', () => {
    expect([...'«»“”„"「'].map(fold)).toEqual(Array(7).fill('"'));
    expect([..."‘’'´"].map(fold)).toEqual(Array(4).fill("'"));
    expect([...'–—-'].map(fold)).toEqual(Array(3).fill('-'));
    const vocabulary = new Vocabulary();
    expect(vocabulary.number('Tapet')).toBe(vocabulary.number('TAPET'));
    expect(vocabulary.form(0)).toBe('tapet');
    expect(vocabulary.form(7)).toBe('');
  });

  it('counts any number of words; a rare one says more', () => {
    const vocabulary = new Vocabulary();
    for (let word = 0; word < 3000; word++) vocabulary.number(`w${word}`);
    for (let time = 0; time < 500; time++) vocabulary.number('og');
    expect([vocabulary.size, vocabulary.count(3000), vocabulary.count(2999)]).toEqual([3001, 500, 1]);
    expect(vocabulary.bits(3000)).toBeLessThan(vocabulary.bits(2999) - 7);
  });
});
