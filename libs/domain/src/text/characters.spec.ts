import { isLetter, isSpace, isUpper, pictographsEnd } from './characters';

describe('characters', () => {
  it('agree with Unicode in the whole BMP', () => {
    for (let code = 0; code <= 0xffff; code++) {
      const char = String.fromCharCode(code);
      expect([code, isLetter(code), isUpper(code), isSpace(code)]).toEqual([
        code,
        /\p{L}/u.test(char),
        /[\p{Lu}\p{Lt}]/u.test(char),
        /\s/u.test(char),
      ]);
    }
  });

  it.each([
    ['😀 Ja', 0, 2],
    ['👩‍👩‍👧 Ja', 0, 8],
    ['❤️Ja', 0, 2],
    ['Ja', 0, 0],
    ['', 0, 0],
    ['a 🇳🇴', 0, 0],
  ])('the pictographs of %j from %i end at %i', (text, at, end) => {
    expect(pictographsEnd(text, at)).toBe(end);
  });
});
