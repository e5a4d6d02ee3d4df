import type { CitationView } from '@belegg/contract';
import type { StepKind, Verdict } from '@belegg/domain';
import type { Tx } from '../platform/database/database';
import type { Passage } from './passage';

/** An annotation, and the article revision on which it is written or decided on. */
export interface Place {
  readonly newsroomId: string;
  readonly articleId: string;
  readonly annotationId: string;
  readonly articleRevision: number;
}

export interface NewRevision {
  readonly number: number;
  readonly passage: Passage;
  readonly verdict: Verdict;
  readonly rationale: string;
  readonly citations: readonly CitationView[];
  readonly authorId: string;
  readonly now: Date;
}

export async function insertAnnotation(
  tx: Tx,
  { newsroomId, articleId, annotationId }: Place,
  now: Date,
): Promise<void> {
  await tx.annotation.create({ data: { newsroomId, articleId, id: annotationId, createdAt: now } });
}

export async function insertRevision(
  tx: Tx,
  place: Place,
  { passage, citations, now, ...said }: NewRevision,
): Promise<void> {
  await tx.annotationRevision.create({ data: { ...place, ...said, ...passage, createdAt: now } });
  if (citations.length === 0) return;
  const { newsroomId, annotationId } = place;
  await tx.citation.createMany({
    data: citations.map(({ evidence, accessedAt, url, quoteLanguage, ...citation }, position) => ({
      newsroomId,
      annotationId,
      annotationRevision: said.number,
      position,
      ...citation,
      url: url ?? '',
      quoteLanguage: quoteLanguage ?? '',
      accessedAt: accessedAt === undefined ? null : new Date(accessedAt),
      evidenceSha256: evidence ?? null,
    })),
  });
}

export interface NewStep {
  readonly id: string;
  readonly annotationRevision: number;
  readonly kind: StepKind;
  readonly comment: string;
  readonly actorId: string;
  readonly eventId: bigint;
  readonly createdAt: Date;
}

export async function insertStep(tx: Tx, place: Place, step: NewStep): Promise<void> {
  await tx.reviewStep.create({ data: { ...place, ...step } });
}

/** The article of an annotation, which never changes. */
export async function findArticleId(tx: Tx, newsroomId: string, id: string): Promise<string | undefined> {
  const row = await tx.annotation.findUnique({
    where: { newsroomId_id: { newsroomId, id } },
    select: { articleId: true },
  });
  return row?.articleId;
}
