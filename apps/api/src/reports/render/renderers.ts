import type { Report, ReportFormat } from '@belegg/contract';
import { renderHtml } from './html';

/** What a renderer may know beyond the report itself. */
export interface RenderContext {
  /** The hash of the frozen report; a draft has none. */
  readonly sha256?: string | undefined;
}

export interface Renderer {
  readonly mediaType: string;
  readonly extension: string;
  readonly render: (report: Report, context: RenderContext) => string;
}

/** Each format is a pure function of the report. */
export const renderers: Readonly<Record<ReportFormat, Renderer>> = {
  html: { mediaType: 'text/html; charset=utf-8', extension: 'html', render: (report, { sha256 }) => renderHtml(report, sha256) },
  json: { mediaType: 'application/json; charset=utf-8', extension: 'json', render: (report) => JSON.stringify(report) },
};
