import { Injectable } from '@nestjs/common';
import type { EventType, UndoingView } from '@belegg/contract';
import { overlaps } from '@belegg/domain';
import { readActionsAfter, readLastAction, type Action } from '../events';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { ProblemError } from '../platform/problem-error';
import { Texts } from '../texts';
import { ArticleReader } from './reader';
import { sentenceRange } from './sentence-undoer';
import { Undoers } from './undoers';

const undoable: ReadonlySet<EventType> = new Set<EventType>([
  'annotation.created',
  'annotation.edited',
  'annotation.submitted',
  'annotation.withdrawn',
  'annotation.approved',
  'annotation.returned',
  'annotation.retired',
  'sentence.marked',
  'sentence.confirmed',
  'sentence.split',
  'sentence.joined',
  'assignment.made',
  'assignment.changed',
  'assignment.done',
  'assignment.handedBack',
  'assignment.withdrawn',
]);

/** Takes back what somebody did last, by doing the opposite. Nothing is erased: both stand in the log. */
@Injectable()
export class UndoService {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly reader: ArticleReader,
    private readonly undoers: Undoers,
  ) {}

  /**
   * Undoes the caller's own last action on an article. Once that is undone, the one before it is the last.
   * @throws ProblemError `nothing-to-undo`; `not-undoable`; `overtaken` when more has happened to the same annotation
   * or sentence since, or the text has changed
   */
  undo(actor: Actor, articleId: string): Promise<UndoingView> {
    const { newsroomId, accountId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const text = await this.texts.lock(tx, newsroomId, articleId);
      const action = await readLastAction(tx, newsroomId, articleId, accountId);
      if (!action) throw new ProblemError('nothing-to-undo');
      if (!undoable.has(action.type)) throw new ProblemError('not-undoable');
      const later = await readActionsAfter(tx, newsroomId, articleId, action.seq);
      if (later.some((event) => overtakes(event, action))) throw new ProblemError('overtaken');
      await this.undoers.undo(tx, actor, text, action, later.length === 0);
      return { undone: action, article: await this.reader.view(tx, newsroomId, articleId) };
    });
  }
}

/** A new text concerns everything on it. */
function overtakes(later: Action, action: Action): boolean {
  if (later.type === 'article.revised') return true;
  if (action.subjectId !== undefined) return later.subjectId === action.subjectId;
  const [range, laterRange] = [sentenceRange(action), sentenceRange(later)];
  return range !== undefined && laterRange !== undefined && overlaps(range, laterRange);
}
