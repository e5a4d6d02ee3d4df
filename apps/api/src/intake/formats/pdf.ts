import { getDocumentProxy } from 'unpdf';
import { ProblemError } from '../../platform/problem-error';
import { noDrafts, type FoundText } from '../found';
import { readHtml } from '../html';
import { brokenFile, tooLarge } from '../refusals';
import { linesOf, type Piece } from './pdf-lines';
import { paragraphsOf, type Page, type Paragraph } from './pdf-paragraphs';

/** The longest article is far shorter. */
const mostPages = 300;
const mostPieces = 200_000;
/** Milliseconds for the whole file: a file that takes longer was made to. */
const limit = 20_000;

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * A PDF: lines by baseline, columns by gaps, headings by size, paragraphs by spacing.
 * @throws ProblemError `encrypted-file`, `scanned-file` when it holds no text, `too-large`, `broken-file`
 */
export async function readPdf(bytes: Uint8Array): Promise<FoundText> {
  const document = await open(bytes);
  try {
    const paragraphs = paragraphsOf(await pagesOf(document));
    if (paragraphs.length === 0) throw new ProblemError('scanned-file');
    return { ...noDrafts, text: readHtml(paragraphs.map(toHtml).join('')) };
  } catch (error) {
    throw error instanceof ProblemError ? error : brokenFile();
  } finally {
    await document.loadingTask.destroy();
  }
}

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) throw brokenFile();
  try {
    // A copy, since the reader takes the buffer over.
    return await getDocumentProxy(Uint8Array.from(bytes), { stopAtErrors: false, verbosity: 0 });
  } catch (error) {
    throw error instanceof Error && error.name === 'PasswordException'
      ? new ProblemError('encrypted-file')
      : brokenFile();
  }
}

async function pagesOf(document: PdfDocument): Promise<Page[]> {
  if (document.numPages > mostPages) throw tooLarge();
  const pages: Page[] = [];
  const start = performance.now();
  let pieces = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const own = (await page.getTextContent()).items.flatMap((item) => ('str' in item ? toPiece(item) : []));
    pieces += own.length;
    if (pieces > mostPieces || performance.now() - start > limit) throw tooLarge();
    pages.push({ lines: linesOf(own, width), height });
    page.cleanup();
  }
  return pages;
}

function toPiece({
  str,
  transform,
  width,
  height,
}: {
  str: string;
  transform: unknown[];
  width: number;
  height: number;
}): Piece[] {
  const [a, b, , , x, y] = transform.map(Number);
  if (str.trim() === '' || x === undefined || y === undefined) return [];
  // Text that runs up or down the page is in its margin.
  if (Math.abs(b ?? 0) > Math.abs(a ?? 0)) return [];
  return [{ text: str, x, y, width, size: Math.abs(height) || Math.abs(a ?? 0) || 10 }];
}

function toHtml({ text, level }: Paragraph): string {
  const tag = level === undefined ? 'p' : `h${level}`;
  return `<${tag}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</${tag}>`;
}
