import { Composer } from '../composer';
import type { FoundText, FoundThread } from '../found';
import { readHtmlInto } from '../html';
import { LeftOut } from '../left-out';
import { ProblemError } from '../../platform/problem-error';
import { decodeText } from '../decode';
import { verdictsAmong } from './own-comments';
import { readComments, threadsOf, type SeenAt } from './word/comments';
import { StoryReader, type Surroundings } from './word/document';
import { OfficePackage } from './word/package';
import { Numbering } from './word/numbering';
import { readStyles } from './word/styles';
import { childOf, elementsOf, findAll, textOf, type XmlElement } from './word/xml';

/** Documents within documents. */
const deepest = 3;

/**
 * A Word document: headings, paragraphs, quotes, lists, tables, notes and links, with tracked changes as accepted, and
 * its comments as threads. What is left out is named: deleted and hidden text, headers, pictures.
 * @throws ProblemError `broken-file`; `encrypted-file` or `old-word-file` for what is in an OLE container
 */
export function readDocx(bytes: Uint8Array): FoundText {
  refuseOle(bytes);
  const composer = new Composer();
  const leftOut = new LeftOut();
  const ends: (() => FoundThread[])[] = [];
  let text = '';
  readDocument(bytes, composer, leftOut, 0, (end) => ends.push(() => end(text)));
  const composed = composer.finish();
  text = composed.text;
  return { text: { ...composed, dropped: leftOut.list() }, ...verdictsAmong(ends.flatMap((end) => end())) };
}

function readDocument(
  bytes: Uint8Array,
  composer: Composer,
  leftOut: LeftOut,
  depth: number,
  atEnd: (threads: (text: string) => FoundThread[]) => void,
): void {
  const document = OfficePackage.open(bytes);
  const { main } = document;
  const part = (type: string): XmlElement | undefined => {
    const [found] = document.related(main, type);
    return found && document.xml(found.target);
  };
  const comments = readComments(document);
  const seen = new Map<string, SeenAt>();
  const notes: string[] = [];
  const embed = (name: string, chunk: Uint8Array): boolean => {
    if (depth >= deepest) return false;
    if (/\.(?:docx|docm|dotx)$/i.test(name)) readDocument(chunk, composer, leftOut, depth + 1, atEnd);
    else if (/\.(?:x?html?)$/i.test(name)) leftOut.addAll(readHtmlInto(composer, decodeText(chunk)));
    else if (/\.txt$/i.test(name)) {
      for (const line of decodeText(chunk).split(/\r\n?|\n/)) {
        composer.append(line);
        composer.endBlock({ kind: 'paragraph' });
      }
    } else return false;
    return true;
  };
  const body = childOf(document.xml(main), 'w:body');
  const numbering = new Numbering(part('numbering'), body);
  const styles = readStyles(part('styles'));
  const given: Surroundings = { document, styles, numbering, composer, leftOut, seen, notes, embed };
  if (body) new StoryReader(given, main).read(elementsOf(body));
  readNotes(given, main);
  for (const type of ['header', 'footer'])
    for (const { target } of document.related(main, type)) nameHeader(document.xml(target), leftOut, seen);
  atEnd((text) => threadsOf(document, comments, seen, text));
}

/** Each note as a block of its own at the end, after the number that its mark has in the text. */
function readNotes(given: Surroundings, main: string): void {
  const { document, notes, leftOut } = given;
  const parts = ['footnote', 'endnote'].flatMap((kind) =>
    document.related(main, `${kind}s`).map(({ target }) => {
      const all = elementsOf(document.xml(target)).filter(({ name }) => name === `w:${kind}`);
      return { kind, target, byId: new Map(all.map((note) => [`${kind} ${note.attributes['w:id'] ?? ''}`, note])) };
    }),
  );
  // A note may have notes of its own.
  for (let index = 0; index < notes.length; index++) {
    const name = notes[index] ?? '';
    const part = parts.find(({ byId }) => byId.has(name));
    const note = part?.byId.get(name);
    if (!part || !note) continue;
    new StoryReader(given, part.target).read(elementsOf(note), { kind: 'aside' }, `[${index + 1}] `);
  }
  for (const { byId } of parts) {
    for (const [name, note] of byId) {
      const words = [...findAll(note, 'w:t')].map(textOf).join('');
      if (!notes.includes(name) && words.trim() !== '') leftOut.add('other', words);
    }
  }
}

function nameHeader(root: XmlElement, leftOut: LeftOut, seen: Map<string, SeenAt>): void {
  const marks = [...findAll(root, 'v:textpath')].flatMap(({ attributes }) => attributes['string'] ?? []);
  for (const words of marks) leftOut.add('watermark', words);
  const words = [...findAll(root, 'w:t')].map(textOf).join('');
  if (words.trim() !== '') leftOut.add('header', words);
  for (const { attributes } of findAll(root, 'w:commentReference'))
    seen.set(attributes['w:id'] ?? '', { deleted: words.trim(), isLeftOut: true });
}

/**
 * A password turns a DOCX into an OLE container with a stream of this name ([MS-OFFCRYPTO], 2.3.4); a .doc is one of
 * its own.
 */
function refuseOle(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 4 || file.readUInt32BE(0) !== 0xd0cf11e0) return;
  throw new ProblemError(
    file.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted-file' : 'old-word-file',
  );
}
