import { maxTextBytes } from '@belegg/contract';
import { ProblemError } from '../platform/problem-error';
import { decodeUpload } from './decode';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('decodeUpload', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from('Blåbær 😀')],
    ['UTF-8 with a byte-order mark', Buffer.from('\uFEFFBlåbær 😀')],
    ['UTF-16 of little end with a byte-order mark', Buffer.from('\uFEFFBlåbær 😀', 'utf16le')],
    ['UTF-16 of big end with a byte-order mark', utf16be('\uFEFFBlåbær 😀')],
  ])('reads %s', (_, bytes) => {
    expect(decodeUpload(bytes)).toBe('Blåbær 😀');
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', Buffer.alloc(0), 'empty-text'],
    ['a picture', latin1('\x89PNG\r\n\x1A\n'), 'binary'],
    ['a PDF', latin1('%PDF-1.7 abc'), 'binary'],
    ['a DOCX', latin1('PK\x03\x04abc'), 'binary'],
    ['RTF', latin1('{\\rtf1\\ansi abc}'), 'binary'],
    ['NUL bytes', latin1('abc\0def'), 'binary'],
    ['UTF-16 without a byte-order mark', Buffer.from('abc', 'utf16le'), 'binary'],
    ['Latin-1', latin1('Bl\xE5b\xE6r'), 'encoding'],
    ['half a character', Buffer.from('Blå').subarray(0, 3), 'encoding'],
    ['an overlong form', latin1('\xC0\xAF'), 'encoding'],
    ['a surrogate in UTF-8', latin1('\xED\xA0\x80'), 'encoding'],
    ['half a pair in UTF-16', latin1('\xFF\xFE\x3D\xD8'), 'encoding'],
    ['more than the limit', Buffer.alloc(maxTextBytes + 4, 'a'), 'too-large'],
  ])('refuses %s', (_, bytes, code) => {
    expect(() => decodeUpload(bytes)).toThrow(new ProblemError(code as ProblemError['code']));
  });
});
