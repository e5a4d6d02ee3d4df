import type { Status, StepKind } from '@belegg/domain';
import { Prisma } from '../generated/prisma/client';
import type { Tx } from '../platform/database/database';

/** An annotation that may have the status that is asked for. */
export interface Candidate {
  readonly annotationId: string;
  /** Rises with age: the number of the event by which it got there, or its own id. */
  readonly key: string;
}

export interface CandidatePage {
  readonly newsroomId: string;
  readonly status: Status;
  readonly after: string | undefined;
  readonly limit: number;
}

/** Annotations among which are all that have the status, those that have waited longest first. */
export function readCandidates(tx: Tx, page: CandidatePage): Promise<Candidate[]> {
  const { status } = page;
  return status === 'draft' || status === 'lapsed' ? readUndecided(tx, page, status) : readByLastStep(tx, page, status);
}

/** Where the status is that of the last step, or of one before that, if the last was undone. */
function readByLastStep(tx: Tx, { newsroomId, after, limit }: CandidatePage, kind: StepKind): Promise<Candidate[]> {
  return tx.$queryRaw<Candidate[]>(Prisma.sql`
    SELECT s."annotationId", s."eventId"::text AS "key" FROM "ReviewStep" s
    WHERE s."newsroomId" = ${newsroomId}::uuid AND s."kind" IN (${kind}, 'undone') AND s."eventId" > ${after ?? '0'}::bigint
      AND NOT EXISTS (
        SELECT FROM "ReviewStep" l WHERE l."newsroomId" = s."newsroomId" AND l."annotationId" = s."annotationId" AND l."eventId" > s."eventId")
    ORDER BY s."eventId" LIMIT ${limit}`);
}

/** A draft was never approved; what lapsed was at least submitted. What was undone may not count. */
function readUndecided(
  tx: Tx,
  { newsroomId, after, limit }: CandidatePage,
  status: 'draft' | 'lapsed',
): Promise<Candidate[]> {
  const was = (...kinds: StepKind[]) => Prisma.sql`EXISTS (
    SELECT FROM "ReviewStep" s WHERE s."newsroomId" = a."newsroomId" AND s."annotationId" = a."id" AND s."kind" = ANY(${kinds}::text[]))`;
  return tx.$queryRaw<Candidate[]>(Prisma.sql`
    SELECT a."id" AS "annotationId", a."id"::text AS "key" FROM "Annotation" a
    WHERE a."newsroomId" = ${newsroomId}::uuid AND a."id" > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
      AND ${status === 'draft' ? Prisma.sql`(NOT ${was('approved', 'retired')} OR ${was('undone')})` : Prisma.sql`${was('submitted')} AND (NOT ${was('retired')} OR ${was('undone')})`}
    ORDER BY a."id" LIMIT ${limit}`);
}
