import type { WrittenBlock } from '@belegg/contract';
import fc from 'fast-check';
import { elementsOf, readBlocks } from './block-elements';
import { blocksOf } from './written-blocks';

const fieldOf = (blocks: readonly WrittenBlock[]): HTMLElement => {
  const field = document.createElement('div');
  field.append(...elementsOf(document, blocks));
  return field;
};
const written = (html: string, from?: 'page') => {
  const field = document.createElement('div');
  field.innerHTML = html;
  return readBlocks(field, from);
};

describe('blocks in a field', () => {
  it('are read as they were written: kind, level, formatting, links, white space and signs', () => {
    const words = fc.constantFrom('Kim', ' kom  til', '<b>', 'Moskva & 🚀 ', 'a\tb', '«Nei»');
    const run = fc.record(
      {
        text: words,
        strong: fc.constant(true as const),
        em: fc.constant(true as const),
        href: fc.constantFrom('https://a.test/?a=1&b="2"', 'mailto:a@b.test'),
      },
      { requiredKeys: ['text'] },
    );
    const style = fc.oneof(
      fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 6 }) }),
      fc.record({
        kind: fc.constantFrom('paragraph' as const, 'quote' as const, 'listItem' as const, 'aside' as const),
      }),
    );
    const block = fc.tuple(style, fc.array(run, { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (given) => {
        const blocks = given.map(([one, runs]) => ({ ...one, runs }));
        const once = readBlocks(fieldOf(blocks));
        expect(once.map(textOf)).toEqual(blocks.map(textOf));
        expect(once.map(({ kind, level }) => [kind, level])).toEqual(
          blocks.map(({ kind, level }: WrittenBlock) => [kind, level]),
        );
        expect(readBlocks(fieldOf(once))).toEqual(once);
      }),
    );
  });

  it('are those of a revision, and neighbours that look the same are one', () => {
    const text = 'Kim\nkom hit';
    const blocks = blocksOf({
      text,
      blocks: [
        { kind: 'heading', level: 1, start: 0, end: 3 },
        { kind: 'paragraph', start: 4, end: 11 },
      ],
      marks: [
        { kind: 'strong', start: 4, end: 6 },
        { kind: 'strong', start: 6, end: 7 },
        { kind: 'link', start: 8, end: 11, href: 'https://a.test/' },
      ],
    });
    expect(blocks).toEqual([
      { kind: 'heading', level: 1, runs: [{ text: 'Kim' }] },
      {
        kind: 'paragraph',
        runs: [{ text: 'kom', strong: true }, { text: ' ' }, { text: 'hit', href: 'https://a.test/' }],
      },
    ]);
    expect(readBlocks(fieldOf(blocks))).toEqual(blocks);
  });

  it('are what browsers make of typing: div, br, nested and empty elements', () => {
    expect(
      written('<p>Kim<br></p><p><br></p><div>kom<br>hit</div>til <span style="font-weight: bold">sist</span>'),
    ).toEqual([
      { kind: 'paragraph', runs: [{ text: 'Kim' }] },
      { kind: 'paragraph', runs: [{ text: 'kom' }] },
      { kind: 'paragraph', runs: [{ text: 'hit' }] },
      { kind: 'paragraph', runs: [{ text: 'til ' }, { text: 'sist', strong: true }] },
    ]);
  });

  it('of a page are its words alone, with one space where it shows one, and no address that runs something', () => {
    const page = `<style>p{}</style><h2> Byen
      vokser </h2><ul><li>En <b>ting</b> </li></ul><script>x()</script><p><a href="javascript:x()">Kim</a> <b style="font-weight:normal">sa</b></p>`;
    expect(written(page, 'page')).toEqual([
      { kind: 'heading', level: 2, runs: [{ text: 'Byen vokser' }] },
      { kind: 'listItem', runs: [{ text: 'En ' }, { text: 'ting', strong: true }] },
      { kind: 'paragraph', runs: [{ text: 'Kim sa' }] },
    ]);
  });
});

const textOf = ({ runs }: WrittenBlock): string => runs.map(({ text }) => text).join('');
