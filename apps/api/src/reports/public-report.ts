import type { Report } from '@belegg/contract';
import { applyProfile, Redaction, withProtection } from '@belegg/domain';
import type { Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';
import { readProtected } from '../platform/redaction';

/**
 * A report as outsiders may see it now: what was protected after it was made is hidden in it as well, by its fields and
 * wherever somebody wrote its name.
 */
export async function toPublicReport(tx: Tx, report: Report): Promise<Report> {
  const { newsroom, article, claims } = report;
  const hidden = await readProtected(tx, newsroom.id, article.language);
  const descriptions = new Map(hidden.map(({ id, label }) => [id, label]));
  const citations = await readProtectedSince(tx, newsroom.id, claims);
  const shown = withProtection(report, descriptions, citations);
  return new Redaction(hidden).apply(applyProfile(shown, 'public', 'other'));
}

/** The citations that were protected in a revision of their annotation which is later than the one reported. */
async function readProtectedSince(tx: Tx, newsroomId: string, claims: Report['claims']): Promise<ReadonlySet<string>> {
  if (claims.length === 0) return new Set();
  const rows = await readRows<{ id: string }>(
    tx,
    sql`SELECT DISTINCT c."id" FROM unnest(${claims.map(({ annotationId }) => annotationId)}::uuid[],
        ${claims.map(({ annotationRevision }) => annotationRevision)}::int[]) AS told("annotationId", "revision")
      JOIN "Citation" c ON c."newsroomId" = ${newsroomId}::uuid AND c."annotationId" = told."annotationId"
        AND c."annotationRevision" > told."revision" AND c."protected"`,
  );
  return new Set(rows.map(({ id }) => id));
}
