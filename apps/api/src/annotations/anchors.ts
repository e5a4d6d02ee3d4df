import type { AnchorOutcome, Selector } from '@belegg/domain';
import { Prisma } from '../generated/prisma/client';
import type { Tx } from '../platform/database/database';
import type { Passage } from './passage';

/** Where an annotation revision stands in a new text; an orphan has no selector. */
export interface NewAnchor {
  readonly annotationId: string;
  readonly annotationRevision: number;
  readonly outcome: AnchorOutcome;
  readonly score?: number | undefined;
  readonly selector?: Selector | undefined;
  /** The version of the rule by which what was decided on the text before holds on this one, if it does. */
  readonly carryRule?: number | undefined;
}

/** Appends the anchors of a new text in one statement, however many they are. The article is locked. */
export async function insertAnchors(
  tx: Tx,
  place: { readonly newsroomId: string; readonly articleId: string; readonly articleRevision: number },
  anchors: readonly NewAnchor[],
): Promise<void> {
  if (anchors.length === 0) return;
  const rows = JSON.stringify(
    anchors.map(({ selector, ...anchor }) => ({ ...anchor, ...selector?.[0], ...selector?.[1] })),
  );
  await tx.$executeRaw`
    INSERT INTO "Anchor" ("newsroomId", "articleId", "articleRevision", "annotationId", "annotationRevision", "outcome", "score", "start", "end",
                          "exact", "prefix", "suffix", "carryRule")
    SELECT ${place.newsroomId}::uuid, ${place.articleId}::uuid, ${place.articleRevision}::int, r."annotationId", r."annotationRevision", r."outcome",
           r."score", r."start", r."end", r."exact", r."prefix", r."suffix", r."carryRule"
    FROM jsonb_to_recordset(${rows}::jsonb) AS r("annotationId" uuid, "annotationRevision" int, "outcome" text, "score" float8, "start" int, "end" int,
                                                 "exact" text, "prefix" text, "suffix" text, "carryRule" int)`;
}

/** Where an annotation revision stands word for word in a later text, if it does. */
export async function readAnchorPlace(
  tx: Tx,
  newsroomId: string,
  key: { readonly annotationId: string; readonly annotationRevision: number; readonly articleRevision: number },
): Promise<Passage | undefined> {
  const row = await tx.anchor.findUnique({
    where: { newsroomId_annotationId_annotationRevision_articleRevision: { newsroomId, ...key } },
  });
  if (!row || (row.outcome !== 'unchanged' && row.outcome !== 'moved')) return undefined;
  const { start, end, exact, prefix, suffix } = row;
  return start === null || end === null || exact === null
    ? undefined
    : { start, end, exact, prefix: prefix ?? '', suffix: suffix ?? '' };
}

/** The passage that the latest revision of an annotation was made on, in the text of that article revision. */
export interface OwnPlace {
  readonly annotationId: string;
  readonly articleRevision: number;
  readonly start: number;
  readonly end: number;
}

export async function readOwnPlaces(tx: Tx, newsroomId: string, annotationIds: readonly string[]): Promise<OwnPlace[]> {
  if (annotationIds.length === 0) return [];
  return tx.$queryRaw<OwnPlace[]>(Prisma.sql`
    SELECT DISTINCT ON (r."annotationId") r."annotationId", r."articleRevision", r."start", r."end"
    FROM "AnnotationRevision" r WHERE r."newsroomId" = ${newsroomId}::uuid AND r."annotationId" = ANY(${[...annotationIds]}::uuid[])
    ORDER BY r."annotationId", r."number" DESC`);
}
