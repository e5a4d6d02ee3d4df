import { Controller, Req, Res } from '@nestjs/common';
import { routes } from '@belegg/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { Checked, Endpoint, type Input } from '../platform/http/endpoint';
import { breakOffAtLimit, unreadable } from '../platform/http/multipart';
import { describeIssues } from '../platform/messages/messages';
import { invalidField, ProblemError } from '../platform/problem-error';
import { EvidenceService } from './evidence.service';
import { attachment } from './file-name';

/** A form with a file, and nothing that would be lost without a word. */
const form = z.strictObject({ file: z.unknown() });

@Controller()
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Endpoint(routes.captureEvidence)
  async capture(@Checked() { actor, language }: Input<typeof routes.captureEvidence>, @Req() request: FastifyRequest) {
    const part = await request.file({ throwFileSizeLimit: false }).catch((error: unknown) => {
      throw unreadable(error);
    });
    if (part?.fieldname !== 'file') throw invalidField('/file', 'fileNeeded');
    const fields = form.safeParse(part.fields);
    if (!fields.success) throw new ProblemError('invalid', { errors: describeIssues(fields.error, language) });
    breakOffAtLimit(part);
    return this.evidence.capture(actor, {
      fileName: part.filename,
      bytes: part.file,
      isTruncated: () => part.file.truncated,
    });
  }

  /** To be saved, never shown: whatever a browser makes of the bytes, it may do nothing. */
  @Endpoint(routes.getEvidence)
  async get(@Checked() { actor, params }: Input<typeof routes.getEvidence>, @Res() reply: FastifyReply) {
    const { evidence, bytes } = await this.evidence.open(actor, params.sha256);
    await reply
      .headers({
        'Content-Type': evidence.mediaType,
        'Content-Length': evidence.size,
        'Content-Disposition': attachment(evidence.fileName),
        'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      })
      .send(bytes);
  }
}
