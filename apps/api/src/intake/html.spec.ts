import { canonicalize, CodePointText, isCanonical, type MarkKind } from '@belegg/domain';
import fc from 'fast-check';
import { ProblemError } from '../platform/problem-error';
import { readHtml } from './html';

/** Kind, level where there is one, and text of each block. */
const blocksOf = (html: string): string[] => {
  const { text, blocks } = readHtml(html);
  const points = new CodePointText(text);
  return blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ''}: ${points.slice(start, end)}`);
};
const marksOf = (html: string): string[] => {
  const { text, marks } = readHtml(html);
  const points = new CodePointText(text);
  return marks.map(
    ({ kind, start, end, href }) => `${kind}${href === undefined ? '' : `(${href})`}: ${points.slice(start, end)}`,
  );
};

/** Milliseconds of the processor's time since `start`: a busy machine makes nothing seem slow. */
const spent = (start: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

describe('readHtml', () => {
  it.each<[string, string, string[]]>([
    [
      'headings and paragraphs',
      '<h1>A</h1><p>b</p><h3>C</h3>d',
      ['heading1: A', 'paragraph: b', 'heading3: C', 'paragraph: d'],
    ],
    ['a quote', '<blockquote><p>a</p><p>b</p></blockquote><p>c</p>', ['quote: a', 'quote: b', 'paragraph: c']],
    ['lists', '<ul><li>a<li><p>b</p></ul><ol><li>c</ol>', ['listItem: a', 'listItem: b', 'listItem: c']],
    ['an aside, whatever it holds', '<aside><h2>A</h2><ul><li>b</ul></aside>', ['aside: A', 'aside: b']],
    [
      'a line that points elsewhere',
      '<p>Les også: Noe annet</p><h2>Les også</h2>',
      ['aside: Les også: Noe annet', 'aside: Les også'],
    ],
    ['line ends', '<p>a<br>b<br/><br>c</p>', ['paragraph: a', 'paragraph: b', 'paragraph: c']],
    ['white space', '<p> a\n\t b <b> c </b> d</p>\n <p>\n</p>', ['paragraph: a b c d']],
    ['no-break spaces', '<p>10&nbsp;000</p><p>&nbsp;</p>', ['paragraph: 10\u00A0000']],
    ['preformatted text', '<pre>a  b\r\n\n c</pre>', ['paragraph: a  b', 'paragraph:  c']],
    [
      'a caption',
      '<figure><img src=x><figcaption>Kim i Pyongyang</figcaption></figure>',
      ['paragraph: Kim i Pyongyang'],
    ],
    ['entities', '<p>&lt;b&gt; &amp;amp; &aring;</p>', ['paragraph: <b> &amp; å']],
    ['unclosed elements', '<p>a<p>b<div>c', ['paragraph: a', 'paragraph: b', 'paragraph: c']],
    ['elements closed in the wrong order', '<b><p>a</b></p>c</div>', ['paragraph: a', 'paragraph: c']],
    [
      'a whole document',
      '<!doctype html><html><head><title>T</title><style>p{}</style></head><body><p>a</body></html>',
      ['paragraph: a'],
    ],
    ['unknown elements', '<x-card><p>a <font>b</font></p></x-card>', ['paragraph: a b']],
  ])('reads %s', (_, html, blocks) => {
    expect(blocksOf(html)).toEqual(blocks);
  });

  it.each<[string, string, string[]]>([
    ['strong and em', '<b>a</b> <strong>b</strong> <i>c</i> <em>d</em>', ['strong: a', 'strong: b', 'em: c', 'em: d']],
    ['one within the other', '<b>a <i>b</i></b>', ['strong: a b', 'em: b']],
    ['the same within the same', '<b>a <strong>b</strong> c</b>', ['strong: a b c']],
    ['no white space at the ends', 'a<b> b </b>c', ['strong: b']],
    ['each block anew', '<b><p>a</p><p>b<br>c</p></b>', ['strong: a', 'strong: b', 'strong: c']],
    ['nothing that is empty', '<b></b><i> </i>a', []],
    [
      'links of the web and of mail',
      '<a href="https://a.no/x?y=1&amp;z">a</a> <a href="mailto:a@b.no">b</a>',
      ['link(https://a.no/x?y=1&z): a', 'link(mailto:a@b.no): b'],
    ],
    [
      'a link within a link',
      '<a href="http://a.no">a <a href="http://b.no">b</a> c</a>',
      ['link(http://a.no/): a', 'link(http://b.no/): b'],
    ],
    ['a combining mark outside', '<b>e</b>\u0301x', ['strong: é']],
    ['a combining mark inside', 'e<b>\u0301x</b>', ['strong: x']],
    ['characters of two units', '😀<b>😀a\u030A</b>', ['strong: 😀å']],
  ])('marks %s', (_, html, marks) => {
    expect(marksOf(html)).toEqual(marks);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '&#106;avascript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/relative',
    'about:blank',
    'blob:https://a.no/x',
  ])('follows no link to %j', (href) => {
    expect(marksOf(`<a href="${href}">a</a>`)).toEqual([]);
    expect(blocksOf(`<a href="${href}">a</a>`)).toEqual(['paragraph: a']);
  });

  it.each<[string, string, string[]]>([
    ['images', '<img src=x onerror=alert(1)><picture><img></picture><svg><text>x</text></svg>', ['image']],
    ['what runs', '<script>x</script><noscript>x</noscript>', ['script']],
    ['what is embedded', '<iframe src=x>x</iframe><object>x</object><embed src=x>', ['embed']],
    ['film and sound', '<video>x</video><audio>x</audio>', ['media']],
    ['fields of forms', '<input value=x><select><option>x</select><textarea>x</textarea>', ['form']],
    [
      'struck text',
      '<s>x</s><del>x</del><strike>x</strike><span style="text-decoration: line-through">x</span>',
      ['deleted'],
    ],
    ['hidden text', '<p hidden>x</p><p style="color:red; display: none">x</p><template>x</template>', ['hidden']],
    ['navigation', '<nav>x</nav>', ['navigation']],
    ['what authors note between the lines', '<!-- sjekk tallet -->', ['hidden']],
    [
      'styles and what programs note, of which it says nothing',
      '<style>x</style><!--[if mso]>x<![endif]--><!-- wp:paragraph --><!--StartFragment--><!-- --- --><?xml version="1.0"?>',
      [],
    ],
    [
      'what style sheets hide',
      '<style>/* a */p.x, .y{display:none}</style><p class="a x">x</p><i class=y>x</i>',
      ['hidden'],
    ],
    [
      'what style sheets strike',
      '<style>@import url(x);.c3{text-decoration:line-through}</style><b class=c3>x</b>',
      ['deleted'],
    ],
    ['what Word hides', '<p style="mso-hide:all">x</p>', ['hidden']],
  ])('leaves out %s', (_, html, kinds) => {
    const { text, dropped } = readHtml(`<p>a</p>${html}<p>b</p>`);
    expect(text).toBe('a\nb');
    expect(dropped.map(({ kind }) => kind)).toEqual(kinds);
  });

  it.each([
    [
      'by a style',
      '10<span style="vertical-align: super">6</span>, CO<span style="vertical-align:sub">2</span>',
      '10⁶, CO₂',
    ],
    ['by a style sheet', '<style>.c2{font-size:60%;vertical-align:super}</style>10<span class="c1 c2">6</span>', '10⁶'],
    [
      'not by rules for print alone',
      '<style>@media print{.c2{vertical-align:super}}</style>1<span class=c2>2</span>',
      '12',
    ],
    ['on a list of one', '<ol start="24"><li>november kom han.</li></ol>', '24. november kom han.'],
    ['before a month', '<ol><li>mai er fri.</ol>', '1. mai er fri.'],
    ['on an item', '<ol><li value=1814><p>Grunnloven.</p></li></ol>', '1814. Grunnloven.'],
    ['no place in a list', '<ol start="2"><li>To<li>Tre</ol><ol><li>Alene</ol>', 'To\nTre\nAlene'],
  ])('keeps figures what they are: %s', (_, html, expected) => {
    expect(readHtml(html).text).toBe(expected);
  });

  it('names the page within a frame, and what an abbreviation stands for', () => {
    const { text, dropped } = readHtml(
      '<p><abbr title="Norges Bank">NB</abbr></p><iframe title="Kart" srcdoc="&lt;p&gt;Inni&lt;/p&gt;"></iframe>',
    );
    expect(text).toBe('NB');
    expect(dropped.map(({ sample }) => sample)).toEqual(['Norges Bank', 'Kart Inni']);
  });

  const mebibyte = 1024 * 1024;
  const fill = (part: string, end = ''): string => part.repeat(Math.floor(mebibyte / (part.length + end.length))) + end;
  it.each([
    ['<div>', 'div'],
    ['<b>', 'b'],
    ['<ul><li>', 'li'],
    ['<table><tr><td>', 'table'],
    ['<svg>', 'svg'],
    ['<p>a', 'p'],
    ['<br>', 'br'],
    ['</div>', 'close'],
    ['<b></i>', 'mixed'],
    ['<', 'less'],
    ['&', 'ampersand'],
    ['&amp;', 'entities'],
    ['<!--', 'comment'],
    ['<script>', 'script'],
    ['<a x=y ', 'attributes'],
    ['<a href="http://a.no">x</a>', 'links'],
    ['<a href=http://a.no>x', 'open links'],
    ['<pre>\n', 'pre'],
    ['\n', 'lines'],
    ['a ', 'words'],
    ['\u0301', 'marks'],
    ['<b>\u0301', 'mark in mark'],
    ['<b>a</b>\u0301', 'mark after mark'],
  ])('reads a mebibyte of %s quickly, without overflowing the stack', (part) => {
    const before = process.cpuUsage();
    try {
      readHtml(fill(part));
    } catch (error) {
      expect(error).toBeInstanceOf(ProblemError);
    }
    expect(spent(before)).toBeLessThan(4_000);
  });

  const word = fc
    .string({
      unit: fc.constantFrom('a', 'Å', 'e\u0301', '😀', '👨‍👩‍👧', 'ㄱ', '\u1112\u1161\u11AB', '<', '&', '"', '\u00A0', '.'),
      minLength: 1,
      maxLength: 6,
    })
    .map((raw) => canonicalize(raw))
    .filter((raw) => raw.trim() !== '');
  const mark = fc.constantFrom<{ kind: MarkKind; tag: string; href?: string }>(
    { kind: 'strong', tag: 'b' },
    { kind: 'strong', tag: 'strong' },
    { kind: 'em', tag: 'i' },
    { kind: 'em', tag: 'em' },
    { kind: 'link', tag: 'a', href: 'https://a.no/b?c=d&e' },
  );
  const run = fc.record({ word, mark: fc.option(mark) });
  const block = fc.record({
    style: fc.constantFrom('p', 'h2', 'li', 'aside', 'blockquote'),
    runs: fc.array(run, { minLength: 1, maxLength: 6 }),
  });
  const escape = (raw: string) => raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const space = fc.constantFrom(' ', '\n', ' \t\r\n ');

  it('gives back the blocks and marks that HTML was made from, in canonical or decomposed form', () => {
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 6 }),
        space,
        fc.constantFrom('NFC', 'NFD'),
        (blocks, gap, form) => {
          const html = blocks
            .map(
              ({ style, runs }) =>
                `<${style}>${runs
                  .map(({ word: said, mark: as }) => {
                    const inner = escape(said).normalize(form);
                    return as ? `<${as.tag}${as.href ? ` href="${escape(as.href)}"` : ''}>${inner}</${as.tag}>` : inner;
                  })
                  .join(gap)}</${style}>`,
            )
            .join(gap);
          const { text, blocks: found, marks } = readHtml(html);
          const kinds = { p: 'paragraph', h2: 'heading', li: 'listItem', aside: 'aside', blockquote: 'quote' };
          expect(isCanonical(text)).toBe(true);
          expect(text).toBe(blocks.map(({ runs }) => runs.map(({ word: said }) => said).join(' ')).join('\n'));
          expect(found.map(({ kind }) => kind)).toEqual(blocks.map(({ style }) => kinds[style]));
          const points = new CodePointText(text);
          const wanted = blocks.flatMap(({ runs }) => runs).filter(({ mark: as }) => as !== null);
          expect(marks.map(({ kind, start, end, href }) => [kind, points.slice(start, end), href])).toEqual(
            wanted.map(({ word: said, mark: as }) => [as?.kind, said, as?.href]),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
