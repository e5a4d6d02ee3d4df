import { type Block, CodePointText, type Mark } from '@belegg/domain';
import { runsOf } from './runs';

const text = new CodePointText('Før\n𝒜bc def ghi');
const block: Block = { kind: 'paragraph', start: 4, end: 15 };
const written = (marks: readonly Mark[]): string[] =>
  runsOf(text, block, marks).map(
    ({ text: words, strong, em, href }) => `${strong ? 'S' : ''}${em ? 'E' : ''}${href ? `L(${href})` : ''}:${words}`,
  );

describe('runsOf', () => {
  it('gives a block without marks as it is, beyond the BMP too', () => {
    expect(written([])).toEqual([':𝒜bc def ghi']);
  });

  it('cuts at the borders of marks that overlap', () => {
    expect(
      written([
        { kind: 'strong', start: 4, end: 11 },
        { kind: 'em', start: 8, end: 15 },
      ]),
    ).toEqual(['S:𝒜bc ', 'SE:def', 'E: ghi']);
  });

  it('takes from a mark that goes on elsewhere only what is here', () => {
    expect(
      written([
        { kind: 'em', start: 0, end: 7 },
        { kind: 'strong', start: 0, end: 4 },
      ]),
    ).toEqual(['E:𝒜bc', ': def ghi']);
  });

  it('knows where a link leads', () => {
    expect(written([{ kind: 'link', start: 8, end: 11, href: 'https://kcna.kp' }])).toEqual([
      ':𝒜bc ',
      'L(https://kcna.kp):def',
      ': ghi',
    ]);
  });
});
