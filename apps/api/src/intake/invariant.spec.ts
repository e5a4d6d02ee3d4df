import fc from 'fast-check';
import { canonicalize } from '@belegg/domain';
import type { FormattedText } from './html';
import { readHtml } from './html';
import { readText } from './intake';
import { readDocx } from './formats/docx';
import { docx, p, r } from './formats/word/test/docx';

/** A word that stands nowhere else, so that it can be looked for. */
const word = fc.integer({ min: 0, max: 10_000_000 }).map((number) => `ord${number}x`);
/** Content as markup, with the words that stand in it. */
interface Made {
  readonly markup: string;
  readonly words: readonly string[];
}
const joined = (parts: readonly Made[], between = ' '): Made => ({
  markup: parts.map(({ markup }) => markup).join(between),
  words: parts.flatMap(({ words }) => words),
});
const wrapped =
  (wrap: (inner: string) => string) =>
  (made: Made): Made => ({ ...made, markup: wrap(made.markup) });

/**
 * The words of a document that are neither in its text nor named. Samples are short, so that small documents are made.
 */
const lostOf = ({ text, dropped }: FormattedText, words: readonly string[]): string[] => {
  const all = `${text}\n${dropped.map(({ sample }) => sample).join('\n')}`;
  return words.filter((one) => !all.includes(canonicalize(one)));
};

describe('Every word is in the text or is named', () => {
  const runs = { numRuns: Number(process.env['INTAKE_RUNS'] ?? 300) };

  it('of HTML, whatever element it stands in', () => {
    const leaf = word.map((one): Made => ({ markup: one, words: [one] }));
    const inline =
      `a abbr b bdi bdo big cite code data dfn em font i ins kbd label mark q s samp small span strike strong
      sub sup tt u var del time x-card`.split(/\s+/);
    const block =
      `address article aside blockquote button center dd details div dl dt fieldset figcaption figure footer form
      h1 h3 h6 header hgroup legend li main menu nav ol p pre section summary table td th tr tbody ul caption noscript
      template textarea select option iframe object video audio svg math`.split(/\s+/);
    const attribute = fc.constantFrom(
      '',
      '',
      '',
      ' hidden',
      ' style="display:none"',
      ' style="text-decoration:line-through"',
    );
    const element = (names: readonly string[], inner: fc.Arbitrary<Made>) =>
      fc
        .tuple(fc.constantFrom(...names), attribute, fc.array(inner, { minLength: 1, maxLength: 2 }))
        .map(([name, attributes, parts]) =>
          wrapped((markup) => `<${name}${attributes}>${markup}</${name}>`)(joined(parts)),
        );
    const { made } = fc.letrec<{ made: Made; line: Made }>((tie) => ({
      line: fc.oneof({ maxDepth: 2 }, leaf, element(inline, tie('line'))),
      made: fc.oneof({ maxDepth: 3 }, tie('line'), element(block, tie('made'))),
    }));
    fc.assert(
      fc.property(
        fc.array(made, { minLength: 1, maxLength: 2 }).map((parts) => joined(parts)),
        ({ markup, words }) => {
          fc.pre(words.length <= 6);
          expect(lostOf(readHtml(markup), words)).toEqual([]);
        },
      ),
      runs,
    );
  });

  it('of Word documents, whatever element it stands in', () => {
    const inRun = fc.tuple(
      word,
      fc.constantFrom(
        '',
        '<w:b/>',
        '<w:vanish/>',
        '<w:strike/>',
        '<w:dstrike/>',
        '<w:vertAlign w:val="superscript"/>',
        '<w:rtl/>',
      ),
    );
    const run = inRun.map(([one, look]): Made => ({ markup: r(one, look), words: [one] }));
    const wraps: readonly ((inner: string) => string)[] = [
      (inner) => `<w:ins w:id="1" w:author="a">${inner}</w:ins>`,
      (inner) =>
        `<w:del w:id="1" w:author="a">${inner.replaceAll('w:t>', 'w:delText>').replaceAll('<w:t ', '<w:delText ')}</w:del>`,
      (inner) => `<w:moveFrom w:id="1" w:author="a">${inner}</w:moveFrom>`,
      (inner) => `<w:moveTo w:id="1" w:author="a">${inner}</w:moveTo>`,
      (inner) => `<w:hyperlink w:anchor="x">${inner}</w:hyperlink>`,
      (inner) => `<w:fldSimple w:instr=" DATE ">${inner}</w:fldSimple>`,
      (inner) => `<w:smartTag w:element="x">${inner}</w:smartTag>`,
      (inner) => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`,
      (inner) => `<w:bdo w:val="rtl">${inner}</w:bdo>`,
      (inner) => `<w:dir w:val="rtl">${inner}</w:dir>`,
      (inner) => `<w:customXml w:element="x">${inner}</w:customXml>`,
      (inner) => `<x:unknown xmlns:x="urn:x">${inner}</x:unknown>`,
      (inner) => `<w:r><w:ruby><w:rt>${inner}</w:rt><w:rubyBase>${r('x')}</w:rubyBase></w:ruby></w:r>`,
      (inner) =>
        `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${p(inner)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
      (inner) =>
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${inner}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      (inner) =>
        `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x">${inner}</mc:Choice><mc:Fallback>${inner}</mc:Fallback></mc:AlternateContent>`,
    ];
    const equation = word.map((one): Made => ({
      markup: `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:sSup><m:e><m:r><m:t>${one}</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>`,
      words: [one],
    }));
    const tables: readonly ((cells: readonly string[]) => string)[] = [
      ([one = '', two = '']) => `<w:tbl><w:tr><w:tc>${p(one)}</w:tc><w:tc>${p(two)}</w:tc></w:tr></w:tbl>`,
      ([one = '', two = '']) => `<w:tbl><w:tr><w:tc>${p(one)}${p(two)}</w:tc></w:tr></w:tbl>`,
      ([one = '', two = '']) =>
        `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>${p(one)}</w:tc><w:tc>${p(two)}</w:tc></w:tr><w:tr><w:tc>${p(r('a'))}</w:tc><w:tc>${p(r('b'))}</w:tc></w:tr></w:tbl>`,
    ];
    const { made } = fc.letrec<{ made: Made; line: Made }>((tie) => ({
      line: fc.oneof(
        { maxDepth: 3 },
        run,
        equation,
        fc.tuple(fc.constantFrom(...wraps), tie('line')).map(([wrap, inner]) => wrapped(wrap)(inner)),
      ),
      made: fc.oneof(
        { maxDepth: 2 },
        tie('line').map(wrapped((inner) => p(inner))),
        fc.tuple(fc.constantFrom(...tables), tie('line'), tie('line')).map(([wrap, one, two]) => ({
          markup: wrap([one.markup, two.markup]),
          words: [...one.words, ...two.words],
        })),
      ),
    }));
    fc.assert(
      fc.property(fc.array(made, { minLength: 1, maxLength: 3 }), (parts) => {
        const { markup, words } = joined(parts, '');
        const { text } = readDocx(docx(markup));
        expect(lostOf(text, words)).toEqual([]);
      }),
      runs,
    );
  });

  it('of Markdown, whatever sign it stands between', () => {
    const wraps: readonly ((inner: string) => string)[] = [
      ...['*', '**', '_', '~~', '~', '^', '`', '==', '"', '$'].map((sign) => (inner: string) => sign + inner + sign),
      (inner) => `[${inner}](https://a.no "tittel")`,
      (inner) => `![${inner}](a.png)`,
      (inner) => `[${inner}][1]`,
      (inner) => `<${inner}>`,
      (inner) => `<b>${inner}</b>`,
      (inner) => `<span hidden>${inner}</span>`,
      (inner) => `{--${inner}--}`,
      (inner) => `{++${inner}++}`,
      (inner) => `{~~${inner}~>y~~}`,
      (inner) => `{>>${inner}<<}`,
      (inner) => `^[${inner}]`,
      (inner) => `<!-- ${inner} -->`,
      (inner) => `5*${inner}*6`,
      (inner) => `H~${inner}~`,
    ];
    const blocks: readonly ((inner: string) => string)[] = [
      ...['', '# ', '> ', '- ', '* ', '1. ', '24. ', '- [ ] ', '    ', ': ', '[^1]: ', '[x]: ', '% ', '!!! '].map(
        (sign) => (inner: string) => sign + inner,
      ),
      (inner) => '```\n' + inner + '\n```',
      (inner) => `| ${inner} | b |\n|---|---|\n| c | d |`,
      (inner) => `| a | b |\n|---|---|\n| c | ${inner} |`,
      (inner) => `---\nkey: ${inner}\n---`,
      (inner) => `<div>${inner}</div>`,
      (inner) => `${inner}\n===`,
      (inner) => `<details><summary>${inner}</summary>\n\nx\n\n</details>`,
    ];
    const { line } = fc.letrec<{ line: Made }>((tie) => ({
      line: fc.oneof(
        { maxDepth: 3 },
        word.map((one): Made => ({ markup: one, words: [one] })),
        fc.tuple(fc.constantFrom(...wraps), tie('line')).map(([wrap, inner]) => wrapped(wrap)(inner)),
      ),
    }));
    const block = fc
      .tuple(fc.constantFrom(...blocks), fc.array(line, { minLength: 1, maxLength: 2 }))
      .map(([wrap, parts]) => wrapped(wrap)(joined(parts)));
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (parts) => {
        const { markup, words } = joined(parts, '\n\n');
        fc.pre(words.length <= 6);
        expect(lostOf(readText({ format: 'markdown', content: markup }), words)).toEqual([]);
      }),
      runs,
    );
  });
});
