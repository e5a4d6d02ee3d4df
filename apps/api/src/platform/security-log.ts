import { Injectable, Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor';
import { Clock } from './clock';
import { Database, type Tx } from './database/database';
import { pathOf, type Visit } from './sessions/visit';

type Details = Readonly<Record<string, string>>;

/** Who reached for what they may not have, who signed in, and whose sessions were ended, in a log of their own. */
@Injectable()
export class SecurityLog {
  private readonly logger = new Logger('Security');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A refusal must reach its caller even when the log cannot be written, so a failure here is only told. */
  async refused(type: string, request: FastifyRequest, details: Details = {}): Promise<void> {
    const { actor, method, ip } = request;
    try {
      // On the connections of sign-ins: most of those who are refused are strangers.
      await this.database.inSignIn((tx) =>
        this.append(tx, type, actor, { method, path: pathOf(request), ip, ...details }),
      );
    } catch (error) {
      this.logger.error(`not written: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** What was done, in its own transaction: it does not happen without a trace. */
  async note(
    tx: Tx,
    type: 'signed-in' | 'session-ended' | 'password-reset',
    { method, path, address }: Pick<Visit, 'method' | 'path' | 'address'>,
    who: Pick<Actor, 'accountId' | 'newsroomId'>,
    details: Details,
  ): Promise<void> {
    await this.append(tx, type, who, { method, path, ip: address, ...details });
  }

  private async append(
    tx: Tx,
    type: string,
    who: Pick<Actor, 'accountId' | 'newsroomId'> | undefined,
    data: Details,
  ): Promise<void> {
    await tx.securityLog.create({
      data: {
        at: this.clock.now(),
        type,
        newsroomId: who?.newsroomId ?? null,
        accountId: who?.accountId ?? null,
        data,
      },
      select: { id: true },
    });
  }
}
