import { readFormats } from '@belegg/contract';
import { ProblemError } from '../../platform/problem-error';
import { decodeUpload } from '../decode';
import { noDrafts, type FoundText } from '../found';
import { readFrontMatter } from '../front-matter';
import { readText } from '../intake';
import { readJson } from './json';
import { isPage } from './is-page';

/** Bytes of UTF-8: a report holds a text and all that was said about it; a page, what stands around its article. */
const largestReport = 12 * 1024 * 1024;
const largestPage = 5 * 1024 * 1024;

type Reader = (bytes: Uint8Array) => FoundText | Promise<FoundText>;

// What reads Word, PDF and whole pages is large, and is loaded when it is first needed.
const readDocx: Reader = async (bytes) => (await import('./docx')).readDocx(bytes);
const readOdt: Reader = async (bytes) => (await import('./odt')).readOdt(bytes);
const readMhtml: Reader = async (bytes) => (await import('./mhtml')).readMhtml(bytes);
const readPdf: Reader = async (bytes) => (await import('./pdf')).readPdf(bytes);

const readHtmlFile: Reader = async (bytes) => {
  const html = decodeUpload(bytes, largestPage);
  if (isPage(html)) return (await import('./page')).readPage(html);
  return { ...noDrafts, text: readText({ format: 'html', content: decodeUpload(bytes) }) };
};

const readPlain: Reader = (bytes) => ({
  ...noDrafts,
  text: readText({ format: 'text', content: decodeUpload(bytes) }),
});

const readMarkdown: Reader = (bytes) => {
  const content = decodeUpload(bytes);
  const { title, author, date, language } = readFrontMatter(content);
  return { ...noDrafts, title, author, date, language, text: readText({ format: 'markdown', content }) };
};

/** How each kind of file is read, by the ending of its name. */
const readers: Readonly<Record<string, Reader>> = {
  '.txt': readPlain,
  '.md': readMarkdown,
  '.markdown': readMarkdown,
  '.html': readHtmlFile,
  '.htm': readHtmlFile,
  '.xhtml': readHtmlFile,
  '.docx': readDocx,
  '.docm': readDocx,
  '.dotx': readDocx,
  '.doc': readDocx,
  '.odt': readOdt,
  '.ott': readOdt,
  '.mhtml': readMhtml,
  '.mht': readMhtml,
  '.pdf': readPdf,
  '.json': (bytes) => readJson(bytes, largestReport),
};

/** @throws ProblemError `unread-format`, `empty-text` for an empty file, `too-large`, or what is wrong with the file */
export async function readFile(extension: string, bytes: Uint8Array): Promise<FoundText> {
  const read = readers[extension.toLowerCase()];
  if (!read) throw new ProblemError('unread-format', { values: { formats: readFormats.join(', ') } });
  if (bytes.length === 0) throw new ProblemError('empty-text');
  return read(bytes);
}
