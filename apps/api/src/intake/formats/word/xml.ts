import { SaxesParser } from 'saxes';
import { ProblemError } from '../../../platform/problem-error';
import { brokenFile } from '../../refusals';

/** An element with the short name of its namespace, whatever prefix the file uses: "w:p". */
export interface XmlElement {
  readonly name: string;
  /** By name: with the short name of a namespace where they have one. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Elements of the largest part; an article of the largest size has a third of it. */
const mostElements = 600_000;
const deepest = 1_000;

const openXml = 'http://schemas.openxmlformats.org';
const strict = 'http://purl.oclc.org/ooxml';
/** Short names of namespaces, transitional and strict (ECMA-376), of Word's extensions, and of OpenDocument. */
const shortNames = new Map<string, string>([
  [`${openXml}/wordprocessingml/2006/main`, 'w'],
  [`${strict}/wordprocessingml/main`, 'w'],
  [`${openXml}/officeDocument/2006/math`, 'm'],
  [`${strict}/officeDocument/math`, 'm'],
  [`${openXml}/officeDocument/2006/relationships`, 'r'],
  [`${strict}/officeDocument/relationships`, 'r'],
  [`${openXml}/drawingml/2006/main`, 'a'],
  [`${strict}/drawingml/main`, 'a'],
  [`${openXml}/drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${strict}/drawingml/wordprocessingDrawing`, 'wp'],
  [`${openXml}/drawingml/2006/diagram`, 'dgm'],
  [`${strict}/drawingml/diagram`, 'dgm'],
  [`${openXml}/drawingml/2006/chart`, 'c'],
  [`${strict}/drawingml/chart`, 'c'],
  [`${openXml}/markup-compatibility/2006`, 'mc'],
  [`${openXml}/package/2006/relationships`, 'rel'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['http://schemas.microsoft.com/office/word/2016/wordml/cid', 'w16cid'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ...['office', 'text', 'table', 'style', 'draw', 'presentation'].map(
    (name) => [`urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`, name] as const,
  ),
  ['urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0', 'fo'],
  ['urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0', 'svg'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://www.w3.org/1998/Math/MathML', 'math'],
]);

const nameOf = (uri: string, local: string): string => (uri === '' ? local : `${shortNames.get(uri) ?? '?'}:${local}`);

/**
 * A part of a document as a tree. No document type, so that no entity can grow.
 * @throws ProblemError `broken-file` when it is not well formed, `reading-limit` when it is larger than any text
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const top: { children: (XmlElement | string)[] } = { children: [] };
  const open: { children: (XmlElement | string)[] }[] = [top];
  let count = 0;
  parser.on('doctype', () => {
    throw brokenFile();
  });
  parser.on('error', () => {
    throw brokenFile();
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (++count > mostElements || open.length > deepest) throw new ProblemError('reading-limit');
    const named: Record<string, string> = {};
    for (const attribute of Object.values(attributes)) {
      if (attribute.prefix !== 'xmlns' && attribute.name !== 'xmlns' && !attribute.local.startsWith('rsid'))
        named[nameOf(attribute.uri, attribute.local)] = attribute.value;
    }
    const element = { name: nameOf(uri, local), attributes: named, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  const addText = (text: string) => open.length > 1 && open.at(-1)?.children.push(text);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(new TextDecoder(encodingOf(bytes)).decode(bytes)).close();
  const root = top.children.find((child) => typeof child !== 'string');
  if (!root || typeof root === 'string') throw brokenFile();
  return root;
}

/** OOXML is in UTF-8 or UTF-16 (ECMA-376-2, 8.1.4). */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child): child is XmlElement => typeof child !== 'string');

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element && elementsOf(element).find((child) => child.name === name);

/** All elements of a name, in document order, at any depth. */
export function* findAll(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of elementsOf(element)) {
    if (child.name === name) yield child;
    yield* findAll(child, name);
  }
}

/** All text in it, as it stands in the file. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
