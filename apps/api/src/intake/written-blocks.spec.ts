import type { WrittenBlock } from '@belegg/contract';
import { CodePointText, runsOf } from '@belegg/domain';
import fc from 'fast-check';
import { takeIn, type Intake } from './intake';
import { ProblemError } from '../platform/problem-error';

const take = (blocks: unknown): Intake => takeIn({ format: 'blocks', content: JSON.stringify(blocks) }, 'nb');

/** A text as a page writes its blocks. */
function blocksOf({ text, blocks, marks }: Intake): WrittenBlock[] {
  const points = new CodePointText(text);
  return blocks.map(({ kind, level, ...range }) => ({
    kind,
    ...(level !== undefined && { level }),
    runs: runsOf(range, [], marks).map((run) => ({
      text: points.slice(run.start, run.end),
      strong: run.marks.some((mark) => mark.kind === 'strong'),
      em: run.marks.some((mark) => mark.kind === 'em'),
      href: run.marks.find((mark) => mark.kind === 'link')?.href,
    })),
  }));
}

/** How each character looks. */
const looks = (intake: Intake): string[] =>
  blocksOf(intake).flatMap(({ runs }) =>
    runs.flatMap(({ text, ...look }) => [...text].map((character) => JSON.stringify([character, look]))),
  );

describe('a text in blocks', () => {
  it('keeps kinds, levels, marks and white space, and joins marks that go on', () => {
    const { text, blocks, marks, dropped } = take([
      { kind: 'heading', level: 2, runs: [{ text: 'Byen' }] },
      { kind: 'paragraph', runs: [{ text: ' ' }] },
      {
        kind: 'listItem',
        level: 3,
        runs: [
          { text: 'En  ', strong: true },
          { text: 'ting', strong: true, em: true, href: 'https://a.test' },
          { text: ' til\nog mer', href: 'javascript:x()' },
        ],
      },
    ]);
    expect([text, dropped]).toEqual(['Byen\nEn  ting til\nog mer', []]);
    expect(blocks).toEqual([
      { kind: 'heading', level: 2, start: 0, end: 4 },
      { kind: 'listItem', start: 5, end: 17 },
      { kind: 'listItem', start: 18, end: 24 },
    ]);
    expect(marks).toEqual([
      { kind: 'strong', start: 5, end: 13 },
      { kind: 'em', start: 9, end: 13 },
      { kind: 'link', start: 9, end: 13, href: 'https://a.test/' },
    ]);
  });

  it('is, written as it was read, the same again: text, blocks and marks', () => {
    const piece = fc.constantFrom(
      'Kim kom til Moskva. ',
      '<b>Viktig</b> ',
      '<i>sa <b>han</b></i>',
      ' <a href="https://a.test/?a=1">lenke <b>halv</b></a>',
      'e\u0301 🚀 ',
      '&nbsp;«Nei»  ',
    );
    const block = fc.tuple(
      fc.constantFrom('p', 'h1', 'h3', 'blockquote', 'li', 'aside'),
      fc.array(piece, { minLength: 1, maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (given) => {
        const html = given.map(([tag, pieces]) => `<${tag}>${pieces.join('')}</${tag}>`).join('');
        const first = takeIn({ format: 'html', content: html }, 'nb');
        const again = take(blocksOf(first));
        expect([again.text, again.blocks]).toEqual([first.text, first.blocks]);
        expect(looks(again)).toEqual(looks(first));
      }),
    );
  });

  it.each([['{'], ['{}'], ['[{"kind":"x","runs":[]}]'], ['[{"kind":"paragraph","runs":[],"more":1}]']])(
    'is no other JSON: %s',
    (content) => {
      expect(() => takeIn({ format: 'blocks', content })).toThrow(ProblemError);
    },
  );
});
