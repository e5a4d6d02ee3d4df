import type { Prisma } from '../generated/prisma/client';
import type { Tx } from '../platform/database/database';

/** The article's public address; it is made once and stays. The article's row is locked. */
export async function findOrMakeAddress(
  tx: Tx,
  newsroomId: string,
  articleId: string,
  token: string,
  createdAt: Date,
): Promise<string> {
  const found = await tx.publicAddress.findUnique({ where: { newsroomId_articleId: { newsroomId, articleId } } });
  return (found ?? (await tx.publicAddress.create({ data: { newsroomId, articleId, token, createdAt } }))).token;
}

export type PublicationRow = NonNullable<Awaited<ReturnType<Tx['publication']['findFirst']>>>;

/** What was said last of how the article is published; its report is the one that stands under the address now. */
export const findLatest = (tx: Tx, newsroomId: string, articleId: string): Promise<PublicationRow | null> =>
  tx.publication.findFirst({ where: { newsroomId, articleId }, orderBy: { eventId: 'desc' } });

/** How the article is published, as was said last, and where this report of it can be read now, if it can. */
export async function findPublicPlace(
  tx: Tx,
  newsroomId: string,
  articleId: string,
  reportId: string,
): Promise<{ publicPath?: string; listed?: boolean; articleUrl?: string }> {
  const latest = await findLatest(tx, newsroomId, articleId);
  if (!latest) return {};
  const { listed, articleUrl } = latest;
  const said = { listed, ...(articleUrl !== '' && { articleUrl }) };
  if (latest.reportId !== reportId) return said;
  const address = await tx.publicAddress.findUnique({ where: { newsroomId_articleId: { newsroomId, articleId } } });
  return { ...said, ...(address && { publicPath: `/p/${address.token}` }) };
}

export async function addPublication(tx: Tx, data: Prisma.PublicationUncheckedCreateInput): Promise<void> {
  await tx.publication.create({ data });
}

/** What stands under an address, and what its page says of the newsroom. */
export interface Published {
  readonly newsroomId: string;
  readonly reportId: string;
  readonly listed: boolean;
  readonly articleUrl: string;
  readonly title: string;
  readonly summary: string;
  readonly newsroom: string;
  readonly homepage: string;
  readonly logo: string;
  readonly hasPolicy: boolean;
  /** Another one whenever any of this is. */
  readonly version: string;
}

/** Over all newsrooms: whoever has the address may read it. */
export async function findByToken(tx: Tx, token: string): Promise<Published | undefined> {
  const [found] = await tx.$queryRaw<(Omit<Published, 'reportId'> & { readonly reportId: string | null })[]>`
    SELECT p."newsroomId", p."reportId", p."listed", p."articleUrl", p."title", p."summary",
      n."name" AS "newsroom", n."homepage", n."logo", n."correctionsPolicy" <> '' AS "hasPolicy",
      p."id" || '.' || n."profileVersion" || '.' || n."protections" AS "version"
    FROM "PublicAddress" a
    JOIN "Newsroom" n ON n."id" = a."newsroomId"
    JOIN LATERAL (
      SELECT * FROM "Publication" l WHERE l."newsroomId" = a."newsroomId" AND l."articleId" = a."articleId"
      ORDER BY l."eventId" DESC LIMIT 1
    ) p ON true
    WHERE a."token" = ${token}`;
  return found?.reportId == null ? undefined : { ...found, reportId: found.reportId };
}

/** The exact JSON of a report, and its hash. */
export const readContent = (
  tx: Tx,
  newsroomId: string,
  id: string,
): Promise<{ content: string; sha256: string } | null> =>
  tx.report.findUnique({ where: { newsroomId_id: { newsroomId, id } }, select: { content: true, sha256: true } });
