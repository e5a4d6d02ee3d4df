import { permits, type Role } from './permission';
import type { Status } from './status';

/** What somebody is asked to do: find out how it is, decide as a second person, or look at the legal side. */
export const assignmentKinds = ['check', 'review', 'legal'] as const;
export type AssignmentKind = (typeof assignmentKinds)[number];

/** `handedBack`: whoever had it cannot do it. `withdrawn`: nobody is asked any more. */
export const assignmentStates = ['open', 'done', 'handedBack', 'withdrawn'] as const;
export type AssignmentState = (typeof assignmentStates)[number];

export interface AssignmentFacts {
  readonly kind: AssignmentKind;
  /** Of whoever is asked. */
  readonly roles: readonly Role[];
  readonly assigneeId: string;
  /** Everybody who wrote a part of the claim that it is about; of an article or a stretch, nobody. */
  readonly authorIds: readonly string[];
}

/** Why somebody cannot be asked: they may not write, may not review, or would review what they wrote themselves. */
export type AssignmentRefusal = 'cannotWrite' | 'cannotReview' | 'reviewsOwnWork';

/** `undefined` when they can be asked. */
export function assignmentRefusal(facts: AssignmentFacts): AssignmentRefusal | undefined {
  const { kind, roles, assigneeId, authorIds } = facts;
  if (kind !== 'review') return permits(roles, 'write') ? undefined : 'cannotWrite';
  if (!permits(roles, 'review')) return 'cannotReview';
  return authorIds.includes(assigneeId) ? 'reviewsOwnWork' : undefined;
}

/**
 * Whose turn it is: `due` for whoever was asked, `waits` until others have done their part, `over` when nothing is left
 * to do.
 */
export type Turn = 'due' | 'waits' | 'over';

const turns: Readonly<Record<AssignmentKind, Readonly<Record<Status, Turn>>>> = {
  check: { draft: 'due', returned: 'due', lapsed: 'due', submitted: 'over', approved: 'over', retired: 'over' },
  review: { draft: 'waits', returned: 'waits', lapsed: 'waits', submitted: 'due', approved: 'over', retired: 'over' },
  legal: { draft: 'due', returned: 'due', lapsed: 'due', submitted: 'due', approved: 'due', retired: 'over' },
};

/**
 * @param status of the claim that it is about; of an article or a stretch there is none, and only a person can say that
 * it is done
 */
export function turnOf(kind: AssignmentKind, state: AssignmentState, status: Status | undefined): Turn {
  if (state !== 'open') return 'over';
  return status === undefined ? 'due' : turns[kind][status];
}
