import { pathBack } from './path-back';

describe('pathBack', () => {
  it.each([
    ['/articles/1?a=b', '/articles/1?a=b'],
    [undefined, '/'],
    ['', '/'],
    ['//evil.test', '/'],
    ['/\\evil.test', '/'],
    ['https://evil.test', '/'],
    ['javascript:alert(1)', '/'],
  ])('leads %s to %s', (asked, path) => {
    expect(pathBack(asked)).toBe(path);
  });
});
