import { unquoted } from './unquoted';

describe('unquoted', () => {
  it.each([
    ['«Nei.»', 'Nei.'],
    [' “No.” ', 'No.'],
    ['„Nein.“', 'Nein.'],
    ['"Non."', 'Non.'],
    ['Uten tegn', 'Uten tegn'],
    ['«Ja», sa han, «nei»', '«Ja», sa han, «nei»'],
    ['Han sa «nei»', 'Han sa «nei»'],
    ['«Hun sa «ja» og gikk»', '«Hun sa «ja» og gikk»'],
    ['«', '«'],
  ])('%j is %j', (pasted, kept) => {
    expect(unquoted(pasted)).toBe(kept);
  });
});
