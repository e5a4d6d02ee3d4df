import { maxTextBytes } from '@belegg/contract';
import { canonicalize } from '@belegg/domain';
import { ProblemError } from '../platform/problem-error';
import { tooLarge } from './refusals';

/** How files begin that are no text, in Latin-1: PDF, ZIP (DOCX), OLE (DOC), RTF, gzip, 7z, RAR, PNG, JPEG, GIF, RIFF, ELF, SQLite. */
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

/**
 * The text of an uploaded file: UTF-8, with or without a byte-order mark, or UTF-16 with one.
 * @param largest bytes of UTF-8
 * @throws ProblemError `empty-text`, `too-large`, `binary`, or `encoding`
 */
export function decodeUpload(bytes: Uint8Array, largest = maxTextBytes): string {
  if (bytes.length === 0) throw new ProblemError('empty-text');
  const begins = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (signatures.some((signature) => begins.startsWith(signature))) throw new ProblemError('binary');
  const utf16 = begins.startsWith('\xFF\xFE') ? 'utf-16le' : begins.startsWith('\xFE\xFF') ? 'utf-16be' : undefined;
  const most = utf16 === undefined ? largest : 2 * largest;
  if (bytes.length > most + 3) throw tooLarge();
  if (utf16 === undefined && bytes.includes(0)) throw new ProblemError('binary');
  try {
    return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError('encoding');
  }
}

/**
 * @throws ProblemError `binary` when more than one character in a hundred is a control character: neither white space
 * nor NUL, which canonical form drops
 */
export function assertNotBinary(content: string): void {
  const found = canonicalize(content).match(controls)?.length ?? 0;
  if (found > content.length * mostControls) throw new ProblemError('binary');
}
