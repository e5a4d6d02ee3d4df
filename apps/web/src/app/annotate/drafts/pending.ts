import type { ProblemError } from '../../shell/problem-error';
import type { Draft } from './draft';
import type { Conflict, Entry } from './machine';
import { sameStatement } from './statement';

/**
 * How far a draft is. `waiting`: typed a moment ago; `kept`: on the server, and in no revision yet; `retrying`: the
 * server was not reached; `refused`: it will not have it so.
 */
export type SaveState = 'waiting' | 'saving' | 'kept' | 'retrying' | 'conflict' | 'refused';

/** A draft on its way to a revision, as the page shows it. */
export interface Pending {
  readonly draft: Draft;
  readonly state: SaveState;
  /** Why it was refused; without one, the page itself sees that a field cannot be right, as half of an address. */
  readonly error?: ProblemError | undefined;
  readonly conflict?: Conflict;
}

export function pendingOf({ draft, call, trouble }: Entry<ProblemError>): Pending {
  switch (trouble?.kind) {
    case 'conflict':
      return { draft, state: 'conflict', conflict: trouble };
    case 'refused':
      return { draft, state: 'refused', error: trouble.error };
    case 'unheard':
      return { draft, state: 'retrying' };
    default: {
      const isKept = draft.kept !== undefined && sameStatement(draft.kept.statement, draft.typed);
      return { draft, state: call ? 'saving' : isKept ? 'kept' : 'waiting' };
    }
  }
}
