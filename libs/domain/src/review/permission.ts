import type { Status } from './status';

/** Roles of a member in a newsroom; they combine. */
export const roles = ['editor', 'reviewer', 'admin'] as const;
export type Role = (typeof roles)[number];

/**
 * What a call needs. `read`: any member. `write`: articles, annotations, sources. `review`: approve, return, sign off.
 * `metrics`: figures of the process. `manage`: people and settings.
 */
export const permissions = ['read', 'write', 'review', 'metrics', 'manage'] as const;
export type Permission = (typeof permissions)[number];

/** What a token can be made for: never to manage, since it could make itself an administrator. */
export const scopes = ['read', 'write', 'review', 'metrics'] as const satisfies readonly Permission[];
export type Scope = (typeof scopes)[number];

const granted: Readonly<Record<Role, readonly Permission[]>> = {
  editor: ['read', 'write'],
  reviewer: ['read', 'write', 'review'],
  admin: ['read', 'metrics', 'manage'],
};

/** Whether any of the roles grants the permission. */
export function permits(held: readonly Role[], permission: Permission): boolean {
  return held.some((role) => granted[role].includes(permission));
}

/** What one can do to an annotation. */
export const actions = ['edit', 'submit', 'withdraw', 'approve', 'return', 'retire'] as const;
export type Action = (typeof actions)[number];

const possible: Readonly<Record<Action, readonly Status[]>> = {
  edit: ['draft', 'submitted', 'returned', 'approved', 'lapsed'],
  submit: ['draft', 'returned', 'lapsed'],
  withdraw: ['submitted'],
  approve: ['submitted'],
  return: ['submitted'],
  retire: ['draft', 'submitted', 'returned', 'approved', 'lapsed'],
};

export interface ActionFacts {
  readonly action: Action;
  readonly status: Status;
  readonly roles: readonly Role[];
  readonly actorId: string;
  /** Everybody who wrote, marked, accepted or resized any revision of the annotation. */
  readonly authorIds: readonly string[];
}

/**
 * Why an action is refused: the role lacks it, the actor would judge their own work, or the status does not allow it.
 */
export type Refusal = 'role' | 'ownWork' | 'status';

/** `undefined` when the action is allowed. A reviewer never decides on an annotation of which they wrote any part. */
export function refusal({ action, status, roles: held, actorId, authorIds }: ActionFacts): Refusal | undefined {
  const decides = action === 'approve' || action === 'return';
  if (!permits(held, decides ? 'review' : 'write')) return 'role';
  if (decides && authorIds.includes(actorId)) return 'ownWork';
  return possible[action].includes(status) ? undefined : 'status';
}
