import { decodeText } from '../decode';
import { noDrafts, type FoundText } from '../found';
import { readHtml } from '../html';
import { LeftOut } from '../left-out';
import { brokenFile } from '../refusals';
import { isPage } from './is-page';
import { readPage } from './page';

/** Parts within parts, and parts in all. */
const deepest = 5;
const mostParts = 5_000;

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  /** In Latin-1, so that each character is a byte. */
  readonly body: string;
}

/**
 * A page with what it needs in one file (MHTML, RFC 2557): its root is read as a saved page, in the encoding that its
 * part names. Other pages in it, as of frames, are named.
 * @throws ProblemError `broken-file` when it holds no page
 */
export function readMhtml(bytes: Uint8Array): FoundText {
  const file = partOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  const pages = leavesOf(file, 0).filter((part) => /^(?:text\/html|application\/xhtml\+xml)/i.test(typeOf(part)));
  const start = parameterOf(file, 'start');
  const root = pages.find(({ headers }) => start !== undefined && headers.get('content-id') === start) ?? pages[0];
  if (!root) throw brokenFile();
  const html = htmlOf(root);
  const found = isPage(html) ? readPage(html) : { ...noDrafts, text: readHtml(html) };
  const leftOut = new LeftOut();
  leftOut.addAll(found.text.dropped);
  for (const page of pages) if (page !== root) leftOut.add('embed', readHtml(htmlOf(page)).text);
  return { ...found, text: { ...found.text, dropped: leftOut.list() } };
}

const typeOf = ({ headers }: Part): string => headers.get('content-type') ?? 'text/plain';

function parameterOf(part: Part, name: string): string | undefined {
  const [, quoted, plain] = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(typeOf(part)) ?? [];
  return quoted ?? plain;
}

/** Headers (RFC 5322), those that go on in a further line as one, and what comes after the first empty line. */
function partOf(raw: string): Part {
  const end = /\r?\n\r?\n/.exec(raw);
  const head = raw.slice(0, end?.index ?? raw.length).replace(/\r?\n[ \t]+/g, ' ');
  const headers = head.split(/\r?\n/).flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
  });
  return { headers: new Map(headers), body: end ? raw.slice(end.index + end[0].length) : '' };
}

function leavesOf(part: Part, depth: number): readonly Part[] {
  const boundary = parameterOf(part, 'boundary');
  if (!/^multipart\//i.test(typeOf(part)) || boundary === undefined || depth >= deepest) return [part];
  const [, ...parts] = `\n${part.body}`.split(`\n--${boundary}`);
  return parts
    .slice(0, mostParts)
    .filter((one) => !one.startsWith('--'))
    .flatMap((one) => leavesOf(partOf(one.replace(/^[^\n]*\n/, '').replace(/\r$/, '')), depth + 1));
}

function htmlOf(part: Part): string {
  return decodeText(decoded(part), parameterOf(part, 'charset'));
}

function decoded({ headers, body }: Part): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const said = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(said, 'latin1');
}
