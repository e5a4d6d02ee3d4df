import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Action } from '../events';
import type { Actor } from '../platform/actor';
import type { Tx } from '../platform/database/database';
import { ProblemError } from '../platform/problem-error';
import { Checkability } from '../reviews';
import type { Text } from '../texts';
import { Segmenter } from './segmenter';

const told = z.object({ start: z.int(), end: z.int(), at: z.int().optional() });

/** The range of the sentence that an event is about; undefined where it is about none. */
export function sentenceRange({ type, data }: Action): z.infer<typeof told> | undefined {
  return type.startsWith('sentence.') ? told.safeParse(data).data : undefined;
}

/**
 * Takes back what somebody did to a sentence of the current text, when nothing has happened to it since. The article is
 * locked.
 */
@Injectable()
export class SentenceUndoer {
  constructor(
    private readonly checkability: Checkability,
    private readonly segmenter: Segmenter,
  ) {}

  /**
   * @param isLast whether nothing at all has happened to the article since; else joining again what was split is
   * guarded
   * @throws ProblemError `overtaken`; as `Segmenter.join`
   */
  async undo(tx: Tx, actor: Actor, text: Text, action: Action, isLast: boolean): Promise<void> {
    const undoing = { undoes: action.seq };
    const range = sentenceRange(action);
    if (!range) throw new ProblemError('not-undoable');
    const { start, end, at = start } = range;
    if (action.type === 'sentence.marked')
      return this.checkability.unmark(tx, actor, text, range, BigInt(action.id), undoing);
    if (action.type === 'sentence.confirmed') return this.checkability.unconfirm(tx, actor, text, range, undoing);
    if (action.type === 'sentence.split') {
      return this.segmenter.join(
        tx,
        actor,
        text,
        indexOf(text, (index) => text.sentences[index]?.start === start && text.sentences[index + 1]?.end === end),
        undoing,
        !isLast,
      );
    }
    return this.segmenter.split(
      tx,
      actor,
      text,
      indexOf(text, (index) => text.sentences[index]?.start === start && text.sentences[index]?.end === end),
      at,
      undoing,
    );
  }
}

function indexOf({ sentences }: Text, holds: (index: number) => boolean): number {
  const index = sentences.findIndex((_, position) => holds(position));
  if (index < 0) throw new ProblemError('overtaken');
  return index;
}
