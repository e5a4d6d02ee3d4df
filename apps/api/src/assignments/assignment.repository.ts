import type { ThreadView } from '@belegg/contract';
import type { AssignmentKind, AssignmentState, Role, Status } from '@belegg/domain';
import type { Tx } from '../platform/database/database';
import { execute, readRows, sql, type Sql } from '../platform/database/statements';

/** A stretch of one text, as it is stored. */
export interface StoredPassage {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

type Place = Omit<NonNullable<ThreadView['passage']>, 'exact'>;

/** What of an assignment can change. */
export interface AssignmentFields {
  readonly assigneeId: string;
  readonly dueAt: Date | null;
  readonly note: string;
  readonly state: AssignmentState;
  readonly comment: string;
  readonly closedById: string | null;
  readonly closedAt: Date | null;
}

export interface AssignmentRow extends AssignmentFields {
  readonly id: string;
  readonly articleId: string;
  readonly annotationId: string | null;
  readonly articleRevision: number;
  readonly passage: StoredPassage | null;
  /** What became of the passage in the current text, once there is another one. */
  readonly place: Place | null;
  readonly kind: AssignmentKind;
  readonly version: number;
  readonly createdById: string;
  readonly createdAt: Date;
}

/** The most closed ones of an article that are told of. */
const mostClosed = 100;

const columns = sql`a."id", a."articleId", a."annotationId", a."articleRevision", a."place", a."kind", a."assigneeId",
  a."dueAt", a."note", a."state", a."comment", a."closedById", a."closedAt", a."version", a."createdById", a."createdAt",
  CASE WHEN a."start" IS NOT NULL THEN jsonb_build_object('start', a."start", 'end', a."end", 'exact', a."exact",
    'prefix', a."prefix", 'suffix', a."suffix") END AS "passage"`;

export function readAssignments(tx: Tx, newsroomId: string, ids: readonly string[]): Promise<AssignmentRow[]> {
  return select(tx, sql`a."newsroomId" = ${newsroomId}::uuid AND a."id" = ANY(${[...ids]}::uuid[])`);
}

export function readOpen(tx: Tx, newsroomId: string, articleId: string): Promise<AssignmentRow[]> {
  return select(
    tx,
    sql`a."newsroomId" = ${newsroomId}::uuid AND a."articleId" = ${articleId}::uuid AND a."state" = 'open'
      ORDER BY a."dueAt" NULLS LAST, a."id"`,
  );
}

/** The open ones in the order in which they are due, then those that were closed last. */
export async function readOfArticle(tx: Tx, newsroomId: string, articleId: string): Promise<AssignmentRow[]> {
  const [open, closed] = await Promise.all([
    readOpen(tx, newsroomId, articleId),
    select(
      tx,
      sql`a."newsroomId" = ${newsroomId}::uuid AND a."articleId" = ${articleId}::uuid AND a."state" <> 'open'
        ORDER BY a."closedAt" DESC, a."id" LIMIT ${mostClosed}::int`,
    ),
  ]);
  return [...open, ...closed];
}

/** Rises with each change of any assignment of the article. */
export async function readListVersion(tx: Tx, newsroomId: string, articleId: string): Promise<string> {
  const [row] = await readRows<{ version: string }>(
    tx,
    sql`SELECT concat(count(*), '.', coalesce(sum("version"), 0), '.r', (SELECT "revision" FROM "Article"
        WHERE "newsroomId" = ${newsroomId}::uuid AND "id" = ${articleId}::uuid)) AS "version"
      FROM "Assignment" WHERE "newsroomId" = ${newsroomId}::uuid AND "articleId" = ${articleId}::uuid`,
  );
  return row?.version ?? '';
}

function select(tx: Tx, condition: Sql): Promise<AssignmentRow[]> {
  return readRows<AssignmentRow>(tx, sql`SELECT ${columns} FROM "Assignment" a WHERE ${condition}`);
}

export interface NewAssignmentRow {
  readonly id: string;
  readonly annotationId?: string | undefined;
  readonly passage?: StoredPassage | undefined;
  readonly kind: AssignmentKind;
  readonly assigneeId: string;
  readonly dueAt: Date | null;
  readonly note: string;
  readonly createdById: string;
  readonly createdAt: Date;
}

/** The article is locked. */
export async function insertAssignments(
  tx: Tx,
  newsroomId: string,
  { articleId, number }: { readonly articleId: string; readonly number: number },
  assignments: readonly NewAssignmentRow[],
): Promise<void> {
  const rows = assignments.map(({ passage, ...assignment }) => ({ ...assignment, ...passage }));
  await execute(
    tx,
    sql`INSERT INTO "Assignment" ("newsroomId", "articleId", "articleRevision", "id", "annotationId", "start", "end",
        "exact", "prefix", "suffix", "kind", "assigneeId", "dueAt", "note", "createdById", "createdAt")
      SELECT ${newsroomId}::uuid, ${articleId}::uuid, ${number}::int, r.*
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("id" uuid, "annotationId" uuid, "start" int,
        "end" int, "exact" text, "prefix" text, "suffix" text, "kind" text, "assigneeId" uuid, "dueAt" timestamptz,
        "note" text, "createdById" uuid, "createdAt" timestamptz)`,
  );
}

/** Writes the new states of assignments in one statement. Their articles are locked. */
export async function updateAssignments(
  tx: Tx,
  newsroomId: string,
  changed: readonly (AssignmentFields & { readonly id: string })[],
): Promise<void> {
  await execute(
    tx,
    sql`UPDATE "Assignment" a SET "assigneeId" = r."assigneeId", "dueAt" = r."dueAt", "note" = r."note",
        "state" = r."state", "comment" = r."comment", "closedById" = r."closedById", "closedAt" = r."closedAt",
        "version" = a."version" + 1
      FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS r("id" uuid, "assigneeId" uuid, "dueAt" timestamptz,
        "note" text, "state" text, "comment" text, "closedById" uuid, "closedAt" timestamptz)
      WHERE a."newsroomId" = ${newsroomId}::uuid AND a."id" = r."id"`,
  );
}

/** Notes what became of stretches in a new text. */
export async function updatePlaces(
  tx: Tx,
  newsroomId: string,
  places: readonly { readonly id: string; readonly place: Place }[],
): Promise<void> {
  await execute(
    tx,
    sql`UPDATE "Assignment" a SET "place" = r."place"
      FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS r("id" uuid, "place" jsonb)
      WHERE a."newsroomId" = ${newsroomId}::uuid AND a."id" = r."id"`,
  );
}

/** What is known of somebody who is to be asked; those who are shut out are missing. */
export function readRoles(
  tx: Tx,
  newsroomId: string,
  ids: readonly string[],
): Promise<{ id: string; roles: readonly Role[] }[]> {
  return readRows(
    tx,
    sql`SELECT "accountId" AS "id", "roles" FROM "Membership"
      WHERE "newsroomId" = ${newsroomId}::uuid AND "accountId" = ANY(${[...ids]}::uuid[]) AND "disabledAt" IS NULL`,
  );
}

export interface Claim {
  readonly id: string;
  readonly authorIds: readonly string[];
  readonly status: Status;
  readonly exact: string;
}

/** The claims of an article that assignments are about. */
export function readClaims(tx: Tx, newsroomId: string, articleId: string, ids: readonly string[]): Promise<Claim[]> {
  return readRows(
    tx,
    sql`SELECT "id", "authorIds", "status", "selector"->1->>'exact' AS "exact" FROM "AnnotationHead"
      WHERE "newsroomId" = ${newsroomId}::uuid AND "articleId" = ${articleId}::uuid AND "id" = ANY(${[...ids]}::uuid[])
        AND "status" <> 'retired'`,
  );
}
