import type { Fetched } from '../platform/http/outbound';

/** What is fetched of the web, and how its files are called. */
const extensions: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'text/plain': '.txt',
  'application/pdf': '.pdf',
};
export const fetchedTypes = Object.keys(extensions);

/** A fetched page as the file that one would have saved: in UTF-8, whatever the server's encoding. */
export function toFile({ bytes, mediaType, charset, url }: Fetched): { fileName: string; bytes: Uint8Array } {
  const { hostname, pathname } = new URL(url);
  const name = pathname
    .split('/')
    .filter((part) => part !== '')
    .at(-1)
    ?.replace(/\.\w+$/, '');
  return {
    fileName: `${name ?? hostname}${extensions[mediaType] ?? ''}`,
    bytes: mediaType === 'application/pdf' ? bytes : inUtf8(bytes, charset),
  };
}

function inUtf8(bytes: Uint8Array, charset: string | undefined): Uint8Array {
  const said =
    charset ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'))?.[1];
  if (said === undefined) return bytes;
  try {
    return Buffer.from(new TextDecoder(said).decode(bytes));
  } catch {
    return bytes;
  }
}
