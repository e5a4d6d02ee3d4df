import { excerpt } from './excerpt';

describe('excerpt', () => {
  it.each([
    [
      'USA anslår **over** 10 000.\n\n- Moskva har _ikke_ bekreftet',
      'USA anslår over 10 000. Moskva har ikke bekreftet',
    ],
    ['## Funn\n> sitat [her](https://example.org)', 'Funn sitat her'],
    ['a * b og snake_case_navn står', 'a * b og snake_case_navn står'],
    ['', ''],
  ])('reads %j as %j', (markdown, words) => {
    expect(excerpt(markdown)).toBe(words);
  });
});
