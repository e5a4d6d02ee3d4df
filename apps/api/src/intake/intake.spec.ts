import { maxSentences, maxTextBytes } from '@belegg/contract';
import { canonicalize, CodePointText, isCanonical } from '@belegg/domain';
import fc from 'fast-check';
import { ProblemError } from '../platform/problem-error';
import { takeIn } from './intake';

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof ProblemError ? error.code : String(error);
  }
  return 'none';
};
const text = (content: string) => takeIn({ format: 'text', content });

/** Milliseconds of the processor's time since `start`: a busy machine makes nothing seem slow. */
const spent = (start: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

describe('takeIn', () => {
  it('gives plain text back exactly as it was sent, when it is canonical', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const content = canonicalize(`${a}x\n\n  ${b} \n`).replace(/[\v\f\u0085\u2028\u2029]/g, '');
        expect(text(content).text).toBe(content);
      }),
    );
  });

  it('drops a NUL, a byte-order mark and soft hyphens, and ends lines with LF', () => {
    expect(text('\uFEFFRe\u00ADgjering\u0000en\r\nsa a\u030A.\r').text).toBe('Regjeringen\nsa å.\n');
  });

  it('finds blocks, sentences, language, hash and the first heading of plain text', () => {
    const found = text('Nord-Korea sendte soldater\nHan sa det på mandag. Det var ikke sant.\n');
    expect(found.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph']);
    expect(found.sentences).toHaveLength(3);
    expect(found.title).toBe('Nord-Korea sendte soldater');
    expect(found.language).toBe('nb');
    expect(text('abc').sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it.each([
    ['its first line', 'text', 'En setning, og ikke mer.', 'En setning, og ikke mer.'],
    [
      'its first line, not a later subhead',
      'text',
      'Kim lovet støtte i går.\nAvtalen\nDen er lang, og den ble skrevet i går.\n',
      'Kim lovet støtte i går.',
    ],
    [
      'the first sentence of a long line',
      'text',
      `Kim lovet støtte. ${'Den er lang. '.repeat(20)}`,
      'Kim lovet støtte.',
    ],
    [
      'its one headline, below a kicker',
      'html',
      '<p>Nyheter</p><h1>Broen åpner</h1><h2>Bil</h2><p>Den er ny.</p>',
      'Broen åpner',
    ],
    ['no subhead of HTML', 'html', '<p>Broen åpner i dag.</p><h2>Bil</h2><p>Den er ny.</p>', 'Broen åpner i dag.'],
    [
      'no later headline of several',
      'html',
      '<p>Broen åpner i dag.</p><h1>A</h1><p>b</p><h1>B</h1>',
      'Broen åpner i dag.',
    ],
    [
      'what front matter says',
      'markdown',
      '---\ntitle: "Broen: åpner"\ntags:\n  - a\n---\n\nDen er ny.',
      'Broen: åpner',
    ],
  ] as const)('takes for a title %s', (_, format, content, title) => {
    expect(takeIn({ format, content }).title).toBe(title);
  });

  it('ends lines where Unicode does', () => {
    expect(text('a\u2028b\u2029c\u0085d\ve\ff').text).toBe('a\nb\nc\nd\ne\nf');
    expect(takeIn({ format: 'html', content: '<p>a\u2028b</p>' }).text).toBe('a b');
  });

  it.each([
    ['nothing', '', 'empty-text'],
    ['white space', ' \n\t\u00A0\n', 'empty-text'],
    ['NULs alone', '\0\0\0', 'empty-text'],
    ['control characters', 'PNG\x01\x02\x03\x1A', 'binary'],
    ['a byte too many', 'a'.repeat(maxTextBytes + 1), 'too-large'],
    ['two-byte letters beyond the limit', 'å'.repeat(maxTextBytes / 2 + 1), 'too-large'],
    ['a sentence too many', 'Ja. '.repeat(maxSentences + 1), 'too-many-sentences'],
    ['a line too many', 'a\n'.repeat(maxSentences + 1), 'too-many-sentences'],
  ])('refuses %s', (_, content, code) => {
    expect(codeOf(() => text(content))).toBe(code);
  });

  it('refuses a text that grows beyond the limit in canonical form', () => {
    expect(codeOf(() => text('\u{1D15E}'.repeat(maxTextBytes / 4)))).toBe('too-large');
  });

  it('refuses HTML that holds no text', () => {
    expect(codeOf(() => takeIn({ format: 'html', content: '<p> &nbsp; <img src=x></p>' }))).toBe('empty-text');
  });

  it('takes a text of just the limits', () => {
    expect(text('Ja. '.repeat(maxSentences)).sentences).toHaveLength(maxSentences);
    expect(text('a'.repeat(maxTextBytes)).text).toHaveLength(maxTextBytes);
  });

  it('lets a stray control character of a word processor pass', () => {
    expect(codeOf(() => text(`Per\x1Flaget ${'ble lagt frem '.repeat(20)}`))).toBe('none');
  });

  it('takes the language it is told', () => {
    expect(takeIn({ format: 'text', content: 'Dette er ikke engelsk.' }, 'en').language).toBe('en');
  });

  it('reads Markdown, with the HTML that stands in it', () => {
    const found = takeIn({
      format: 'markdown',
      content:
        '# Tittel\n\nEn *viktig* [lenke](https://nrk.no/a) og <b>fet</b>.\n\n- en\n- to\n\n> Sitat\n\n![bilde](x.png)\n\n|a|b|\n|-|-|\n|1|2|\n',
    });
    expect(found.text).toBe('Tittel\nEn viktig lenke og fet.\nen\nto\nSitat\na: 1; b: 2');
    expect(found.blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['paragraph', undefined],
      ['listItem', undefined],
      ['listItem', undefined],
      ['quote', undefined],
      ['paragraph', undefined],
    ]);
    const points = new CodePointText(found.text);
    expect(found.marks.map(({ kind, start, end, href }) => [kind, points.slice(start, end), href])).toEqual([
      ['em', 'viktig', undefined],
      ['link', 'lenke', 'https://nrk.no/a'],
      ['strong', 'fet', undefined],
    ]);
    expect(found.dropped.map(({ kind }) => kind)).toEqual(['image']);
    expect(found.title).toBe('Tittel');
  });

  it.each([
    ['quotes', '> '.repeat(20_000)],
    ['asterisks', '*a_'.repeat(100_000)],
    ['brackets', '\\['.repeat(200_000)],
  ])('stops at Markdown made to take for ever: %s', (_, content) => {
    const before = process.cpuUsage();
    expect(['invalid', 'none']).toContain(codeOf(() => takeIn({ format: 'markdown', content: `${content} a` })));
    expect(spent(before)).toBeLessThan(8_000);
  });

  it('gives canonical text whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('text', 'markdown', 'html'), (content, format) => {
        const found = takeIn({ format, content: `${'x '.repeat(1000)}${content}` });
        expect(isCanonical(found.text)).toBe(true);
        expect(found.blocks.every(({ start, end }) => start < end)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
