import { nameKeys } from './fold';

const areAlike = (a: string, b: string): boolean => nameKeys(a).some((key) => nameKeys(b).includes(key));

describe('nameKeys', () => {
  it.each([
    ['case', 'KCNA', 'kcna'],
    ['two spaces', 'Taipei Times', 'Taipei  Times'],
    ['a space at the end', 'Taipei Times', 'Taipei Times '],
    ['no-break space', 'Taipei Times', 'Taipei Times'],
    ['zero-width space', 'KCNA', 'KC\u200bNA'],
    ['soft hyphen and joiner', 'KCNA', 'K\u00adCN\u200dA'],
    ['Cyrillic', 'KCNA', 'КСNА'],
    ['Greek', 'TASS', 'ΤΑSS'],
    ['full width', 'KCNA', 'ＫＣＮＡ'],
    ['composed and decomposed', 'Språk', 'Spra\u030ak'],
    ['l for I', 'IBM News', 'lBM News'],
    ['1 for l', 'Altinget', 'A1tinget'],
    ['rn for m', 'Dagens medisin', 'Dagens rnedisin'],
  ])('takes names for one that differ by %s', (_, a, b) => {
    expect(areAlike(a, b)).toBe(true);
  });

  it.each([
    ['Taipei Times', 'Japan Times'],
    ['Østlandet', 'Ostlandet'],
    ['NRK P1', 'NRK P2'],
    ['조선중앙통신', '연합뉴스'],
    ['Тасс', 'Tavv'],
    ['Bll', 'Bil'],
  ])('tells %s from %s', (a, b) => {
    expect(areAlike(a, b)).toBe(false);
  });
});
