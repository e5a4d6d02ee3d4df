import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ArticleHeads } from '../coverage';
import type { Action } from '../events';
import type { Actor } from '../platform/actor';
import type { Tx } from '../platform/database/database';
import { ProblemError } from '../platform/problem-error';
import { holdSources } from '../sources';
import type { LockedText } from '../texts';
import { readAnchorPlace } from './anchors';
import { saysTheSame } from './difference';
import type { AnnotationHead } from './head/annotation-head';
import { currentPassage, isPlaced, type Passage } from './passage';
import { AnnotationReader, type Stated } from './reader';
import { StepWriter } from './step.writer';
import { AnnotationWriter } from './writer';

const edited = z.object({ annotationRevision: z.int().min(2) });

/** Takes back what somebody did to an annotation, when nothing has happened to it since. The article is locked. */
@Injectable()
export class AnnotationUndoer {
  constructor(
    private readonly reader: AnnotationReader,
    private readonly writer: AnnotationWriter,
    private readonly steps: StepWriter,
    private readonly articles: ArticleHeads,
  ) {}

  /**
   * What was created is retired, what was edited says again what it said before, and any step is undone.
   * @throws ProblemError `not-undoable` when what was before cannot stand any more
   */
  async undo(tx: Tx, actor: Actor, text: LockedText, action: Action): Promise<void> {
    const before = await this.reader.head(tx, actor.newsroomId, action.subjectId ?? '');
    const undoing = { undoes: action.seq };
    if (action.type === 'annotation.edited') return this.restore(tx, actor, text, before, action);
    if (action.type === 'annotation.retired') await assertSourcesLive(tx, actor, before);
    const standing = await this.articles.standing(tx, actor.newsroomId, text);
    if (action.type === 'annotation.created')
      await this.steps.append(tx, actor, before, text, standing, 'retired', undoing);
    else await this.steps.append(tx, actor, before, text, standing, 'undone', { ...undoing, undone: action.type });
  }

  private async restore(
    tx: Tx,
    actor: Actor,
    text: LockedText,
    before: AnnotationHead,
    { data, seq }: Action,
  ): Promise<void> {
    const { newsroomId } = actor;
    const number = edited.parse(data).annotationRevision - 1;
    const earlier = (await this.reader.statements(tx, newsroomId, [before.id])).find(
      (revision) => revision.number === number,
    );
    const passage = earlier && (await this.placeOf(tx, newsroomId, text.number, before, earlier));
    if (!earlier || !passage || saysTheSame(before, earlier, passage)) throw new ProblemError('not-undoable');
    await assertSourcesLive(tx, actor, earlier);
    const { verdict, rationale, citations } = earlier;
    const statement = { verdict, rationale, citations, passage };
    const standing = await this.articles.standing(tx, actor.newsroomId, text);
    await this.writer.revise(tx, actor, before, text, standing, statement, { undoes: seq });
  }

  /** Where it was before in the current text; where it is now, if it was not in this text word for word. */
  private async placeOf(
    tx: Tx,
    newsroomId: string,
    articleRevision: number,
    before: AnnotationHead,
    { articleRevision: madeOn, number, start, end, exact, prefix, suffix }: Stated,
  ): Promise<Passage | undefined> {
    if (madeOn === articleRevision) return { start, end, exact, prefix, suffix };
    return (
      (await readAnchorPlace(tx, newsroomId, {
        annotationId: before.id,
        annotationRevision: number,
        articleRevision,
      })) ?? (isPlaced(before) ? currentPassage(before) : undefined)
    );
  }
}

/** Nothing that counts cites a source that was retired meanwhile. */
async function assertSourcesLive(
  tx: Tx,
  { newsroomId }: Actor,
  { citations }: Pick<AnnotationHead, 'citations'>,
): Promise<void> {
  const ids = citations.map(({ sourceId }) => sourceId);
  const live = await holdSources(tx, newsroomId, ids);
  if (ids.some((id) => !live.has(id))) throw new ProblemError('not-undoable');
}
