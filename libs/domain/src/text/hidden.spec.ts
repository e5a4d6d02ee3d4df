import fc from 'fast-check';
import { isPlainlySeen, withoutHidden } from './hidden';

describe('what is hidden in a line', () => {
  it.each([
    ['an override', 'Eva \u202Enesnah'],
    ['an isolate', 'Eva \u2066Hansen'],
    ['a mark of direction', 'Hansen\u200F'],
    ['the mark of Arabic letters', '\u061C'],
    ['a space without width', 'Han\u200Bsen'],
    ['a joiner between Latin letters', 'Han\u200Dsen'],
    ['a non-joiner between Latin letters', 'Han\u200Csen'],
    ['a non-joiner after a Latin letter with two marks', 'x\u0323\u0301\u200Ca'],
    ['a joiner at the end', '\u0645\u200D'],
    ['a word joiner', 'a\u2060b'],
    ['a grapheme joiner', 'e\u034F\u0301'],
    ['a filler of Hangul', '\u3164'],
    ['a half filler', '\uFFA0'],
    ['a variation selector on a letter', 'a\uFE0F'],
    ['a variation selector on a digit', '1\uFE0F'],
    ['one of the others', 'a\u{E0100}'],
    ['tags', 'a\u{E0041}\u{E007F}'],
    ['an escape sequence', '\x1B[31mHansen'],
    ['a next line', 'a\u0085b'],
    ['an invisible operator', 'a\u2063b'],
    ['a vowel separator', '\u180E'],
  ])('%s', (_, line) => {
    expect(isPlainlySeen(line)).toBe(false);
  });

  it.each([
    'Åse Bjørk-Øygård',
    "O'Brien",
    'Đặng Thị Hoa',
    'X Æ A-12',
    'محمد صلاح',
    'مى\u200Cخواهم',
    'क्\u200Dष',
    'יצחק',
    '葛\u{E0100}城',
    '김정은',
    '👩\u200D👩\u200D👧 Redaksjonen',
    '❤\uFE0F',
    '👍🏽',
    '🇳🇴 NTB',
    '1\uFE0F\u20E3',
    '«Kilden»',
    'NTB\u00A0Nyheter',
    '',
  ])('%s is plainly seen', (line) => {
    expect(isPlainlySeen(line)).toBe(true);
    expect(withoutHidden(line)).toBe(line);
  });

  it('is gone once it is taken out, and all that can be seen is left', () => {
    const pieces = [
      'a',
      'é',
      'م',
      '葛',
      '👩',
      '1',
      '\u20E3',
      '\u202E',
      '\u200B',
      '\u200C',
      '\u200D',
      '\uFE0F',
      '\u{E0100}',
      '\x1B',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        let line = parts.join('');
        // What is taken out may leave a joiner without what it joined.
        while (!isPlainlySeen(line)) line = withoutHidden(line);
        const seen = (text: string) => text.replace(/\p{Cc}|\p{Default_Ignorable_Code_Point}/gu, '');
        expect(seen(line)).toBe(seen(parts.join('')));
      }),
    );
  });
});
