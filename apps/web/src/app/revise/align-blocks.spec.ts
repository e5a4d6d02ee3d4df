import fc from 'fast-check';
import { alignBlocks } from './align-blocks';

const pairs = (old: readonly string[], now: readonly string[]): string[] =>
  alignBlocks(old, now).map((pair) => `${pair.old ?? '-'}:${pair.now ?? '-'}`);

describe('alignBlocks', () => {
  it.each([
    ['a text that stayed', ['a b', 'c d'], ['a b', 'c d'], ['0:0', '1:1']],
    [
      'a block put in',
      ['en to tre', 'fire fem seks'],
      ['en to tre', 'noe helt annet', 'fire fem seks'],
      ['0:0', '-:1', '1:2'],
    ],
    [
      'a block taken out',
      ['en to tre', 'noe helt annet', 'fire fem seks'],
      ['en to tre', 'fire fem seks'],
      ['0:0', '1:-', '2:1'],
    ],
    [
      'a block reworded',
      ['Kim kom til Moskva i går.', 'Slutt.'],
      ['Kim kom til Moskva i dag.', 'Slutt.'],
      ['0:0', '1:1'],
    ],
    ['a block that has become another', ['Kim kom til Moskva i går.'], ['Prisen på brød steg.'], ['0:-', '-:0']],
    [
      'reworded beside new ones',
      ['en to tre fire', 'slutt her'],
      ['ny ting', 'en to tre fem', 'slutt her'],
      ['-:0', '0:1', '1:2'],
    ],
    ['nothing before', [], ['en'], ['-:0']],
  ])('%s', (_, old, now, expected) => {
    expect(pairs(old, now)).toEqual(expected);
  });

  it('shows every block once, in its order', () => {
    const text = fc.array(fc.constantFrom('en', 'to tre', 'to fire', 'fem seks sju', 'en to tre', ''), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(text, text, (old, now) => {
        const aligned = alignBlocks(old, now);
        expect(aligned.flatMap((pair) => pair.old ?? [])).toEqual(old.map((_, i) => i));
        expect(aligned.flatMap((pair) => pair.now ?? [])).toEqual(now.map((_, i) => i));
      }),
    );
  });
});
