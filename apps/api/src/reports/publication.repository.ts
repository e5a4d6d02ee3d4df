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

/** The id of the report that stands under the article's address now. */
export async function findPublished(tx: Tx, newsroomId: string, articleId: string): Promise<string | null> {
  const latest = await tx.publication.findFirst({ where: { newsroomId, articleId }, orderBy: { eventId: 'desc' } });
  return latest?.reportId ?? null;
}

/** The path under which a report can be read now, if it can. */
export async function findPublicPath(
  tx: Tx,
  newsroomId: string,
  articleId: string,
  reportId: string,
): Promise<string | undefined> {
  if ((await findPublished(tx, newsroomId, articleId)) !== reportId) return undefined;
  const address = await tx.publicAddress.findUnique({ where: { newsroomId_articleId: { newsroomId, articleId } } });
  return address ? `/p/${address.token}` : undefined;
}

export async function addPublication(tx: Tx, data: Prisma.PublicationUncheckedCreateInput): Promise<void> {
  await tx.publication.create({ data });
}

/** Which report stands under an address, over all newsrooms: whoever has the address may read it. */
export async function findByToken(
  tx: Tx,
  token: string,
): Promise<{ readonly newsroomId: string; readonly reportId: string } | undefined> {
  const address = await tx.publicAddress.findUnique({ where: { token } });
  if (!address) return undefined;
  const { newsroomId, articleId } = address;
  const reportId = await findPublished(tx, newsroomId, articleId);
  return reportId === null ? undefined : { newsroomId, reportId };
}

/** The exact JSON of a report, and its hash. */
export const readContent = (
  tx: Tx,
  newsroomId: string,
  id: string,
): Promise<{ content: string; sha256: string } | null> =>
  tx.report.findUnique({ where: { newsroomId_id: { newsroomId, id } }, select: { content: true, sha256: true } });
