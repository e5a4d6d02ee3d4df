import { Injectable } from '@nestjs/common';
import type { EvidenceView } from '@belegg/contract';
import type { Tx } from '../platform/database/database';

export interface NewEvidence extends Omit<EvidenceView, 'createdAt'> {
  readonly createdById: string;
  readonly createdAt: Date;
}

@Injectable()
export class EvidenceRepository {
  /** @returns false when the newsroom has these bytes already */
  async add(tx: Tx, newsroomId: string, evidence: NewEvidence): Promise<boolean> {
    const { count } = await tx.evidence.createMany({ data: [{ newsroomId, ...evidence }], skipDuplicates: true });
    return count === 1;
  }

  async find(tx: Tx, newsroomId: string, sha256: string): Promise<EvidenceView | undefined> {
    const row = await tx.evidence.findUnique({ where: { newsroomId_sha256: { newsroomId, sha256 } } });
    return row
      ? {
          sha256,
          mediaType: row.mediaType,
          fileName: row.fileName,
          size: row.size,
          createdAt: row.createdAt.toISOString(),
        }
      : undefined;
  }
}
