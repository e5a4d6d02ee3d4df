import type { Subject } from '@belegg/contract';
import { z } from 'zod';
import { sql, type Sql } from '../database/statements';

/** What has to be there for a path to name something, by the kind of thing; `s` is the caller's session. */
const conditions: Readonly<Record<Subject, (id: string) => Sql>> = {
  article: (id) => sql`FROM "Article" x WHERE x."id" = ${id}::uuid`,
  annotation: (id) => sql`FROM "Annotation" x WHERE x."id" = ${id}::uuid`,
  source: (id) => sql`FROM "Source" x WHERE x."id" = ${id}::uuid AND x."retiredAt" IS NULL`,
  thread: (id) => sql`FROM "Thread" x WHERE x."id" = ${id}::uuid`,
  assignment: (id) => sql`FROM "Assignment" x WHERE x."id" = ${id}::uuid`,
  webhook: (id) => sql`FROM "Webhook" x WHERE x."id" = ${id}::uuid`,
  report: (id) => sql`FROM "Report" x WHERE x."id" = ${id}::uuid`,
  member: (id) => sql`FROM "Membership" x WHERE x."accountId" = ${id}::uuid`,
  token: (id) =>
    sql`FROM "Session" x WHERE x."id" = ${id}::uuid AND x."accountId" = s."accountId" AND x."kind" = 'token'`,
  // One's own sessions are those in all newsrooms, and one's membership here stands for them.
  session: (id) => sql`FROM "Membership" x WHERE x."accountId" = s."accountId" AND EXISTS (SELECT FROM "Session" o
    WHERE o."id" = ${id}::uuid AND o."accountId" = s."accountId" AND o."kind" = 'browser')`,
};

/**
 * Whether what a path names is in the caller's newsroom, as a condition beside their session `s`, so that the gate asks
 * for both at once; what is not a UUID is not there.
 */
export function isThere(subject: Subject | undefined, id: string): Sql {
  if (subject === undefined) return sql`true`;
  if (!z.uuid().safeParse(id).success) return sql`false`;
  return sql`EXISTS (SELECT ${conditions[subject](id)} AND x."newsroomId" = s."newsroomId")`;
}
