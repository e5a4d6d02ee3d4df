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
    ['Windows-1252, which nothing declares', latin1('Bl\xE5b\xE6r \x96 \x93sitat\x94'), 'Blåbær – “sitat”'],
    ['a declaration', latin1('<meta charset="iso-8859-2"><p>\xB3'), '<meta charset="iso-8859-2"><p>ł'],
    [
      'a declaration in the manner of old',
      latin1('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>\xE4'),
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>д',
    ],
    ['a declaration that is not true', latin1('<meta charset="utf-8">\xE5'), '<meta charset="utf-8">å'],
    ['a declaration of nothing', Buffer.from('<meta charset="x-y">å'), '<meta charset="x-y">å'],
    [
      'an XML declaration',
      latin1('<?xml version="1.0" encoding="ISO-8859-1"?><p>\xE5'),
      '<?xml version="1.0" encoding="ISO-8859-1"?><p>å',
    ],
    ['half a character', Buffer.from('Blå').subarray(0, 3), 'BlÃ'],
    ['half a pair in UTF-16', latin1('\xFF\xFE\x3D\xD8'), '\uFFFD'],
  ])('reads %s', (_, bytes, text) => {
    expect(decodeUpload(bytes)).toBe(text);
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', Buffer.alloc(0), 'empty-text'],
    ['a picture', latin1('\x89PNG\r\n\x1A\n'), 'binary'],
    ['a PDF', latin1('%PDF-1.7 abc'), 'binary'],
    ['a DOCX', latin1('PK\x03\x04abc'), 'binary'],
    ['RTF', latin1('{\\rtf1\\ansi abc}'), 'binary'],
    ['NUL bytes', latin1('abc\0def'), 'binary'],
    ['UTF-16 without a byte-order mark', Buffer.from('abc', 'utf16le'), 'binary'],
    ['more than the limit', Buffer.alloc(maxTextBytes + 4, 'a'), 'too-large'],
  ])('refuses %s', (_, bytes, code) => {
    expect(() => decodeUpload(bytes)).toThrow(new ProblemError(code as ProblemError['code']));
  });
});
