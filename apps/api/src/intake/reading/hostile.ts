import { strToU8, zipSync } from 'fflate';
import { deflateSync } from 'node:zlib';

/** A file that was made to take more time or memory than a reader should give. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const mebibyte = 1024 * 1024;

/** A PDF of these objects, the first of which is its catalogue. */
function pdf(objects: readonly (string | { readonly dictionary: string; readonly stream: Uint8Array })[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  objects.forEach((object, index) => {
    offsets.push(Buffer.concat(parts).length);
    const body =
      typeof object === 'string'
        ? [Buffer.from(object)]
        : [
            Buffer.from(`<<${object.dictionary}/Length ${object.stream.length}>>\nstream\n`),
            Buffer.from(object.stream),
            Buffer.from('\nendstream'),
          ];
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), ...body, Buffer.from('\nendobj\n'));
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = Buffer.concat(parts).length;
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}

const pageOf = (resources: string) => [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<${resources}>>/Contents 4 0 R>>`,
];

/** Forms that draw forms, each the next one ten times. @param levels of them */
export function nestedForms(levels: number): Uint8Array {
  const forms = Array.from({ length: levels }, (_, level) => {
    const isLast = level === levels - 1;
    const inner = isLast ? 'BT /F 12 Tf (Ord) Tj ET' : '/X Do '.repeat(10);
    const resources = isLast ? '/Font<</F 5 0 R>>' : `/XObject<</X ${level + 7} 0 R>>`;
    return {
      dictionary: `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<${resources}>>`,
      stream: Buffer.from(inner),
    };
  });
  return pdf([
    ...pageOf('/XObject<</X 6 0 R>>'),
    { dictionary: '', stream: Buffer.from('/X Do') },
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...forms,
  ]);
}

/** A page whose content was deflated twice, so that a few kilobytes are a gibibyte. */
export function doubleDeflate(bytes: number): Uint8Array {
  const once = deflateSync(Buffer.alloc(bytes, ' '));
  return pdf([...pageOf(''), { dictionary: '/Filter[/FlateDecode/FlateDecode]', stream: deflateSync(once) }]);
}

/** A Word document of so many runs in one paragraph. */
export function manyRuns(count: number): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${relationships}"><Relationship Id="a" Type="${type}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="${main}"><w:body><w:p>${'<w:r/>'.repeat(count)}<w:r><w:t>Ord</w:t></w:r></w:p></w:body></w:document>`,
    ),
  });
}

/** A page of elements within elements. @param size UTF-16 units of the whole */
export function nestedElements(levels: number, size: number): Uint8Array {
  const nest = '<div>'.repeat(levels) + '<p>Et ord, og ett til.</p>' + '</div>'.repeat(levels);
  return Buffer.from(`<!doctype html><html><body>${nest.repeat(Math.ceil(size / nest.length))}</body></html>`);
}

/** A file of each kind that is known to have held up a reader. */
export const hostileFiles = (): readonly HostileFile[] => [
  { name: 'forms.pdf', bytes: nestedForms(12) },
  { name: 'deflated.pdf', bytes: doubleDeflate(1024 * mebibyte) },
  { name: 'runs.docx', bytes: manyRuns(1_000_000) },
  { name: 'levels.html', bytes: nestedElements(490, 4 * mebibyte) },
  { name: 'emphasis.md', bytes: Buffer.from('*a_b'.repeat(mebibyte / 4 - 1)) },
  { name: 'quotes.md', bytes: Buffer.from('> '.repeat(mebibyte / 2 - 1) + 'a') },
  { name: 'brackets.md', bytes: Buffer.from('![['.repeat(mebibyte / 4)) },
  { name: 'tables.html', bytes: Buffer.from('<table><tr><td>'.repeat(60_000)) },
];
