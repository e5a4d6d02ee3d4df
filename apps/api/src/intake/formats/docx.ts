import type { Verdict } from '@belegg/domain';
import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { ProblemError } from '../../platform/problem-error';
import { noDrafts, type Draft, type FoundText } from '../found';
import { readHtml } from '../html';
import { brokenFile } from '../refusals';
import { Archive } from './archive';
import { findRanges, markRanges, mostComments } from './comment-marks';
import { verdictNamed } from './verdict';
import { readComments, type WordComment } from './word-comments';

/** Bytes of one part, inflated; a text of the largest size takes a quarter of it. */
const largestPart = 16 * 1024 * 1024;
const main = 'word/document.xml';

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  'p.IntenseQuote => blockquote > p:fresh',
  'p.Quote => blockquote > p:fresh',
  'comment-reference => !',
];

/**
 * A Word document: headings, paragraphs, quotes, lists and links, and its comments as drafts on their passages. A comment
 * whose first line names a verdict has it, and the rest as its rationale; any other is disputed, in its author's words.
 * @throws ProblemError `broken-file`; `encrypted-file` or `old-word-file` for what is in an OLE container
 */
export async function readDocx(bytes: Uint8Array): Promise<FoundText> {
  refuseOle(bytes);
  const parts = partsOf(Archive.open(bytes));
  const plain = readHtml(await toHtml(parts));
  const comments = readComments(Buffer.from(parts['word/comments.xml'] ?? []).toString('utf8')).slice(0, mostComments);
  if (comments.length === 0) return { ...noDrafts, text: plain };
  const documentXml = markRanges(
    Buffer.from(parts[main] ?? []).toString('utf8'),
    comments.map(({ id }) => id),
  );
  const marked = readHtml(await toHtml({ ...parts, [main]: Buffer.from(documentXml) }));
  const ranges = findRanges(marked.text, plain.text, comments.length);
  const placed = comments.map((comment, index) => ({ comment, range: ranges[index] }));
  return {
    text: plain,
    drafts: placed.flatMap(({ comment, range }): Draft[] =>
      range ? [{ range, ...statementOf(comment), citations: [] }] : [],
    ),
    notFound: placed.flatMap(({ range }) => (range ? [] : [{ exact: '' }])),
  };
}

/** A password turns a DOCX into an OLE container with a stream of this name ([MS-OFFCRYPTO], 2.3.4); a .doc is one of its own. */
function refuseOle(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 4 || file.readUInt32BE(0) !== 0xd0cf11e0) return;
  throw new ProblemError(
    file.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted-file' : 'old-word-file',
  );
}

/** The parts that text can be in. No document type, so that no entity can grow. */
function partsOf(archive: Archive): Readonly<Record<string, Buffer>> {
  const parts: Record<string, Buffer> = {};
  for (const name of archive.names.filter((one) => /\.(?:xml|rels)$/i.test(one) && !one.includes('..'))) {
    const part = archive.read(name, largestPart);
    if (!part || /<!DOCTYPE/i.test(part.toString('latin1', 0, 4096))) throw brokenFile();
    parts[name] = part;
  }
  if (!parts[main]) throw brokenFile();
  return parts;
}

async function toHtml(parts: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const image = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  try {
    const buffer = Buffer.from(zipSync({ ...parts }, { level: 0 }));
    return (await mammoth.convertToHtml({ buffer }, { styleMap, convertImage: image, externalFileAccess: false }))
      .value;
  } catch {
    throw brokenFile();
  }
}

function statementOf({ author, lines }: WordComment): { verdict: Verdict; rationale: string } {
  const [first = '', ...rest] = lines;
  const verdict = verdictNamed(first.split(' · ')[0] ?? '');
  if (verdict) return { verdict, rationale: rest.join('\n').trim() };
  const said = lines.join('\n').trim();
  return { verdict: 'disputed', rationale: author === '' ? said : `${author}: ${said}` };
}
