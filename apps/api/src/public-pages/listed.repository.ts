import type { Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';

/** What the public may know of a newsroom. */
export interface PublicNewsroom {
  readonly id: string;
  readonly name: string;
  readonly homepage: string;
  readonly logo: string;
  readonly contact: string;
  readonly correctionsPolicy: string;
  /** Whether it has ever listed a report. */
  readonly lists: boolean;
  /** Another one whenever any of this, or what is published, is another. */
  readonly version: string;
}

/** A report that its newsroom lists. */
export interface ListedReport {
  readonly token: string;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  readonly articleUrl: string;
  /** When the article was listed first, and when what stands under its address was published. */
  readonly publishedAt: Date;
  readonly updatedAt: Date;
}

export async function findPublicNewsroom(tx: Tx, newsroomId: string): Promise<PublicNewsroom | undefined> {
  const [found] = await readRows<PublicNewsroom>(
    tx,
    sql`SELECT n."id", n."name", n."homepage", n."logo", n."contact", n."correctionsPolicy",
        EXISTS (SELECT 1 FROM "Publication" p WHERE p."newsroomId" = n."id" AND p."listed") AS "lists",
        n."profileVersion" || '.' || coalesce(
          (SELECT max(p."eventId") FROM "Publication" p WHERE p."newsroomId" = n."id"), 0) AS "version"
      FROM "Newsroom" n WHERE n."id" = ${newsroomId}::uuid`,
  );
  return found;
}

/** The latest first. */
export function readListed(tx: Tx, newsroomId: string, most: number): Promise<ListedReport[]> {
  return readRows<ListedReport>(
    tx,
    sql`SELECT a."token", l."title", l."summary", l."language", l."articleUrl", l."createdAt" AS "updatedAt",
        (SELECT min(f."createdAt") FROM "Publication" f
          WHERE f."newsroomId" = l."newsroomId" AND f."articleId" = l."articleId" AND f."listed") AS "publishedAt"
      FROM (
        SELECT DISTINCT ON (p."articleId") p.* FROM "Publication" p
        WHERE p."newsroomId" = ${newsroomId}::uuid ORDER BY p."articleId", p."eventId" DESC
      ) l
      JOIN "PublicAddress" a ON a."newsroomId" = l."newsroomId" AND a."articleId" = l."articleId"
      WHERE l."listed" ORDER BY l."eventId" DESC LIMIT ${most}::int`,
  );
}

/** Over all newsrooms: those that list reports. */
export async function readListing(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ readonly id: string }[]>`
    SELECT n."id" FROM "Newsroom" n
    WHERE EXISTS (SELECT 1 FROM "Publication" p WHERE p."newsroomId" = n."id" AND p."listed") ORDER BY n."id"`;
  return rows.map(({ id }) => id);
}
