import { CodePointText } from '@belegg/domain';
import { nextPlace, placesOf } from './words-in';

const text = new CodePointText('😀 Kim lovet støtte.\nSTØTTE  fra Kim (og 50 %).');
const found = (words: string) => placesOf(text, words).map(({ start, end }) => text.slice(start, end));

describe('placesOf', () => {
  it('finds words whatever their case and the space between them, in code points of the whole text', () => {
    expect(found('støtte')).toEqual(['støtte', 'STØTTE']);
    expect(found(' støtte fra ')).toEqual(['STØTTE  fra']);
    expect(placesOf(text, 'Kim')[0]).toEqual({ start: 2, end: 5 });
  });

  it.each(['(', '50 %', '.', '[', '\\'])('takes %j as it stands', (words) => {
    expect(found(words).every((place) => place === words)).toBe(true);
  });

  it('finds nothing by nothing', () => {
    expect(found('  ')).toEqual([]);
  });
});

describe('nextPlace', () => {
  const places = [5, 10, 20].map((start) => ({ start, end: start + 1 }));
  it('goes round the end both ways', () => {
    expect([nextPlace(places, 2, 1, 0), nextPlace(places, 0, -1, 0)]).toEqual([0, 2]);
  });
  it('begins where the reader is', () => {
    expect([nextPlace(places, undefined, 1, 8), nextPlace(places, undefined, -1, 8)]).toEqual([1, 0]);
    expect([nextPlace(places, undefined, 1, 99), nextPlace(places, undefined, -1, 0)]).toEqual([0, 2]);
    expect(nextPlace([], undefined, 1, 0)).toBe(-1);
  });
});
