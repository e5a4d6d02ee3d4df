import { Injectable } from '@nestjs/common';
import { AnnotationUndoer } from '../annotations';
import { AssignmentWriter } from '../assignments';
import type { Action } from '../events';
import type { Actor } from '../platform/actor';
import type { Tx } from '../platform/database/database';
import type { LockedText } from '../texts';
import { SentenceUndoer } from './sentence-undoer';

/** Whoever can take back what was done, by what it was done to. */
@Injectable()
export class Undoers {
  constructor(
    private readonly annotations: AnnotationUndoer,
    private readonly sentences: SentenceUndoer,
    private readonly assignments: AssignmentWriter,
  ) {}

  /**
   * Nothing has happened to the same thing since, and the article is locked.
   * @param isLast whether nothing at all has happened to the article since
   * @throws ProblemError as those who do it
   */
  undo(tx: Tx, actor: Actor, text: LockedText, action: Action, isLast: boolean): Promise<void> {
    const { type } = action;
    if (type.startsWith('annotation.')) return this.annotations.undo(tx, actor, text, action);
    if (type.startsWith('assignment.')) return this.assignments.undo(tx, actor, action);
    return this.sentences.undo(tx, actor, text, action, isLast);
  }
}
