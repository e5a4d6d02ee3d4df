import fc from 'fast-check';
import { canonicalize } from './canonical';
import { streamSafe } from './stream-safe';

const mark = /(?!\u034F)\p{M}/u;
const acute = '\u0301';

/** The longest run of marks as canonical decomposition has them. */
function longestRun(text: string): number {
  let longest = 0;
  let run = 0;
  for (const character of text.normalize('NFD')) {
    run = mark.test(character) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Marks that reorder, compose, decompose to two or three, count as letters of a script, or enclose; and bases. */
const marks = ['\u0301', '\u0323', '\u0345', '\u0344', '\u0F73', '\u0CCB', '\u0DDD', '\u093C', '\u20DD', '\u{1D165}'];
const bases = ['a', 'ᾂ', '\u0958', '\uAC00', '\u1161', '\u{1D160}', '\u{1F600}', ' ', '\n', '\u034F', '\u00AD', '\0'];
const runs = fc
  .array(
    fc.oneof(
      fc.tuple(fc.constantFrom(...marks), fc.integer({ min: 1, max: 70 })).map(([sign, count]) => sign.repeat(count)),
      fc.array(fc.constantFrom(...marks), { minLength: 1, maxLength: 70 }).map((signs) => signs.join('')),
      fc.constantFrom(...bases),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('streamSafe', () => {
  it.each([
    ['thirty marks', `a${acute.repeat(30)}`, `a${acute.repeat(30)}`],
    ['thirty-one marks', `a${acute.repeat(31)}`, `a${acute.repeat(30)}\u034F${acute}`],
    ['marks of the letter before', `ᾂ${acute.repeat(28)}`, `ᾂ${acute.repeat(27)}\u034F${acute}`],
    ['marks that are two', '\u0344'.repeat(16), `${'\u0344'.repeat(15)}\u034F\u0344`],
    ['nothing but letters', 'Blåbærsyltetøy', 'Blåbærsyltetøy'],
  ])('%s', (_, raw, expected) => {
    expect(streamSafe(raw)).toBe(expected);
  });
});

describe('canonical form of combining marks', () => {
  it('has at most thirty in a row, and is idempotent', () => {
    fc.assert(
      fc.property(runs, (raw) => {
        const text = canonicalize(raw);
        expect(longestRun(text)).toBeLessThanOrEqual(30);
        expect(canonicalize(text)).toBe(text);
        expect(text.normalize('NFC')).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('loses nothing that can be seen: without the joiners, the text is what it was', () => {
    const seen = (text: string) => text.replace(/\0|\u00AD|\uFEFF|\u034F/g, '').normalize('NFD');
    fc.assert(
      fc.property(runs, (raw) => expect(seen(canonicalize(raw))).toBe(seen(raw))),
      { numRuns: 2000 },
    );
  });

  it('hands normalization no run that is long, however long the text', () => {
    const normalize = jest.spyOn(String.prototype, 'normalize');
    let longest = 0;
    try {
      canonicalize(`a${acute}\u0323`.repeat(3).concat('\u0323\u0301'.repeat(200_000)));
      for (const self of normalize.mock.contexts) longest = Math.max(longest, longestRunAsGiven(String(self)));
    } finally {
      normalize.mockRestore();
    }
    expect(longest).toBe(30);
  });
});

function longestRunAsGiven(text: string): number {
  return (text.match(/(?:(?!\u034F)\p{M})+/gu) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
