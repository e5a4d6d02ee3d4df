import type { Verdict } from '../review/verdict';

/** A claim as far as the correction log compares it. */
export interface ComparedClaim {
  readonly annotationId: string;
  readonly exact: string;
  readonly verdict: Verdict;
  readonly rationale: string;
}

/**
 * What a later sign-off says otherwise than the one before: a claim that came, went, or was judged or reasoned anew.
 */
export interface Change {
  readonly kind: 'added' | 'removed' | 'verdict' | 'passage' | 'rationale';
  readonly exact: string;
  readonly from?: Verdict | undefined;
  readonly to?: Verdict | undefined;
}

/** One entry of the log, dated by the sign-off that it came with. */
export interface Correction {
  /** The number and moment of the sign-off before. */
  readonly since: number;
  readonly sinceAt: string;
  readonly changes: Change[];
}

/** What a later report needs of the sign-off before it. */
export interface EarlierReport {
  readonly signOff?: { readonly number: number; readonly at: string } | undefined;
  readonly claims: readonly ComparedClaim[];
  readonly corrections: readonly Correction[];
}

/**
 * The new entry of the correction log, none when nothing changed or nothing came before. Claims are matched by
 * annotation.
 */
export function correctionsSince(previous: EarlierReport | undefined, claims: readonly ComparedClaim[]): Correction[] {
  if (!previous?.signOff) return [];
  const before = new Map(previous.claims.map((claim) => [claim.annotationId, claim]));
  const now = new Set(claims.map(({ annotationId }) => annotationId));
  const changes = [
    ...claims.flatMap((claim) => changesOf(before.get(claim.annotationId), claim)),
    ...previous.claims
      .filter(({ annotationId }) => !now.has(annotationId))
      .map(({ exact, verdict }): Change => ({ kind: 'removed', exact, from: verdict })),
  ];
  return changes.length === 0 ? [] : [{ since: previous.signOff.number, sinceAt: previous.signOff.at, changes }];
}

/** The weightiest difference alone: a new verdict says more than the words that came with it. */
function changesOf(before: ComparedClaim | undefined, { exact, verdict, rationale }: ComparedClaim): Change[] {
  if (!before) return [{ kind: 'added', exact, to: verdict }];
  if (before.verdict !== verdict) return [{ kind: 'verdict', exact, from: before.verdict, to: verdict }];
  if (before.exact !== exact) return [{ kind: 'passage', exact, to: verdict }];
  return before.rationale === rationale ? [] : [{ kind: 'rationale', exact, to: verdict }];
}
