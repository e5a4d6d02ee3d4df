import fc from 'fast-check';
import { contextLimit, describe as describePassage, Describer } from './describe';
import { cpuSeconds } from './test/cpu';
import { textWithRange } from '../text/test/oddities';

const quoteOf = (text: string, start: number, end: number) => describePassage(text, { start, end })[1];
const countOf = (text: string, part: string) => {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count++;
  return count;
};

describe('describe', () => {
  it('gives a unique passage no context', () => {
    expect(describePassage('Tapet var 10 millioner.', { start: 10, end: 12 })).toEqual([
      { type: 'TextPositionSelector', start: 10, end: 12 },
      { type: 'TextQuoteSelector', exact: '10', prefix: '', suffix: '' },
    ]);
    expect(quoteOf('ab', 0, 1)).toMatchObject({ exact: 'a', prefix: '', suffix: '' });
  });

  it('adds whole words until the passage is unique', () => {
    const text = 'Han var der. Hun var her. Han var her.';
    expect(quoteOf(text, 17, 20)).toMatchObject({ exact: 'var', prefix: 'Hun ', suffix: '' });
    expect(quoteOf(text, 30, 33)).toMatchObject({ exact: 'var', prefix: 'Han ', suffix: ' her' });
  });

  it('goes on after one side has reached the end of the text', () => {
    expect(quoteOf('a b c a b d', 0, 1)).toMatchObject({ prefix: '', suffix: ' b c' });
    expect(quoteOf('a b c x b c', 10, 11)).toMatchObject({ prefix: 'x b ', suffix: '' });
  });

  it('counts code points, not UTF-16 units', () => {
    expect(describePassage('😀😀 ja', { start: 3, end: 5 })).toMatchObject([{ start: 3, end: 5 }, { exact: 'ja' }]);
  });

  it('takes a letter of a script without spaces, or a sign, for a word', () => {
    expect(quoteOf('新闻记者。旧闻记者。', 7, 9)).toMatchObject({ exact: '记者', prefix: '旧闻', suffix: '。' });
    expect(quoteOf('😀a, 😎a, 😎b', 5, 6)).toMatchObject({ exact: 'a', prefix: '😎', suffix: '' });
  });

  it('keeps marks and joined emoji whole', () => {
    const text = '👩‍🚀a, 👩‍🔬a, 👩‍🔬b';
    expect(quoteOf(text, 9, 10)).toMatchObject({ exact: 'a', prefix: '👩‍🔬' });
    expect(quoteOf('le\u0301 a le\u0302 a', 10, 11)).toMatchObject({ exact: 'a', prefix: 'le\u0302 ' });
  });

  it('cuts a word that is longer than the limit between graphemes', () => {
    const { prefix, suffix } = quoteOf('a'.repeat(200), 100, 101);
    expect([prefix.length, suffix.length]).toEqual([contextLimit, contextLimit]);
    const marked = quoteOf(`${'e\u0301'.repeat(100)} x ${'e\u0301'.repeat(100)} x`, 201, 202);
    expect(marked.prefix.normalize('NFC')).toHaveLength(contextLimit / 2);
  });

  it('has no context to give inside one huge grapheme', () => {
    expect(quoteOf(`a${'\u0301'.repeat(300)}`, 150, 151)).toMatchObject({ prefix: '', suffix: '' });
  });

  it.each([
    [2, 2],
    [3, 1],
    [-1, 2],
    [0, 7],
    [0.5, 2],
    [NaN, 2],
  ])('refuses [%d, %d) of six code points', (start, end) => {
    expect(() => describePassage('abc😀ef', { start, end })).toThrow(RangeError);
  });

  it('holds for every text: the text has it, it is unique or at its limit, and it splits no grapheme', () => {
    fc.assert(
      fc.property(textWithRange, ({ text, range }) => {
        const [position, { exact, prefix, suffix }] = describePassage(text, range);
        const points = [...text];
        expect(position).toMatchObject(range);
        const before = points.slice(0, range.start).join('');
        const after = points.slice(range.end).join('');
        expect(exact).toBe(points.slice(range.start, range.end).join(''));
        expect(before.endsWith(prefix)).toBe(true);
        expect(after.startsWith(suffix)).toBe(true);
        const borders = new Set(
          [...new Intl.Segmenter('en').segment(text)].map(({ index }) => index).concat(text.length),
        );
        const left = before.length - prefix.length;
        const right = before.length + exact.length + suffix.length;
        if (prefix) expect(borders).toContain(left);
        if (suffix) expect(borders).toContain(right);
        expect([...prefix].length).toBeLessThanOrEqual(contextLimit);
        expect([...suffix].length).toBeLessThanOrEqual(contextLimit);
        if (countOf(text, exact) === 1) expect(prefix + suffix).toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  it('is unique wherever words of plain text allow it', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'ab', '10', 'ikke'), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.nat(), (list, pick) => {
        const text = `${list.join(' ')} z`;
        const at = pick % list.length;
        const start = list.slice(0, at).join(' ').length + (at ? 1 : 0);
        const { exact, prefix, suffix } = quoteOf(text, start, start + (list[at] ?? '').length);
        const full = prefix.length + suffix.length >= contextLimit;
        if (!full) expect(countOf(text, prefix + exact + suffix)).toBe(1);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['one letter', 'a'.repeat(1_000_000)],
    ['two letters', Array.from({ length: 1_000_000 }, (_, i) => (((i * i * 7919) % 1009) & 1 ? 'a' : 'b')).join('')],
    ['one sentence', 'Tapet var 10 millioner. '.repeat(40_000)],
    ['one emoji', '👩‍🚀'.repeat(200_000)],
  ])(
    'describes 10,000 passages of a large text of %s in seconds',
    (_, text) => {
      const describer = new Describer(text);
      const spent = cpuSeconds(() => {
        for (let i = 0; i < 10_000; i++) describer.describe({ start: i * 50, end: i * 50 + 40 });
      });
      expect(spent).toBeLessThan(15);
    },
    120_000,
  );
});
