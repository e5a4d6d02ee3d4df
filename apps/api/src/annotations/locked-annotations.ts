import { Injectable } from '@nestjs/common';
import { refusal, type Action } from '@belegg/domain';
import type { Actor } from '../platform/actor';
import type { Tx } from '../platform/database/database';
import { begun } from '../platform/database/statements';
import { assertCurrent } from '../platform/http/etag';
import { ProblemError } from '../platform/problem-error';
import { Texts, type LockedText } from '../texts';
import { etagOf, type AnnotationHead } from './head/annotation-head';
import { isPlaced } from './passage';
import { AnnotationReader } from './reader';

/** Actions that judge the words on which an annotation stands. */
const needsPlace: ReadonlySet<Action> = new Set<Action>(['submit', 'approve']);

/** An annotation as it is now, and the current text of its article. */
export interface Admitted {
  readonly before: AnnotationHead;
  readonly text: LockedText;
}

/** Annotations about to be changed, each behind the lock of its article. */
@Injectable()
export class LockedAnnotations {
  constructor(
    private readonly texts: Texts,
    private readonly reader: AnnotationReader,
  ) {}

  /**
   * Locks the article and admits the action, or refuses it. Whoever may not do it at all is told so first; whoever
   * has not seen the latest state is shown it next, rather than told that their action does not fit it.
   * @throws ProblemError `not-found`, `forbidden`, `own-work`, `stale`, `wrong-status`
   */
  async admit(tx: Tx, actor: Actor, id: string, action: Action, ifMatch: string): Promise<Admitted> {
    const { newsroomId, roles, accountId } = actor;
    // The head is read behind the lock, in the same round trip.
    const locking = begun(this.texts.lockOfAnnotation(tx, newsroomId, id));
    const reading = begun(this.reader.head(tx, newsroomId, id));
    const text = await locking;
    const before = await reading;
    const { status, authorIds } = before;
    const refused = refusal({ action, status, roles, actorId: accountId, authorIds });
    if (refused === 'role') throw new ProblemError('forbidden');
    if (refused === 'ownWork') throw new ProblemError('own-work');
    if (ifMatch !== etagOf(before)) assertCurrent(ifMatch, await this.reader.view(tx, actor, id));
    if (refused === 'status') throw new ProblemError('wrong-status', { values: { status } });
    if (needsPlace.has(action) && !isPlaced(before))
      throw new ProblemError('wrong-status', { values: { status: 'unplaced' } });
    return { before, text };
  }
}
