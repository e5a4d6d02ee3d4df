import type { SourceRef } from '@belegg/domain';
import type { Tx } from '../platform/database/database';
import { readRows, send, sql } from '../platform/database/statements';

export interface NewNoDifference extends SourceRef {
  readonly annotationId: string;
  readonly articleId: string;
  readonly articleRevision: number;
  readonly actorId: string;
  readonly eventId: bigint;
  readonly createdAt: Date;
}

export function insertNoDifferences(tx: Tx, newsroomId: string, facts: readonly NewNoDifference[]): void {
  const rows = facts.map((fact) => ({ ...fact, eventId: String(fact.eventId) }));
  send(
    tx,
    sql`INSERT INTO "NoDifference" ("newsroomId", "articleId", "annotationId", "sourceId", "sourceRevision",
        "articleRevision", "actorId", "eventId", "createdAt")
      SELECT ${newsroomId}::uuid, r."articleId", r."annotationId", r."sourceId", r."sourceRevision",
        r."articleRevision", r."actorId", r."eventId", r."createdAt"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("articleId" uuid, "annotationId" uuid,
        "sourceId" uuid, "sourceRevision" int, "articleRevision" int, "actorId" uuid, "eventId" bigint,
        "createdAt" timestamptz)`,
  );
}

/** The annotations that rest on an earlier revision of a source, and for which nobody has looked at this one. */
export async function readUnsettled(
  tx: Tx,
  newsroomId: string,
  { sourceId, sourceRevision }: SourceRef,
): Promise<string[]> {
  const rows = await readRows<{ annotationId: string }>(
    tx,
    sql`SELECT DISTINCT c."annotationId" FROM "HeadCitation" c
      WHERE c."newsroomId" = ${newsroomId}::uuid AND c."sourceId" = ${sourceId}::uuid
        AND c."settledRevision" < ${sourceRevision}::int`,
  );
  return rows.map(({ annotationId }) => annotationId);
}
