import { Injectable } from '@nestjs/common';
import type { EventType } from '@belegg/contract';
import type { StepKind } from '@belegg/domain';
import type { ArticleStanding } from '../coverage';
import { EventLog, excerpt, type Undoing } from '../events';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { newId } from '../platform/ids';
import type { Text } from '../texts';
import { stepInsertion } from './annotation.repository';
import { assertUncontradicted } from './conflicts';
import { withStep, type AnnotationHead } from './head/annotation-head';
import { headChanges, toldNow } from './head/head.repository';

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
  ) {}

  /**
   * @param standing what stands in the article before
   * @returns what holds now; its last step is not told by the number of its event
   * @throws ProblemError `contradicts` where it would be approved beside one that says otherwise of the same words
   */
  async append(
    tx: Tx,
    actor: Actor,
    before: AnnotationHead,
    text: Text,
    standing: ArticleStanding,
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
    const after = withStep(before, { ...step, eventId: toldNow });
    if (after.status === 'approved' && status !== 'approved') assertUncontradicted(standing, before);
    const changes = [
      stepInsertion({ newsroomId, articleId, annotationId: id }, { ...step, id: newId() }),
      ...headChanges(newsroomId, [after]),
      ...standing.change(tx, [{ before, after }]),
    ];
    const event = {
      type: `annotation.${kind}` as const,
      subjectId: id,
      data: {
        annotationRevision,
        articleRevision,
        comment,
        ...(withoutSources !== undefined && { withoutSources }),
        exact: excerpt(before.selector[1].exact),
        before: { status },
        after: { status: after.status },
        ...details,
      },
    };
    await this.log.tellArticle(tx, actor, articleId, [event], changes);
    return after;
  }
}
