import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { inflateRawSync } from 'node:zlib';

/**
 * All that is written in a file, for looking for what must not be there: a ZIP's entries and their names, a PDF's text
 * and metadata.
 */
export async function everythingIn(bytes: Buffer): Promise<string> {
  const raw = bytes.toString('latin1');
  if (raw.startsWith('PK')) return `${raw}${zipEntries(bytes).join('')}`;
  if (raw.startsWith('%PDF')) return `${raw}${await pdfContent(bytes)}`;
  return bytes.toString('utf8');
}

/** Through the central directory (APPNOTE.TXT 4.3.12), since sizes may be missing in the local headers. */
function zipEntries(bytes: Buffer): string[] {
  const entries: string[] = [];
  for (
    let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    const size = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + size);
    entries.push((bytes.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)).toString('utf8'));
  }
  return entries;
}

async function pdfContent(bytes: Buffer): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(document, { mergePages: true });
  return `${text}${JSON.stringify(await getMeta(document))}`;
}
