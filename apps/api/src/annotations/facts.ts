import { deriveStatus, type AnchorOutcome, type Range, type Status } from '@belegg/domain';
import type { Tx } from '../platform/database/database';
import { readAuthors, readCarries, readPlaces, readSteps, type PlaceRow, type StepRow } from './facts.repository';
import type { Scope } from './scope';

/** What coverage and permission need to know of an annotation. */
export interface AnnotationFacts {
  readonly id: string;
  readonly articleId: string;
  /** The number of its latest revision. */
  readonly revision: number;
  readonly status: Status;
  /** The number of the current article revision, and the one that the latest annotation revision was made on. */
  readonly articleRevision: number;
  readonly madeOn: number;
  readonly outcome: AnchorOutcome;
  readonly score: number | undefined;
  /** In the current text; an orphan has none. */
  readonly range: Range | undefined;
  /** Whoever wrote any part of it, the first author first. */
  readonly authorIds: readonly string[];
  /** In the order in which they happened. */
  readonly steps: readonly StepRow[];
}

/** The facts of annotations, the retired ones among them, in four queries however many they are. In no order. */
export async function readFacts(tx: Tx, scope: Scope): Promise<AnnotationFacts[]> {
  const places = await readPlaces(tx, scope);
  const steps = Map.groupBy(await readSteps(tx, scope), ({ annotationId }) => annotationId);
  const carries = Map.groupBy(await readCarries(tx, scope), ({ annotationId }) => annotationId);
  const authors = Map.groupBy(await readAuthors(tx, scope), ({ annotationId }) => annotationId);
  return places.map((place) => {
    const { id, articleId, revision, madeOn, outcome } = place;
    const taken = steps.get(id) ?? [];
    const carried = (carries.get(id) ?? []).filter(({ annotationRevision }) => annotationRevision === revision);
    return {
      id,
      articleId,
      revision,
      madeOn,
      outcome,
      articleRevision: place.current,
      score: place.score ?? undefined,
      range: rangeOf(place),
      authorIds: (authors.get(id) ?? []).map(({ authorId }) => authorId),
      steps: taken,
      status: deriveStatus({
        annotationRevision: revision,
        articleRevision: place.current,
        steps: taken,
        carriedOnto: carried.map(({ articleRevision }) => articleRevision),
      }),
    };
  });
}

function rangeOf({ start, end }: PlaceRow): Range | undefined {
  return start === null || end === null ? undefined : { start, end };
}
