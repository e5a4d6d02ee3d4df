import { Injectable } from '@nestjs/common';
import type { EventType } from '@belegg/contract';
import type { StepKind } from '@belegg/domain';
import { ArticleHeads } from '../coverage';
import { EventLog, excerpt, type Undoing } from '../events';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { newId } from '../platform/ids';
import type { Text } from '../texts';
import { insertStep } from './annotation.repository';
import { assertUncontradicted } from './conflicts';
import { withStep, type AnnotationHead } from './head/annotation-head';
import { writeHeads } from './head/head.repository';

/** What is told of a step beside the step itself. */
export type StepDetails = Undoing & {
  readonly comment?: string;
  readonly withoutSources?: string;
  readonly undone?: EventType;
};

/** Appends steps of review that were admitted, tells the log, and projects the heads. The article is locked. */
@Injectable()
export class StepWriter {
  constructor(
    private readonly clock: Clock,
    private readonly log: EventLog,
    private readonly articles: ArticleHeads,
  ) {}

  /** @throws ProblemError `contradicts` where it would be approved beside one that says otherwise of the same words */
  async append(
    tx: Tx,
    actor: Actor,
    before: AnnotationHead,
    text: Text,
    kind: StepKind,
    { comment = '', withoutSources, ...details }: StepDetails,
  ): Promise<AnnotationHead> {
    const { newsroomId, accountId } = actor;
    const { id, articleId, revision: annotationRevision, status } = before;
    const articleRevision = text.number;
    const step = {
      kind,
      annotationRevision,
      articleRevision,
      comment,
      ...(withoutSources !== undefined && { withoutSources }),
      actorId: accountId,
      createdAt: this.clock.now(),
    };
    // The event's own id is not known yet, and neither status nor place depends on it.
    const reached = withStep(before, { ...step, eventId: 0n });
    if (reached.status === 'approved' && status !== 'approved') await assertUncontradicted(tx, newsroomId, before);
    const appending = this.log.appendToArticle(tx, actor, articleId, {
      type: `annotation.${kind}`,
      subjectId: id,
      data: {
        annotationRevision,
        articleRevision,
        comment,
        ...(withoutSources !== undefined && { withoutSources }),
        exact: excerpt(before.selector[1].exact),
        before: { status },
        after: { status: reached.status },
        ...details,
      },
    });
    const [eventId] = await Promise.all([
      appending,
      this.articles.annotationChanged(tx, newsroomId, text, id, before, reached),
    ]);
    const after = withStep(before, { ...step, eventId });
    insertStep(tx, { newsroomId, articleId, annotationId: id }, { ...step, id: newId(), eventId });
    writeHeads(tx, newsroomId, [after]);
    return after;
  }
}
