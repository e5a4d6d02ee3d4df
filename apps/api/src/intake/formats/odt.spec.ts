import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { CodePointText } from '@belegg/domain';
import { ProblemError } from '../../platform/problem-error';
import { readOdt } from './odt';

const namespaces = ['office', 'text', 'table', 'style', 'draw']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
  )
  .join(' ');
const style = (name: string, properties: string) =>
  `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`;
const styles =
  style('B', 'fo:font-weight="bold"') +
  style('S', 'style:text-line-through-style="solid"') +
  style('H', 'text:display="none"') +
  style('U', 'style:text-position="super 58%"');

const odt = (body: string, more: Record<string, string> = {}): Uint8Array =>
  zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(
      `<office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    ...Object.fromEntries(Object.entries(more).map(([name, inner]) => [name, strToU8(inner)])),
  });
const span = (name: string, inner: string) => `<text:span text:style-name="${name}">${inner}</text:span>`;
const p = (inner: string) => `<text:p>${inner}</text:p>`;
const blocksOf = (body: string): string[] => {
  const { text, blocks } = readOdt(odt(body)).text;
  const points = new CodePointText(text);
  return blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ''}: ${points.slice(start, end)}`);
};

describe('readOdt', () => {
  it.each<[string, string, string[]]>([
    [
      'headings, paragraphs and lists',
      `<text:h text:outline-level="2">A</text:h>${p('b')}<text:list><text:list-item>${p('c')}</text:list-item></text:list>`,
      ['heading2: A', 'paragraph: b', 'listItem: c'],
    ],
    [
      'spaces, tabs and line ends',
      p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d'),
      ['paragraph: a b c', 'paragraph: d'],
    ],
    ['powers and struck figures', p(`10${span('U', '6')}, ${span('S', '12')}15`), ['paragraph: 10⁶, 15']],
    [
      'notes',
      p(
        `52 000<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('SSB')}</text:note-body></text:note> bor der`,
      ),
      ['paragraph: 52 000[1] bor der', 'aside: [1] SSB'],
    ],
    [
      'text boxes',
      p(`a<draw:frame><draw:text-box>${p('Fakta')}</draw:text-box></draw:frame>b`),
      ['paragraph: ab', 'aside: Fakta'],
    ],
    [
      'tables',
      `<table:table><table:table-header-rows><table:table-row><table:table-cell>${p('')}</table:table-cell><table:table-cell table:number-columns-spanned="2">${p('2023')}</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell>${p('Oslo')}</table:table-cell><table:table-cell>${p('1')}</table:table-cell><table:table-cell>${p('2')}</table:table-cell></table:table-row></table:table>`,
      ['paragraph: Oslo 2023: 1; 2023: 2'],
    ],
  ])('reads %s', (_, body, blocks) => {
    expect(blocksOf(body)).toEqual(blocks);
  });

  it('names what it leaves out, and takes changes as accepted', () => {
    const { text } = readOdt(
      odt(
        `<text:tracked-changes><text:changed-region><text:deletion><dc:creator>Per</dc:creator>${p('borte')}</text:deletion></text:changed-region></text:tracked-changes>${p(`Her${span('H', 'skjult')}<draw:frame><draw:image/></draw:frame>`)}`,
      ),
    );
    expect([text.text, text.dropped]).toEqual([
      'Her',
      [
        { kind: 'deleted', count: 1, sample: 'borte' },
        { kind: 'hidden', count: 1, sample: 'skjult' },
        { kind: 'image', count: 1, sample: '' },
      ],
    ]);
  });

  it('makes comments and their answers threads', () => {
    const comment = (name: string, words: string, more = '') =>
      `<office:annotation office:name="${name}" ${more}><dc:creator>Kari</dc:creator><dc:date>2024-12-01T10:00:00</dc:date>${p(words)}</office:annotation>`;
    const { threads = [] } = readOdt(
      odt(
        p(
          `Kim ${comment('a', 'Sikkert?', 'loext:resolved="true"')}kom${comment('b', 'Ja.', 'loext:parent-name="a"')}<office:annotation-end office:name="a"/> hjem.`,
        ),
      ),
    );
    expect(
      threads.map(({ exact, place, resolved, comments }) => [exact, place, resolved, comments.map(({ text }) => text)]),
    ).toEqual([['kom', 'passage', true, ['Sikkert?', 'Ja.']]]);
  });

  it('refuses what is encrypted or no such document', () => {
    const code = (bytes: Uint8Array) => {
      try {
        return readOdt(bytes).text.text;
      } catch (error) {
        return error instanceof ProblemError ? error.code : String(error);
      }
    };
    expect(code(odt(p('a'), { 'META-INF/manifest.xml': '<m><encryption-data/></m>' }))).toBe('encrypted-file');
    expect(code(zipSync({ 'a.txt': strToU8('a') }))).toBe('broken-file');
  });

  it('loses no word, whatever element it stands in', () => {
    const word = fc.integer({ min: 0, max: 10_000_000 }).map((number) => `ord${number}x`);
    const inline: readonly ((inner: string) => string)[] = [
      ...['B', 'S', 'H', 'U', 'none'].map((name) => (inner: string) => span(name, inner)),
      (inner) => `<text:a xlink:href="https://a.no/">${inner}</text:a>`,
      (inner) => `<text:date>${inner}</text:date>`,
      (inner) => `<text:bookmark-ref>${inner}</text:bookmark-ref>`,
      (inner) => `<text:ruby><text:ruby-base>x</text:ruby-base><text:ruby-text>${inner}</text:ruby-text></text:ruby>`,
      (inner) => `<text:note><text:note-body>${p(inner)}</text:note-body></text:note>`,
      (inner) => `<draw:frame><draw:text-box>${p(inner)}</draw:text-box></draw:frame>`,
      (inner) => `<x:unknown xmlns:x="urn:x">${inner}</x:unknown>`,
    ];
    const block: readonly ((inner: string) => string)[] = [
      p,
      (inner) => `<text:h text:outline-level="3">${inner}</text:h>`,
      (inner) => `<text:list><text:list-item>${p(inner)}</text:list-item></text:list>`,
      (inner) => `<text:section text:display="none">${p(inner)}</text:section>`,
      (inner) => `<text:table-of-content><text:index-body>${p(inner)}</text:index-body></text:table-of-content>`,
      (inner) =>
        `<table:table><table:table-row><table:table-cell>${p(inner)}</table:table-cell><table:table-cell>${p('y')}</table:table-cell></table:table-row></table:table>`,
      (inner) =>
        `<table:table><table:table-header-rows><table:table-row><table:table-cell>${p(inner)}</table:table-cell><table:table-cell>${p('y')}</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell>${p('1')}</table:table-cell><table:table-cell>${p('2')}</table:table-cell></table:table-row></table:table>`,
    ];
    const made = fc
      .tuple(word, fc.array(fc.constantFrom(...inline), { maxLength: 3 }), fc.constantFrom(...block))
      .map(([one, wraps, outer]) => ({ one, markup: outer(wraps.reduce((inner, wrap) => wrap(inner), one)) }));
    fc.assert(
      fc.property(fc.array(made, { minLength: 1, maxLength: 3 }), (parts) => {
        const { text } = readOdt(odt(parts.map(({ markup }) => markup).join('')));
        const all = `${text.text}\n${text.dropped.map(({ sample }) => sample).join('\n')}`;
        expect(parts.filter(({ one }) => !all.includes(one))).toEqual([]);
      }),
      { numRuns: Number(process.env['INTAKE_RUNS'] ?? 300) },
    );
  });
});
