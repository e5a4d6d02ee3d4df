import type { Role } from '@belegg/domain';

/** Who is calling, in which newsroom, and as what. */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly newsroomId: string;
  readonly roles: readonly Role[];
  readonly sessionId: string;
  /** Whether there are sources that they do not see in clear. */
  readonly hasHidden?: boolean;
}
