import { Inject, Injectable, Logger } from '@nestjs/common';
import type { EvidenceView } from '@belegg/contract';
import type { Readable } from 'node:stream';
import { EventLog } from '../events';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { invalidField, ProblemError } from '../platform/problem-error';
import { EVIDENCE_STORE, EvidenceLost, type EvidenceStore } from './evidence-store';
import { EvidenceRepository } from './evidence.repository';
import { cleanFileName } from './file-name';
import { genuine } from './genuine';
import { sniffMediaType } from './media-type';

/** A file on its way in. */
export interface IncomingFile {
  readonly fileName: string | undefined;
  readonly bytes: Readable;
  /** Whether the bytes were cut off at the limit; known once they came. */
  readonly isTruncated: () => boolean;
}

/** Files that show something, kept as they were. */
@Injectable()
export class EvidenceService {
  private readonly logger = new Logger(EvidenceService.name);

  constructor(
    private readonly database: Database,
    @Inject(EVIDENCE_STORE) private readonly store: EvidenceStore,
    private readonly evidence: EvidenceRepository,
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a file: first the bytes, then the row that names them, so that no row is without. The same bytes again are
   * the evidence that was there.
   * @throws ProblemError `too-large`, `invalid`, `bad-request` when the body breaks off
   */
  async capture(actor: Actor, file: IncomingFile): Promise<EvidenceView> {
    const { newsroomId } = actor;
    const { sha256, size, beginning } = await this.store.put(newsroomId, file.bytes, (taken) => {
      if (file.isTruncated()) throw new ProblemError('too-large', { values: { what: 'file', limit: '16 MiB' } });
      if (taken.size === 0) throw invalidField('/file', 'emptyFile');
    });
    const described = { sha256, size, mediaType: sniffMediaType(beginning), fileName: cleanFileName(file.fileName) };
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const isNew = await this.evidence.add(tx, newsroomId, {
        ...described,
        createdById: actor.accountId,
        createdAt: this.clock.now(),
      });
      if (isNew) await this.log.append(tx, actor, { type: 'evidence.captured', data: described });
      return this.find(tx, newsroomId, sha256);
    });
  }

  /**
   * The bytes, as long as they are those that were kept: a stream that breaks off where they are not.
   * @throws ProblemError `not-found`, also when another newsroom has these bytes; `evidence-lost`
   */
  async open({ newsroomId }: Actor, sha256: string): Promise<{ evidence: EvidenceView; bytes: Readable }> {
    const evidence = await this.database.readNewsroom(newsroomId, (tx) => this.find(tx, newsroomId, sha256));
    try {
      return { evidence, bytes: await genuine(await this.store.open(newsroomId, sha256), evidence) };
    } catch (error) {
      if (!(error instanceof EvidenceLost)) throw error;
      this.logger.error(error.message);
      throw new ProblemError('evidence-lost');
    }
  }

  private async find(...where: Parameters<EvidenceRepository['find']>): Promise<EvidenceView> {
    const evidence = await this.evidence.find(...where);
    if (!evidence) throw new ProblemError('not-found');
    return evidence;
  }
}
