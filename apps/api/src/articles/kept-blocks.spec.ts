import { blocksOfPlainText, type Block, type Mark } from '@belegg/domain';
import { keepBlocks } from './kept-blocks';

const textOf = (text: string, marks: readonly Mark[] = [], more: readonly Partial<Block>[] = []) => ({
  text,
  blocks: blocksOfPlainText(text).map((block, index): Block => ({
    kind: 'paragraph',
    start: block.start,
    end: block.end,
    ...more[index],
  })),
  marks,
});

describe('keepBlocks', () => {
  const current = textOf('\n  Kim  kom.\n\n\nHan\tgikk \u0001 hjem. \nSlutt.', [{ kind: 'strong', start: 3, end: 6 }]);

  it('gives the text that there was, where only white space and what XML cannot hold came back otherwise', () => {
    const read = textOf('Kim kom.\nHan gikk \uFFFD hjem.\nSlutt.', [{ kind: 'strong', start: 0, end: 3 }]);
    const { place, ...kept } = keepBlocks(current, read);
    expect(kept).toEqual(current);
    const [from, to] = [read.text.indexOf('gikk'), read.text.indexOf('hjem.') + 5];
    const placed = place({ start: from, end: to });
    expect(kept.text.slice(placed.start, placed.end)).toBe('gikk \u0001 hjem.');
    expect(place({ start: from, end: from })).toEqual({ start: placed.start, end: placed.start });
  });

  it('keeps the other blocks, and takes what was changed as it came, where it now stands', () => {
    const read = textOf('Slutt.\nHan gikk bort.\nKim kom.');
    const { text, marks, place } = keepBlocks(current, read);
    // The first block lost its bold type: that is a change.
    expect([text, marks]).toEqual(['Slutt.\nHan gikk bort.\nKim kom.', []]);
    expect(place({ start: 7, end: 10 })).toEqual({ start: 7, end: 10 });
    const moved = keepBlocks(current, textOf('Kim kom.\nNytt.\nSlutt.', [{ kind: 'strong', start: 0, end: 3 }]));
    expect(moved.text).toBe('\n  Kim  kom.\nNytt.\nSlutt.');
    expect(moved.marks).toEqual([{ kind: 'strong', start: 3, end: 6 }]);
    const nytt = moved.place({ start: 9, end: 14 });
    expect(moved.text.slice(nytt.start, nytt.end)).toBe('Nytt.');
  });

  it('keeps quotations and asides that a program made paragraphs of, and takes any other kind as it is now', () => {
    const kinds = textOf(
      'En.\nTo.\nTre.\nFire.',
      [],
      [{ kind: 'quote' }, { kind: 'aside' }, { kind: 'heading', level: 2 }, { kind: 'paragraph' }],
    );
    const read = textOf('En.\nTo.\nTre.\nFire.', [], [{}, {}, {}, { kind: 'heading', level: 3 }]);
    expect(keepBlocks(kinds, read).blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['quote', undefined],
      ['aside', undefined],
      ['paragraph', undefined],
      ['heading', 3],
    ]);
  });
});
