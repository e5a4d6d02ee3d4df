import { isModestMarkdown } from './modest-markdown';

describe('isModestMarkdown', () => {
  it.each([
    ['nothing', ''],
    [
      'a rationale',
      'KCNA **hevder** at [de fløy](https://kcna.example/a_b_c) 4600 km.\n\n> Sitat\n> > i sitat\n\n1. ett\n2. to',
    ],
    ['a list within lists', Array.from({ length: 20 }, (_, level) => `${'  '.repeat(level)}- punkt`).join('\n')],
    ['a long text', 'Det er sagt før. '.repeat(1_100)],
    ['a long address', `https://example.test/${'a'.repeat(2_000)}`],
    ['an address of mail in a long text', `${'Det er sagt før. '.repeat(1_000)} kari@avisa.test`],
    ['a very long address', `https://example.test/?q=${'a'.repeat(5_000)} kari@avisa.test`],
    ['comparisons', '5 > 4 > 3 '.repeat(1_000)],
  ])('takes %s', (_, text) => {
    expect(isModestMarkdown(text)).toBe(true);
  });

  it.each([
    ['quotations without end', '>'.repeat(19_000)],
    ['the same with spaces', '> '.repeat(9_500)],
    ['the same by tabs', '>\t'.repeat(9_500)],
    ['lists without end', '- '.repeat(9_500)],
    ['numbered lists', '1. '.repeat(6_000)],
    ['lists and quotations', '> - '.repeat(4_000)],
    ['the second line of two', `a\n${'>'.repeat(51)}`],
    ['a line after a carriage return', `a\r${'>'.repeat(51)}`],
    ['emphasis without end', '*a_b'.repeat(5_000)],
    ['underscores', '_a'.repeat(10_000)],
    ['brackets', '['.repeat(20_000)],
    ['an address of mail without end', `${'a'.repeat(19_000)}@`],
    ['several of them', `${'a.'.repeat(2_000)}@ `.repeat(4)],
    ['deep indentation', `${' '.repeat(300)}- a`],
  ])('does not take %s', (_, text) => {
    expect(isModestMarkdown(text)).toBe(false);
  });
});
