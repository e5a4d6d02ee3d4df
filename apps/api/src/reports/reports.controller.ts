import { Controller, Inject, Req, Res, StreamableFile } from '@nestjs/common';
import { routes, type ReportQuery, type ReportSummary, type SignOffPreview } from '@belegg/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { disposition } from '../evidence';
import type { Actor } from '../platform/actor';
import { CONFIG, type Config } from '../platform/config';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { originOf } from '../platform/http/host';
import { fileNameOf } from './file-name';
import { PdfPrinter } from './render/pdf/pdf-printer';
import { renderers } from './render/renderers';
import { reportStyle, styleHash } from './render/style';
import { etagOf } from './draft';
import { ReportsService, type StoredReport } from './reports.service';
import { SignOffService } from './sign-off.service';

@Controller()
export class ReportsController {
  constructor(
    readonly reports: ReportsService,
    private readonly signOffs: SignOffService,
    readonly printer: PdfPrinter,
    @Inject(CONFIG) readonly config: Config,
  ) {}

  @Endpoint(routes.signOff)
  signOff(@Checked() { actor, params, ifMatch, body }: Input<typeof routes.signOff>): Promise<ReportSummary> {
    return this.signOffs.signOff(actor, params.id, ifMatch, body);
  }

  @Endpoint(routes.previewSignOff)
  previewSignOff(@Checked() { actor, params }: Input<typeof routes.previewSignOff>): Promise<SignOffPreview> {
    return this.signOffs.preview(actor, params.id);
  }

  @Endpoint(routes.listReports)
  list(@Checked() { actor, params }: Input<typeof routes.listReports>): Promise<{ items: ReportSummary[] }> {
    return this.reports.list(actor, params.id);
  }

  @Endpoint(routes.getReport)
  async get(
    @Checked() { actor, params, query }: Input<typeof routes.getReport>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | StreamableFile> {
    return send(this, actor, request, reply, await this.reports.frozen(actor, params.id), query);
  }

  @Endpoint(routes.draftReport)
  async draft(
    @Checked() { actor, params, query }: Input<typeof routes.draftReport>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | StreamableFile> {
    return send(this, actor, request, reply, await this.reports.draft(actor, params.id, hasTalk(query)), query);
  }
}

/** A document of its own: whatever stands in it, a browser runs nothing and fetches nothing for it. */
const documentPolicy = (): string =>
  `default-src 'none'; style-src 'sha256-${styleHash(reportStyle())}'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-popups`;

/** Conversations are among colleagues, and Word is the one format in which they can be gone on with. */
const hasTalk = ({ format, profile }: ReportQuery): boolean => format === 'docx' && profile === 'internal';

async function send(
  { reports, printer, config }: Pick<ReportsController, 'reports' | 'printer' | 'config'>,
  actor: Actor,
  request: FastifyRequest,
  reply: FastifyReply,
  { report, frozen, talk }: StoredReport,
  { format, profile, page, separator }: ReportQuery,
): Promise<string | StreamableFile> {
  const { mediaType, extension, render } = renderers[format];
  const saved = disposition(format === 'html' ? 'inline' : 'attachment', fileNameOf(report, extension));
  reply
    .header('Content-Type', mediaType)
    .header('Content-Disposition', saved)
    .header('Content-Security-Policy', documentPolicy());
  if (!frozen) reply.header('ETag', etagOf(report));
  if (frozen && format === 'json' && profile === 'internal' && !actor.hasHidden) return frozen.content;
  const base = originOf(request, config);
  const self = `${base}${request.url.split('?')[0] ?? ''}?format=${format}&profile=${profile}`;
  const rendered = await render(await reports.shown(actor, report, profile), {
    sha256: frozen?.sha256,
    base,
    self,
    page,
    separator,
    talk,
    printer,
  });
  return typeof rendered === 'string'
    ? rendered
    : new StreamableFile(rendered, { type: mediaType, disposition: saved });
}
