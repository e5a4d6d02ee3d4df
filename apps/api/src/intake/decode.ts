import { maxTextBytes } from '@belegg/contract';
import { canonicalize } from '@belegg/domain';
import { ProblemError } from '../platform/problem-error';
import { tooLarge } from './refusals';

/**
 * How files begin that are no text, in Latin-1: PDF, ZIP (DOCX), OLE (DOC), RTF, gzip, 7z, RAR, PNG, JPEG, GIF, RIFF,
 * ELF, SQLite.
 */
const signatures = [
  '%PDF-',
  'PK\x03\x04',
  'PK\x05\x06',
  '\xD0\xCF\x11\xE0',
  '{\\rtf',
  '\x1F\x8B',
  '7z\xBC\xAF',
  'Rar!\x1A',
  '\x89PNG',
  '\xFF\xD8\xFF',
  'GIF8',
  'RIFF',
  '\x7FELF',
  'SQLite format 3\0',
];

const controls = /[^\P{Cc}\s]/gu;
/** A stray control character comes along when one pastes from a word processor; a file of them is no text. */
const mostControls = 0.01;

/** What a page (HTML Standard, 13.2.3.2) or an XML file says of its own encoding, in its first bytes. */
const declaration =
  /<meta[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w-]+)|^\s*<\?xml[^>]{0,100}?\bencoding\s*=\s*["']([\w-]+)/i;

/**
 * The text of an uploaded file: by its byte-order mark, by what it declares, as UTF-8, or else as Windows-1252, in
 * which every byte is something: the preview shows whether it was that.
 * @param largest bytes of UTF-8
 * @throws ProblemError `empty-text`, `too-large`, or `binary`
 */
export function decodeUpload(bytes: Uint8Array, largest = maxTextBytes): string {
  if (bytes.length === 0) throw new ProblemError('empty-text');
  const begins = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (signatures.some((signature) => begins.startsWith(signature))) throw new ProblemError('binary');
  const isUtf16 = begins.startsWith('\xFF\xFE') || begins.startsWith('\xFE\xFF');
  if (bytes.length > (isUtf16 ? 2 * largest : largest) + 3) throw tooLarge();
  if (!isUtf16 && bytes.includes(0)) throw new ProblemError('binary');
  return decodeText(bytes);
}

/** As `decodeUpload`, whatever the bytes are. @param said the encoding, where something outside says it */
export function decodeText(bytes: Uint8Array, said?: string): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes);
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  const begins = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const [, meta, xml] = declaration.exec(begins) ?? [];
  const declared = hasMark ? undefined : (said ?? meta ?? xml);
  // A declaration in bytes that can be read is not UTF-16, whatever it says.
  const encoding = declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared;
  for (const label of [encoding, 'utf-8']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // No encoding that there is, or bytes that it does not have.
    }
  }
  return decodeAs('windows-1252', bytes);
}

const decodeAs = (label: string, bytes: Uint8Array): string => new TextDecoder(label).decode(bytes);

/**
 * @throws ProblemError `binary` when more than one character in a hundred is a control character: neither white space
 * nor NUL, which canonical form drops
 */
export function assertNotBinary(content: string): void {
  const found = canonicalize(content).match(controls)?.length ?? 0;
  if (found > content.length * mostControls) throw new ProblemError('binary');
}
