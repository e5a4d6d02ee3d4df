import { Controller, Req, Res } from '@nestjs/common';
import { routes } from '@belegg/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { unreadable } from '../platform/http/multipart';
import { invalidField } from '../platform/problem-error';
import { EvidenceService } from './evidence.service';
import { attachment } from './file-name';

@Controller()
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Endpoint(routes.captureEvidence)
  async capture(@Checked() { actor }: Input<typeof routes.captureEvidence>, @Req() request: FastifyRequest) {
    const part = await request.file({ throwFileSizeLimit: false }).catch((error: unknown) => { throw unreadable(error); });
    if (part?.fieldname !== 'file') throw invalidField('/file', 'fileNeeded');
    return this.evidence.capture(actor, { fileName: part.filename, bytes: part.file, isTruncated: () => part.file.truncated });
  }

  /** To be saved, never shown: whatever a browser makes of the bytes, it may do nothing. */
  @Endpoint(routes.getEvidence)
  async get(@Checked() { actor, params }: Input<typeof routes.getEvidence>, @Res() reply: FastifyReply) {
    const { evidence, bytes } = await this.evidence.open(actor, params.sha256);
    await reply.headers({
      'Content-Type': evidence.mediaType,
      'Content-Length': evidence.size,
      'Content-Disposition': attachment(evidence.fileName),
      'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    }).send(bytes);
  }
}
