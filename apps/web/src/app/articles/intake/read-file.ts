import { maxTextBytes } from '@belegg/contract';

/** Why a file could not be read as text. */
export class UnreadableFile extends Error {
  constructor(readonly reason: 'tooLarge' | 'notText') {
    super(reason);
  }
}

/** The text of a file in UTF-8, or in UTF-16 where it begins with a byte order mark. Anything else is refused, not guessed. */
export async function readFile(file: File): Promise<string> {
  if (file.size > maxTextBytes) throw new UnreadableFile('tooLarge');
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    if (text.includes('\0')) throw new UnreadableFile('notText');
    return text;
  } catch {
    throw new UnreadableFile('notText');
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
