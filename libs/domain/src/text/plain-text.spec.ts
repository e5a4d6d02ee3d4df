import fc from 'fast-check';
import { isCrossReference } from './cross-reference';
import { blocksOfPlainText } from './plain-text';

const story = 'Kommunestyret sa ja til den nye broen torsdag kveld.';
const more = 'Byggingen skal etter planen begynne til våren og ta to år.';
const kinds = (...lines: string[]): string[] => blocksOfPlainText(lines.join('\n')).map(({ kind }) => kind);

describe('blocksOfPlainText', () => {
  it('makes a block of each line that holds more than white space, without its line feed', () => {
    expect(blocksOfPlainText('\u{1F600} en.\n\n \t\n  to.\n')).toEqual([
      { kind: 'paragraph', start: 0, end: 5 },
      { kind: 'paragraph', start: 10, end: 15 },
    ]);
  });

  it('has nothing to say of an empty text', () => {
    expect(blocksOfPlainText('')).toEqual([]);
    expect(blocksOfPlainText('\n \n')).toEqual([]);
  });

  it.each<[name: string, lines: string[], expected: string[]]>([
    [
      'a headline, then a heading',
      ['Sier ja til bro', story, 'Pengene', more],
      ['heading', 'paragraph', 'heading', 'paragraph'],
    ],
    ['a last line without a stop', [story, 'Broen kan bli dyr'], ['paragraph', 'paragraph']],
    ['a heading after a blank line', [story, '', 'Pengene', '', more], ['paragraph', 'heading', 'paragraph']],
    [
      'a heading after a cross-reference',
      [story, 'Les også: Vil ha tunnel', 'Pengene', more],
      ['paragraph', 'aside', 'heading', 'paragraph'],
    ],
    ['two short lines', [story, 'Pengene', 'Tiden', more], ['paragraph', 'paragraph', 'paragraph', 'paragraph']],
    ['a line that begins in lower case', [story, 'pengene', more], ['paragraph', 'paragraph', 'paragraph']],
    [
      'a long line without a stop',
      [story, 'Den nye broen over elven skal stå ferdig om to år', more + more],
      ['paragraph', 'paragraph', 'paragraph'],
    ],
    ['a line that introduces', [story, 'Dette er saken:', more], ['paragraph', 'paragraph', 'paragraph']],
    ['a credit', [story, 'Foto: Kari Nordmann', more], ['paragraph', 'paragraph', 'paragraph']],
    ['a byline', [story, 'Av Kari Nordmann', more], ['paragraph', 'paragraph', 'paragraph']],
    ['a heading that begins with "By"', [story, 'Byen vokser', more], ['paragraph', 'heading', 'paragraph']],
    ['direct speech', [story, '– Vi gleder oss, sier ordføreren.', more], ['paragraph', 'paragraph', 'paragraph']],
    ['a bulleted list', [story, '• ny bro', '• ny vei'], ['paragraph', 'listItem', 'listItem']],
    ['a list with hyphens', ['- ny bro', '- ny vei'], ['listItem', 'listItem']],
    ['a list with asterisks, blank lines between', ['* ny bro', '', '* ny vei'], ['listItem', 'listItem']],
    ['mixed bullets', ['* ny bro', '• ny vei'], ['paragraph', 'paragraph']],
    ['a lone bullet', [story, '- ny bro'], ['paragraph', 'paragraph']],
    ['speech with hyphens', ['- Vi gleder oss, sier ordføreren.', '- Det gjør ikke vi.'], ['paragraph', 'paragraph']],
    ['a numbered list', ['1. Bro', '2. Vei', '3. Tunnel'], ['listItem', 'listItem', 'listItem']],
    ['numbers that do not count up', ['1. mai ble det stille.', '17. mai ble det liv.'], ['paragraph', 'paragraph']],
    ['two kinds of numbers', ['1. Bro', '2) Vei'], ['paragraph', 'paragraph']],
  ])('%s', (_name, lines, expected) => {
    expect(kinds(...lines)).toEqual(expected);
  });

  it('gives the first heading level 1 and later ones level 2', () => {
    expect(blocksOfPlainText(['Sier ja til bro', story, 'Pengene', more].join('\n')).map(({ level }) => level)).toEqual(
      [1, undefined, 2, undefined],
    );
  });

  it('covers every character but white space, in order, without overlap', () => {
    const text = fc
      .array(fc.constantFrom('\n', ' ', 'Avtalen', 'Vi kom.', '- x', '1. x', '2. x', 'Les også: y', '\u{1F600}', '\t'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (raw) => {
        const chars = [...raw];
        let last = 0;
        for (const { start, end } of blocksOfPlainText(raw)) {
          expect(chars.slice(last, start).join('').trim()).toBe('');
          expect(chars.slice(start, end)).not.toContain('\n');
          expect(chars.slice(start, end).join('').trim()).not.toBe('');
          expect([undefined, '\n']).toContain(chars[start - 1]);
          expect([undefined, '\n']).toContain(chars[end]);
          last = end;
        }
        expect(chars.slice(last).join('').trim()).toBe('');
      }),
    );
  });
});

describe('isCrossReference', () => {
  it.each([
    ['Les også: Vil ha tunnel', true],
    ['LES OGSÅ: Kom det en bro? Nei.', true],
    ['Les meir: Brua er ferdig', true],
    ['Les òg: Brua er ferdig', true],
    ['Sjå også: Brua', true],
    ['Se også saken om tunnelen', true],
    ['>> Read more', true],
    ['(Read also: The bridge)', true],
    ['See also: The bridge.', true],
    ['See also how the bridge was paid for in the end.', false],
    ['Les merknaden', false],
    ['Han leser også: Brua', false],
    ['Les også ' + 'om broen '.repeat(20), false],
  ])('%s: %s', (line, expected) => {
    expect(isCrossReference(line)).toBe(expected);
  });
});
