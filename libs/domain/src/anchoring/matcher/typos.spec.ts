import { Vocabulary } from './tokens';
import { Typos } from './typos';

const likeness = (a: string, b: string) => {
  const vocabulary = new Vocabulary();
  const [first, second] = [vocabulary.number(a), vocabulary.number(b)];
  const typos = new Typos(vocabulary);
  const found = typos.likeness(first, second);
  expect(typos.likeness(first, second)).toBe(found);
  expect(typos.likeness(second, first)).toBe(found);
  return found;
};

describe('typos', () => {
  it.each([
    ['krafitg', 'kraftig', 6 / 7],
    ['kraftg', 'kraftig', 6 / 7],
    ['kraaftig', 'kraftig', 7 / 8],
    ['kraftyg', 'kraftig', 6 / 7],
    ['regjerignen', 'regjeringen', 10 / 11],
    ['rejgeringne', 'regjeringen', 9 / 11],
    ['Kraftig', 'kraftig', 1],
  ])('finds %s in %s', (a, b, expected) => {
    expect(likeness(a, b)).toBeCloseTo(expected);
  });

  it.each([
    ['han', 'hun'],
    ['10', '12'],
    ['2026', '2025'],
    ['kraftig', 'svakt'],
    ['krftg', 'kraftig'],
    ['a2bcd', 'a3bcd'],
    ['ordføreren', 'ordførerens kone'],
    ['regjeringen', 'opposisjonen'],
    ['abcdefgh', 'hgfedcba'],
    ['skole', 'skille'],
  ])('takes %s and %s for different words', (a, b) => {
    expect(likeness(a, b)).toBe(0);
  });
});
