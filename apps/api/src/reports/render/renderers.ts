import type { CsvSeparator, Report, ReportFormat, ThreadView } from '@belegg/contract';
import { renderClaimReviews, unpublishedAt } from './claim-review';
import { renderCsv } from './csv';
import { renderHtml } from './html';
import { renderExcel } from './excel';
import { renderMarkdown } from './markdown';
import { pdfDocument } from './pdf/document';
import type { PdfPrinter } from './pdf/pdf-printer';
import { renderWebAnnotations } from './web-annotation';
import { renderWord } from './word';
import { withXmlText } from './xml-text';

/** What a renderer may know beyond the report itself. */
export interface RenderContext {
  /** The hash of the frozen report; a draft has none. */
  readonly sha256?: string | undefined;
  /** The address that this Belegg is reached under, without a slash at the end: "https://belegg.avisa.no". */
  readonly base: string;
  readonly printer: Pick<PdfPrinter, 'print'>;
  /** The address of this rendering. */
  readonly self: string;
  /** Of a paged format, one page. */
  readonly page?: number | undefined;
  /** Of Word: the article's conversations, where the reader may see them. */
  readonly talk?: readonly ThreadView[] | undefined;
  /** Of CSV. */
  readonly separator?: CsvSeparator | undefined;
}

export interface Renderer {
  readonly mediaType: string;
  readonly extension: string;
  readonly render: (report: Report, context: RenderContext) => string | Promise<Uint8Array>;
}

/** Each format is a pure function of the report. */
export const renderers: Readonly<Record<ReportFormat, Renderer>> = {
  html: {
    mediaType: 'text/html; charset=utf-8',
    extension: 'html',
    render: (report, { sha256, base }) => renderHtml(report, sha256, base),
  },
  pdf: {
    mediaType: 'application/pdf',
    extension: 'pdf',
    render: (report, { sha256, printer }) => printer.print(pdfDocument(report, sha256), new Date(report.createdAt)),
  },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    render: (report, { sha256, talk }) => renderWord(withXmlText(report), sha256, withXmlText(talk)),
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    render: (report) => renderExcel(withXmlText(report)),
  },
  md: {
    mediaType: 'text/markdown; charset=utf-8',
    extension: 'md',
    render: (report, { sha256 }) => renderMarkdown(report, sha256),
  },
  csv: {
    mediaType: 'text/csv; charset=utf-8',
    extension: 'csv',
    render: (report, { separator }) => renderCsv(report, separator),
  },
  webannotation: {
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    extension: 'jsonld',
    render: (report, context) => JSON.stringify(renderWebAnnotations(report, context)),
  },
  claimreview: {
    mediaType: 'application/ld+json',
    extension: 'claimreview.json',
    render: (report, { base }) => JSON.stringify(renderClaimReviews(report, unpublishedAt(base, report))),
  },
  json: { mediaType: 'application/json; charset=utf-8', extension: 'json', render: (report) => JSON.stringify(report) },
};
