import type { StepKind } from '@belegg/domain';
import { sql, type Change } from '../platform/database/statements';
import type { AnnotationHead } from './head/annotation-head';

/** Appends annotations, however many they are. */
export function annotationInsertion(newsroomId: string, heads: readonly AnnotationHead[]): Change {
  const rows = heads.map(({ id, articleId, createdAt }) => ({ id, articleId, createdAt }));
  return {
    change: sql`INSERT INTO "Annotation" ("newsroomId", "id", "articleId", "createdAt")
      SELECT ${newsroomId}::uuid, r."id", r."articleId", r."createdAt"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("id" uuid, "articleId" uuid, "createdAt" timestamptz)`,
  };
}

/** What an annotation says now, and who said so. */
export interface NewRevision {
  readonly head: AnnotationHead;
  readonly authorId: string;
}

/** Appends what annotations say now, as revisions with their citations, however many they are. */
export function revisionInsertions(newsroomId: string, revisions: readonly NewRevision[]): Change[] {
  const rows = revisions.map(({ head, authorId }) => {
    const [{ start, end }, { exact, prefix, suffix }] = head.selector;
    const { id, revision, articleId, madeOn, verdict, rationale, updatedAt } = head;
    return {
      id,
      revision,
      articleId,
      madeOn,
      start,
      end,
      exact,
      prefix,
      suffix,
      verdict,
      rationale,
      authorId,
      updatedAt,
    };
  });
  const insertion = {
    change: sql`INSERT INTO "AnnotationRevision" ("newsroomId", "annotationId", "number", "articleId", "articleRevision", "start",
        "end", "exact", "prefix", "suffix", "verdict", "rationale", "authorId", "createdAt")
      SELECT ${newsroomId}::uuid, r."id", r."revision", r."articleId", r."madeOn", r."start", r."end", r."exact",
        r."prefix", r."suffix", r."verdict", r."rationale", r."authorId", r."updatedAt"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("id" uuid, "revision" int, "articleId" uuid,
        "madeOn" int, "start" int, "end" int, "exact" text, "prefix" text, "suffix" text, "verdict" text,
        "rationale" text, "authorId" uuid, "updatedAt" timestamptz)`,
  };
  const citations = revisions.flatMap(({ head: { id, revision, citations: cited } }) =>
    cited.map((citation, position) => ({
      ...citation,
      relaysSaid: citation.relays !== undefined,
      annotationId: id,
      revision,
      position,
    })),
  );
  if (citations.length === 0) return [insertion];
  const citing = {
    change: sql`INSERT INTO "Citation" ("newsroomId", "id", "annotationId", "annotationRevision", "position", "sourceId",
        "sourceRevision", "stance", "relaysSaid", "relaysId", "lineage", "url", "locator", "quote", "quoteLanguage", "translation", "accessedAt", "evidenceSha256", "protected")
      SELECT ${newsroomId}::uuid, r."id", r."annotationId", r."revision", r."position", r."sourceId",
        r."sourceRevision", r."stance", r."relaysSaid", r."relays", r."lineage", coalesce(r."url", ''), r."locator", r."quote", coalesce(r."quoteLanguage", ''), r."translation", r."accessedAt",
        r."evidence", r."protected"
      FROM jsonb_to_recordset(${JSON.stringify(citations)}::jsonb) AS r("id" uuid, "annotationId" uuid, "revision" int,
        "position" int, "sourceId" uuid, "sourceRevision" int, "stance" text, "relaysSaid" boolean, "relays" uuid,
        "lineage" jsonb, "url" text, "locator" text, "quote" text, "quoteLanguage" text,
        "translation" text, "accessedAt" date, "evidence" text, "protected" boolean)`,
  };
  return [insertion, citing];
}

export interface NewStep {
  readonly id: string;
  readonly annotationRevision: number;
  readonly articleRevision: number;
  readonly kind: StepKind;
  readonly comment: string;
  readonly withoutSources?: string;
  readonly actorId: string;
  readonly createdAt: Date;
}

/** Appends a step of the event that the same statement tells of (`EventLog.appendToArticle`). */
export function stepInsertion(
  place: { readonly newsroomId: string; readonly articleId: string; readonly annotationId: string },
  { id, annotationRevision, articleRevision, kind, comment, withoutSources = '', actorId, createdAt }: NewStep,
): Change {
  const { newsroomId, articleId, annotationId } = place;
  return {
    change: sql`INSERT INTO "ReviewStep" ("newsroomId", "id", "articleId", "annotationId", "annotationRevision",
        "articleRevision", "kind", "comment", "withoutSources", "actorId", "createdAt", "eventId")
      SELECT ${newsroomId}::uuid, ${id}::uuid, ${articleId}::uuid, ${annotationId}::uuid, ${annotationRevision}::int,
        ${articleRevision}::int, ${kind}, ${comment}, ${withoutSources}, ${actorId}::uuid, ${createdAt}, told."id"
      FROM told`,
  };
}
