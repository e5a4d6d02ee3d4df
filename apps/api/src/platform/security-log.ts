import { Injectable, Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from './clock';
import { Database } from './database/database';

/** Who reached for what they may not have: refused accesses and failed sign-ins, in a log of their own. */
@Injectable()
export class SecurityLog {
  private readonly logger = new Logger('Security');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A refusal must reach its caller even when the log cannot be written, so a failure here is only told. */
  async refused(type: string, request: FastifyRequest, details: Readonly<Record<string, string>> = {}): Promise<void> {
    const { actor, method, ip } = request;
    const path = request.url.split('?')[0]?.slice(0, 500) ?? '';
    try {
      await this.database.acrossNewsrooms((tx) =>
        tx.securityLog.create({
          data: {
            at: this.clock.now(),
            type,
            newsroomId: actor?.newsroomId ?? null,
            accountId: actor?.accountId ?? null,
            data: { method, path, ip, ...details },
          },
        }),
      );
    } catch (error) {
      this.logger.error(`not written: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
