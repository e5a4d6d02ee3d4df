/** Where an annotation is on its way to approval. Always derived, never stored. */
export const statuses = ['draft', 'submitted', 'returned', 'approved', 'lapsed', 'retired'] as const;
export type Status = (typeof statuses)[number];

/** What people do to an annotation in review. `undone` takes back the last step that stands. */
export const stepKinds = ['submitted', 'withdrawn', 'approved', 'returned', 'retired', 'undone'] as const;
export type StepKind = (typeof stepKinds)[number];
export type StandingKind = Exclude<StepKind, 'undone'>;

/** One such act. It names the annotation's exact revision and the article's exact revision, both by number. */
export interface Step {
  readonly kind: StepKind;
  readonly annotationRevision: number;
  readonly articleRevision: number;
}

/** The steps that were not undone, in their order. */
export function standingSteps<S extends { readonly kind: StepKind }>(
  steps: readonly S[],
): (S & { readonly kind: StandingKind })[] {
  const standing: (S & { readonly kind: StandingKind })[] = [];
  for (const step of steps) {
    if (isStanding(step)) standing.push(step);
    else standing.pop();
  }
  return standing;
}

function isStanding<S extends { readonly kind: StepKind }>(step: S): step is S & { readonly kind: StandingKind } {
  return step.kind !== 'undone';
}

/** All that the status of an annotation follows from. */
export interface StatusFacts {
  /** The number of the annotation's latest revision: what it says now. */
  readonly annotationRevision: number;
  /** The number of the article's latest revision: the text as it is now. */
  readonly articleRevision: number;
  /** In the order in which they happened. */
  readonly steps: readonly Step[];
  /**
   * Article revisions onto which what was decided on the one before was carried, for the latest annotation revision.
   * See `mayCarry` for when that is so.
   */
  readonly carriedOnto: readonly number[];
}

/**
 * The status of an annotation. An annotation is approved only while an approval reaches what it says now on the text
 * as it is now: the approval names the latest annotation revision, and names the current article revision or was
 * carried onto each revision since. So an edit of either lapses it by construction. A step that was undone never was.
 */
export function deriveStatus(facts: StatusFacts): Status {
  const { annotationRevision } = facts;
  const steps = standingSteps(facts.steps);
  if (steps.at(-1)?.kind === 'retired') return 'retired';
  const from = reachesBackTo(facts);
  const onThisRevision = steps.filter((step) => step.annotationRevision === annotationRevision);
  const last = onThisRevision.filter((step) => step.articleRevision >= from).at(-1);
  if (last && last.kind !== 'withdrawn' && last.kind !== 'retired') return last.kind;
  return wasOvertaken(steps, onThisRevision, from) ? 'lapsed' : 'draft';
}

/** The oldest article revision on which a step still counts today. */
function reachesBackTo({ articleRevision, carriedOnto }: StatusFacts): number {
  const carried = new Set(carriedOnto);
  let from = articleRevision;
  while (carried.has(from)) from -= 1;
  return from;
}

/** An approval that no longer holds, or a pending or returned submission that the text has left behind. */
function wasOvertaken(steps: readonly Step[], onThisRevision: readonly Step[], from: number): boolean {
  const latest = onThisRevision.at(-1);
  const leftBehind = latest !== undefined && latest.articleRevision < from && latest.kind !== 'withdrawn';
  return leftBehind || steps.some((step) => step.kind === 'approved');
}
