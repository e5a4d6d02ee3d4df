import fc from 'fast-check';
import { marked } from 'marked';
import { sampleReport } from '../test/sample-report';
import { renderMarkdown } from './markdown';
import { headingText, inlineText, lineOfText } from './markdown-text';
import { rationaleMarkdown } from './rationale-markdown';

/** What a reader sees of Markdown. */
const shown = (markdown: string): string =>
  marked
    .parse(markdown, { async: false })
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

describe('Text in Markdown', () => {
  it.each([
    'Den kom 24. november, for 12 000 kr (2 % mer).',
    'filen min_fil_1.txt',
    'Ja! Nei + ja - kanskje #1 & «co» | 5 < 10 > 2',
    '5 * 3, a^2, 100 ~ 200',
    'https://a.no/en_sak_til?x=1#b',
    'Avgiften {12} øker',
  ])('is escaped nowhere without need: %s', (text) => {
    expect(inlineText(text)).toBe(text);
    expect(lineOfText(text)).toBe(text);
  });

  it.each([
    ['24. november', '24\\. november'],
    ['- Det er feil', '\\- Det er feil'],
    ['# ord', '\\# ord'],
    ['#ord', '#ord'],
    ['*ord*', '\\*ord\\*'],
    ['_ord_', '\\_ord\\_'],
    ['[a](b)', '\\[a](b)'],
    ['<b> &amp; a\\*', '\\<b> \\&amp; a\\\\\\*'],
    ['10^6^', '10\\^6\\^'],
    ['{++a++}', '\\{++a++}'],
  ])('is escaped where it would be taken for something: %s', (text, expected) => {
    expect(lineOfText(text)).toBe(expected);
  });

  const sign = fc.constantFrom(
    ...'*_`~[]()<>#+-=|!&{}^\\.:/;"\'1a å\u00A0',
    'https://a.no/',
    'www.',
    '&amp;',
    '24. ',
    '  ',
  );
  const text = fc.array(sign, { minLength: 1, maxLength: 14 }).map((signs) => signs.join(''));
  const same = (value: string): string => value.replace(/\s+/g, ' ').trim();

  it.each([
    ['in a line', (value: string) => `a ${inlineText(value)} b`, (value: string) => `a ${value} b`],
    ['in a quotation', (value: string) => `> ${lineOfText(value)}`, (value: string) => value],
    ['in a list', (value: string) => `- ${lineOfText(value)}`, (value: string) => value],
    ['in a heading', (value: string) => `# Tittel: ${headingText(value)}`, (value: string) => `Tittel: ${value}`],
    [
      'in bold',
      (value: string) => `- **a${inlineText(value)}b**: c`,
      (value: string) => `a${value.replace(/^ +| +$/g, '')}b: c`,
    ],
  ])('says the same once it is shown %s', (_, put, expected) => {
    fc.assert(
      fc.property(text, (value) => {
        fc.pre(value.trim() !== '');
        expect(shown(put(value))).toBe(same(expected(value)));
      }),
      { numRuns: Number(process.env['INTAKE_RUNS'] ?? 500) },
    );
  });
});

describe('A rationale in Markdown', () => {
  it('shows HTML as text, keeps addresses and code, and ends what it began', () => {
    expect(rationaleMarkdown('<b>x</b> 5 < 6 <https://a.no> `<b>`')).toBe('\\<b>x\\</b> 5 < 6 <https://a.no> `<b>`');
    expect(rationaleMarkdown('a\n\n```\n<b>')).toBe('a\n\n```\n\\<b>\n```');
    expect(rationaleMarkdown('```\na\n```')).toBe('```\na\n```');
    expect(rationaleMarkdown('~~~~\na')).toBe('~~~~\na\n~~~~');
    expect(rationaleMarkdown('> '.repeat(9_000))).toMatch(/^\\> >/);
  });

  it('hides nothing of the report after it', () => {
    const markdown = renderMarkdown(sampleReport({ rationale: 'Fordi\n\n```' }), undefined);
    expect(shown(markdown)).toContain('Sjekket av Kari Holm, godkjent av Mona Lie 1. desember 2024 kl. 16:20 CET');
  });
});
