type Signature = readonly [mediaType: string, offset: number, bytes: string];

/** What files of a type begin with, in Latin-1. Archives are archives, whatever a program makes of them. */
const signatures: readonly Signature[] = [
  ['application/pdf', 0, '%PDF-'],
  ['image/png', 0, '\x89PNG\r\n\x1A\n'],
  ['image/jpeg', 0, '\xFF\xD8\xFF'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/webp', 8, 'WEBP'],
  ['image/tiff', 0, 'II*\0'],
  ['image/tiff', 0, 'MM\0*'],
  ['audio/wav', 8, 'WAVE'],
  ['audio/mpeg', 0, 'ID3'],
  ['audio/ogg', 0, 'OggS'],
  ['audio/flac', 0, 'fLaC'],
  ['video/mp4', 4, 'ftyp'],
  ['video/webm', 0, '\x1AE\xDF\xA3'],
  ['application/zip', 0, 'PK\x03\x04'],
  ['application/gzip', 0, '\x1F\x8B'],
];

/**
 * The media type that a file is served with, from its first bytes and never from what its sender says. Text of every
 * kind is plain text, so that no browser runs markup; what is not known is just bytes.
 */
export function sniffMediaType(beginning: Uint8Array): string {
  const head = Buffer.from(beginning.buffer, beginning.byteOffset, beginning.byteLength).toString('latin1');
  const known = signatures.find(([, offset, bytes]) => head.startsWith(bytes, offset));
  if (known) return known[0];
  return isText(beginning) ? 'text/plain; charset=utf-8' : 'application/octet-stream';
}

function isText(beginning: Uint8Array): boolean {
  try {
    // The last character may be cut in two.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(beginning, { stream: true });
    return !/[^\P{Cc}\t-\r\x85]/u.test(text);
  } catch {
    return false;
  }
}
