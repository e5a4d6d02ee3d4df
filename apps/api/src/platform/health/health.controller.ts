import { Controller, Res } from '@nestjs/common';
import { problemCodes, routes } from '@belegg/contract';
import { openApiDocument, type DescribedProblems } from '@belegg/contract/openapi';
import type { FastifyReply } from 'fastify';
import { Database } from '../database/database';
import { Endpoint } from '../http/endpoint';
import { referencePage, referencePolicy, type OpenApi } from '../http/reference-page';
import { version } from '../version';
import { problemMessages } from '../messages/problems';
import { ProblemError, statusOf } from '../problem-error';
import { Metrics } from './metrics';
import { Room } from './room';

const problems = Object.fromEntries(
  problemCodes.map((code) => [code, { status: statusOf[code], title: problemMessages.en[code][0] }]),
) as DescribedProblems;
const description = openApiDocument(version, problems);
const reference = referencePage(description as unknown as OpenApi);

/** For whoever runs the server, and for whoever writes programs for it. */
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
    private readonly room: Room,
  ) {}

  @Endpoint(routes.health)
  health() {
    return { status: 'up' };
  }

  /** @throws ProblemError `unavailable` while the database is away or not migrated, `no-space` while a disk is full */
  @Endpoint(routes.ready)
  async ready() {
    if (!(await this.database.isReady())) throw new ProblemError('unavailable');
    if (!(await this.room.isThere())) throw new ProblemError('no-space');
    return { status: 'ready' };
  }

  /** For administrators and their tokens alone: a proxy on this machine would make anybody look local. */
  @Endpoint(routes.metrics)
  readMetrics(@Res({ passthrough: true }) reply: FastifyReply) {
    reply.header('Content-Type', this.metrics.contentType);
    return this.metrics.read();
  }

  @Endpoint(routes.openApi)
  openApi() {
    return description;
  }

  @Endpoint(routes.reference)
  reference(@Res({ passthrough: true }) reply: FastifyReply) {
    reply.headers({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': referencePolicy });
    return reference;
  }
}
