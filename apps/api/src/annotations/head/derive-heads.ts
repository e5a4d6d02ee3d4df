import type { Tx } from '../../platform/database/database';
import { toStoredCitation } from '../cited';
import { project, selectorOf, type AnnotationHead } from './annotation-head';
import {
  readAuthors,
  readCarries,
  readNoDifferences,
  readPlaces,
  readSteps,
  type StepFact,
  type StepRow,
} from './facts.repository';
import type { Scope } from './scope';
import { readAnchorQuotes, readCitations, readCreated, readLatest } from './statement.repository';

/**
 * The heads of annotations as they follow from all their facts, in a fixed number of statements however many they are;
 * the retired ones among them, in no order. The scope can name an earlier text: then as they stood on it.
 */
export async function deriveHeads(tx: Tx, scope: Scope): Promise<AnnotationHead[]> {
  const places = await readPlaces(tx, scope);
  if (places.length === 0) return [];
  const steps = Map.groupBy(await readSteps(tx, scope), ({ annotationId }) => annotationId);
  const carries = Map.groupBy(await readCarries(tx, scope), ({ annotationId }) => annotationId);
  const authors = Map.groupBy(await readAuthors(tx, scope), ({ annotationId }) => annotationId);
  const statements = new Map((await readLatest(tx, scope)).map((row) => [row.annotationId, row]));
  const anchored = places.some(({ madeOn, current }) => madeOn < current) ? await readAnchorQuotes(tx, scope) : [];
  const quotes = new Map(anchored.map((row) => [revisionKey(row.annotationId, row.annotationRevision), row]));
  const citations = Map.groupBy(await readCitations(tx, scope), (row) =>
    revisionKey(row.annotationId, row.annotationRevision),
  );
  const noDifferences = Map.groupBy(await readNoDifferences(tx, scope), ({ annotationId }) => annotationId);
  const created = new Map((await readCreated(tx, scope)).map((row) => [row.annotationId, row.createdAt]));
  return places.flatMap(({ id, articleId, revision, madeOn, current, start, end, outcome, score }) => {
    const statement = statements.get(id);
    if (!statement) return [];
    const key = revisionKey(id, revision);
    const taken = (steps.get(id) ?? []).map(toFact);
    const quote = madeOn === current ? statement : quotes.get(key);
    const range = start === null || end === null || !quote ? undefined : { start, end };
    const { verdict, rationale } = statement;
    return [
      project({
        id,
        articleId,
        revision,
        verdict,
        rationale,
        madeOn,
        currentRevision: current,
        anchor: { outcome, ...(score !== null && { score }) },
        selector: selectorOf(range && quote ? { ...quote, ...range } : statement),
        articleRevision: range ? current : madeOn,
        range,
        citations: (citations.get(key) ?? []).map(toStoredCitation),
        authorIds: (authors.get(id) ?? []).map(({ authorId }) => authorId),
        steps: taken,
        noDifference: Object.fromEntries(
          (noDifferences.get(id) ?? []).map(({ sourceId, sourceRevision }) => [sourceId, sourceRevision]),
        ),
        carriedOnto: (carries.get(id) ?? [])
          .filter(({ annotationRevision }) => annotationRevision === revision)
          .map(({ articleRevision }) => articleRevision)
          .sort((a, b) => a - b),
        createdAt: created.get(id) ?? statement.createdAt,
        updatedAt: taken.map(({ createdAt }) => createdAt).reduce(later, statement.createdAt),
      }),
    ];
  });
}

const toFact = ({
  kind,
  annotationRevision,
  articleRevision,
  comment,
  actorId,
  createdAt,
  eventId,
  withoutSources,
}: StepRow): StepFact => ({
  kind,
  annotationRevision,
  articleRevision,
  comment,
  actorId,
  createdAt,
  eventId,
  ...(withoutSources !== undefined && { withoutSources }),
});

const later = (a: Date, b: Date): Date => (b > a ? b : a);

export const revisionKey = (annotationId: string, number: number): string => `${annotationId}.${number}`;
