import { TextDecoder } from 'node:util';
import { maxTextBytes } from '@belegg/contract';
import { readFile } from './read-file';

// jsdom has neither, every browser has both.
Object.assign(globalThis, { TextDecoder });
const file = (bytes: Uint8Array, size = bytes.length): File =>
  ({ size, name: 'x', arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer) }) as unknown as File;

describe('readFile', () => {
  it('reads UTF-8, with or without a byte order mark', async () => {
    await expect(readFile(file(Buffer.from('Blåbær', 'utf8')))).resolves.toBe('Blåbær');
    await expect(readFile(file(Buffer.from('\ufeffBlåbær', 'utf8')))).resolves.toBe('Blåbær');
  });

  it('reads UTF-16 that says so', async () => {
    await expect(readFile(file(Buffer.from('\ufeffBlåbær', 'utf16le')))).resolves.toBe('Blåbær');
  });

  it.each([
    ['Latin-1', Buffer.from('Blåbær', 'latin1')],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1])],
    ['zeros', Buffer.from('a\0b')],
  ])('refuses %s instead of guessing', async (_, bytes) => {
    await expect(readFile(file(bytes))).rejects.toMatchObject({ reason: 'notText' });
  });

  it('refuses what is too large before it reads it', async () => {
    await expect(readFile(file(Buffer.from(''), maxTextBytes + 1))).rejects.toMatchObject({ reason: 'tooLarge' });
  });
});
