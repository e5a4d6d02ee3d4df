import type { AssignmentKind, Status } from '@belegg/domain';
import type { Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';

interface Row {
  readonly articleId: string;
  readonly title: string;
  readonly count: number;
  /** The claim to begin with, or that it is about. */
  readonly annotationId: string | null;
  readonly exact: string | null;
  readonly since: Date;
}

/** Claims of one article in one status that the same people wrote. */
export interface ClaimsRow extends Row {
  readonly kind: 'claims';
  readonly detail: { readonly status: 'draft' | 'returned' | 'lapsed' | 'submitted'; readonly authorIds: string[] };
}

/** Sentences of one article that one person called not checkable. */
export interface MarksRow extends Row {
  readonly kind: 'marks';
  readonly detail: { readonly authorId: string };
}

export interface QuestionRow extends Row {
  readonly kind: 'question';
  readonly detail: { readonly threadId: string; readonly askedId: string; readonly byId: string };
}

export interface TaskRow extends Row {
  readonly kind: 'assignment';
  readonly detail: {
    readonly id: string;
    readonly kind: AssignmentKind;
    readonly assigneeId: string;
    readonly byId: string;
    readonly note: string;
    readonly dueAt: string | null;
    readonly status: Status | null;
  };
}

export type BoardRow = ClaimsRow | MarksRow | QuestionRow | TaskRow;

/** The most assignments and questions that are looked at; of a newsroom that has more, the oldest. */
const most = 2_000;

/** All that could stand on somebody's board, in one statement. What of it does, and where, the domain says. */
export function readBoard(tx: Tx, newsroomId: string, accountId: string, now: Date): Promise<BoardRow[]> {
  return readRows<BoardRow>(
    tx,
    sql`SELECT b."kind", b."articleId", r."title", b."count", b."annotationId", b."exact", b."since", b."detail"
      FROM (
        (SELECT 'claims' AS "kind", h."articleId", count(*)::int AS "count",
          (array_agg(h."id" ORDER BY h."queueKey", h."id"))[1] AS "annotationId",
          CASE WHEN count(*) = 1 THEN min(h."selector"->1->>'exact') END AS "exact", min(h."updatedAt") AS "since",
          jsonb_build_object('status', h."status", 'authorIds', h."authorIds") AS "detail"
        FROM "AnnotationHead" h
        WHERE h."newsroomId" = ${newsroomId}::uuid AND h."status" IN ('draft', 'returned', 'lapsed', 'submitted')
          AND (h."status" = 'submitted' OR h."authorIds" @> ARRAY[${accountId}::uuid])
        GROUP BY h."articleId", h."status", h."authorIds")
        UNION ALL
        (SELECT 'marks', m."articleId", count(*)::int, NULL, NULL, min(m."createdAt"),
          jsonb_build_object('authorId', m."authorId")
        FROM "CheckabilityMark" m
        JOIN "Article" a
          ON a."newsroomId" = m."newsroomId" AND a."id" = m."articleId" AND a."revision" = m."articleRevision"
        WHERE m."newsroomId" = ${newsroomId}::uuid AND NOT m."checkable" AND m."undoesId" IS NULL
          AND NOT EXISTS (SELECT FROM "CheckabilityConfirmation" c
            WHERE c."newsroomId" = m."newsroomId" AND c."markId" = m."id")
          AND NOT EXISTS (SELECT FROM "CheckabilityMark" l
            WHERE l."newsroomId" = m."newsroomId" AND l."articleId" = m."articleId"
              AND l."articleRevision" = m."articleRevision" AND l."start" = m."start" AND l."end" = m."end"
              AND (l."eventId", l."id") > (m."eventId", m."id"))
        GROUP BY m."articleId", m."authorId")
        UNION ALL
        (SELECT 'question', t."articleId", 1, t."annotationId", q."text", t."createdAt",
          jsonb_build_object('threadId', t."id", 'askedId', t."askedId", 'byId', t."createdById")
        FROM "Thread" t
        JOIN "ThreadComment" q ON q."newsroomId" = t."newsroomId" AND q."threadId" = t."id" AND q."number" = 1
          AND q."revision" = 1
        WHERE t."newsroomId" = ${newsroomId}::uuid AND t."askedId" IS NOT NULL
          AND (t."askedId" = ${accountId}::uuid OR t."createdById" = ${accountId}::uuid)
          AND NOT EXISTS (SELECT FROM "ThreadComment" c
            WHERE c."newsroomId" = t."newsroomId" AND c."threadId" = t."id" AND c."number" > 1
              AND c."authorId" = t."askedId")
          AND 'resolved' IS DISTINCT FROM (SELECT s."kind" FROM "ThreadStep" s
            WHERE s."newsroomId" = t."newsroomId" AND s."threadId" = t."id" ORDER BY s."number" DESC LIMIT 1)
        ORDER BY t."id" LIMIT ${most}::int)
        UNION ALL
        (SELECT 'assignment', s."articleId", 1, s."annotationId", coalesce(s."exact", h."selector"->1->>'exact'),
          s."createdAt", jsonb_build_object('id', s."id", 'kind', s."kind", 'assigneeId', s."assigneeId",
            'byId', s."createdById", 'note', s."note", 'dueAt', s."dueAt", 'status', h."status")
        FROM "Assignment" s
        LEFT JOIN "AnnotationHead" h ON h."newsroomId" = s."newsroomId" AND h."id" = s."annotationId"
        WHERE s."newsroomId" = ${newsroomId}::uuid AND s."state" = 'open'
          AND (s."assigneeId" = ${accountId}::uuid OR s."createdById" = ${accountId}::uuid OR s."dueAt" < ${now})
        ORDER BY s."id" LIMIT ${most}::int)
      ) b
      JOIN "Article" r ON r."newsroomId" = ${newsroomId}::uuid AND r."id" = b."articleId"`,
  );
}
