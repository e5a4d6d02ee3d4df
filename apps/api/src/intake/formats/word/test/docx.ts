import { strToU8, zipSync, type Zippable } from 'fflate';

const openXml = 'http://schemas.openxmlformats.org';
const office = `${openXml}/officeDocument/2006/relationships`;
const namespaces = `xmlns:w="${openXml}/wordprocessingml/2006/main" xmlns:r="${office}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"`;

/** A paragraph of Word. */
export const p = (inner: string, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inner}</w:p>`;

/** A run of Word. */
export const r = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** Parts beside the body, by the last word of their relationship's type; each the inside of its root. */
export interface Parts {
  readonly comments?: string;
  readonly commentsExtended?: string;
  readonly footnotes?: string;
  readonly header?: string;
  readonly styles?: string;
}

const rootOf: Readonly<Record<keyof Parts, string>> = {
  comments: 'w:comments',
  commentsExtended: 'w15:commentsEx',
  footnotes: 'w:footnotes',
  header: 'w:hdr',
  styles: 'w:styles',
};
const ownStyles =
  '<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Sitat"><w:name w:val="Quote"/></w:style>';

const relationships = (list: readonly (readonly [type: string, target: string])[]) =>
  strToU8(
    `<Relationships xmlns="${openXml}/package/2006/relationships">${list
      .map(
        ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`,
  );

/** A Word document of a body and other parts. @param more parts as they are; those of the same name are exchanged */
export function docx(body: string, parts: Parts = {}, more: Zippable = {}): Uint8Array {
  const all = Object.entries({ styles: ownStyles, ...parts }) as [keyof Parts, string][];
  return zipSync({
    '[Content_Types].xml': strToU8(`<Types xmlns="${openXml}/package/2006/content-types"/>`),
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships(all.map(([name]) => [name, `${name}.xml`])),
    'word/document.xml': strToU8(`<w:document ${namespaces}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(
      all.map(([name, inner]) => [
        `word/${name}.xml`,
        strToU8(`<${rootOf[name]} ${namespaces}>${inner}</${rootOf[name]}>`),
      ]),
    ),
    ...more,
  });
}
