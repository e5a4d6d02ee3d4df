import { getDocumentProxy } from 'unpdf';
import { ProblemError } from '../../platform/problem-error';
import { noDrafts, type FoundText } from '../found';
import { escapeHtml } from '../escape-html';
import { readHtml } from '../html';
import { LeftOut } from '../left-out';
import { brokenFile, tooLarge } from '../refusals';
import { withDropCaps } from './pdf-drop-caps';
import { inReadingOrder } from './pdf-order';
import { turn, usualSize, type RawPiece } from './pdf-pieces';
import type { Line } from './pdf-lines';
import { paragraphsOf, type Page, type Paragraph } from './pdf-paragraphs';

/** The longest article is far shorter. */
const mostPages = 300;
const mostPieces = 200_000;
/** Milliseconds for the whole file: a file that takes longer was made to. */
const limit = 20_000;

interface TextItem {
  readonly str: string;
  readonly dir: string;
  readonly transform: unknown[];
  readonly width: number;
  readonly height: number;
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * A PDF: lines by baseline, columns by gaps, headings by size, paragraphs by spacing.
 * @throws ProblemError `encrypted-file`, `scanned-file` when it holds no text, `too-large`, `broken-file`
 */
export async function readPdf(bytes: Uint8Array): Promise<FoundText> {
  const document = await open(bytes);
  try {
    const pages = await pagesOf(document);
    const { paragraphs, running } = paragraphsOf(pages);
    if (paragraphs.length === 0) throw new ProblemError('scanned-file');
    const doubtful = pages.flatMap(({ inDoubt }, index) => (inDoubt ? [`${index + 1}`] : []));
    const text = readHtml(paragraphs.map(toHtml).join(''));
    const left = new LeftOut();
    left.addAll(text.dropped);
    for (const line of running) left.add('header', line);
    for (const stamp of pages.flatMap(({ stamped }) => stamped)) left.add('watermark', stamp);
    return {
      ...noDrafts,
      text: { ...text, dropped: left.list() },
      remarks: doubtful.length > 0 ? [{ kind: 'orderInDoubt', value: doubtful.join(', ') }] : [],
    };
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

/** A page as it is read. */
interface ReadPage extends Page {
  readonly stamped: readonly string[];
  readonly inDoubt: boolean;
}

async function pagesOf(document: PdfDocument): Promise<ReadPage[]> {
  if (document.numPages > mostPages) throw tooLarge();
  const pages: ReadPage[] = [];
  const start = performance.now();
  let pieces = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { height } = page.getViewport({ scale: 1 });
    const own = (await page.getTextContent()).items.flatMap((item) => ('str' in item ? toPiece(item) : []));
    pieces += own.length;
    if (pieces > mostPieces || performance.now() - start > limit) throw tooLarge();
    pages.push(readPage(own, height));
    page.cleanup();
  }
  return pages;
}

/** What stands beside the text at another angle is read after it. */
function readPage(own: readonly RawPiece[], height: number): ReadPage {
  const { pieces, beside, stamped } = turn(own);
  const main = inReadingOrder(withDropCaps(pieces, usualSize(pieces)));
  const others = beside.map((group) => inReadingOrder(group));
  // Turned pages have their edges elsewhere; what is measured from the lowest line holds for all.
  const bottom = Math.min(0, ...pieces.map(({ y }) => y));
  const place = (line: Line): Line => ({ ...line, y: line.y - bottom });
  // In the middle of the page, since what stands beside the text is no footer of it.
  const aside = (line: Line): Line => ({ ...line, y: height / 2 });
  return {
    lines: [...main.lines.map(place), ...others.flatMap(({ lines }) => lines.map(aside))],
    height,
    stamped,
    inDoubt: main.inDoubt,
  };
}

function toPiece({ str, dir, transform, width, height }: TextItem): RawPiece[] {
  const [a = 1, b = 0, , , x, y] = transform.map(Number);
  if (str.trim() === '' || x === undefined || y === undefined) return [];
  const size = Math.abs(height) || Math.hypot(a, b) || 10;
  return [{ text: str, x, y, width, size, rtl: dir === 'rtl', angle: (Math.atan2(b, a) * 180) / Math.PI }];
}

function toHtml({ text, level }: Paragraph): string {
  const tag = level === undefined ? 'p' : `h${level}`;
  return `<${tag}>${escapeHtml(text)}</${tag}>`;
}
