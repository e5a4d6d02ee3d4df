import { Injectable } from '@nestjs/common';
import type { AnnotationView, EventType } from '@belegg/contract';
import { deriveStatus, type StepKind } from '@belegg/domain';
import { EventLog, excerpt, type Undoing } from '../events';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { newId } from '../platform/ids';
import { insertStep } from './annotation.repository';
import { readCarries } from './facts.repository';

/** What is told of a step beside the step itself. */
export type Said = Undoing & { readonly comment?: string; readonly undone?: EventType };

/** Appends steps of review that were admitted, and tells the log. The article is locked. */
@Injectable()
export class StepWriter {
  constructor(
    private readonly clock: Clock,
    private readonly log: EventLog,
  ) {}

  async append(
    tx: Tx,
    actor: Actor,
    before: AnnotationView,
    articleRevision: number,
    kind: StepKind,
    { comment = '', ...said }: Said,
  ): Promise<void> {
    const { newsroomId, accountId } = actor;
    const { id, articleId, revision: annotationRevision, status } = before;
    const step = { kind, annotationRevision, articleRevision };
    const carries = await readCarries(tx, { newsroomId, annotationIds: [id] });
    const reached = deriveStatus({
      annotationRevision,
      articleRevision,
      steps: [...before.steps, step],
      carriedOnto: carries
        .filter((carry) => carry.annotationRevision === annotationRevision)
        .map((carry) => carry.articleRevision),
    });
    const eventId = await this.log.appendToArticle(tx, actor, articleId, {
      type: `annotation.${kind}`,
      subjectId: id,
      data: {
        annotationRevision,
        articleRevision,
        comment,
        exact: excerpt(before.selector[1].exact),
        before: { status },
        after: { status: reached },
        ...said,
      },
    });
    await insertStep(
      tx,
      { newsroomId, articleId, annotationId: id, articleRevision },
      {
        id: newId(),
        annotationRevision,
        kind,
        comment,
        actorId: accountId,
        eventId,
        createdAt: this.clock.now(),
      },
    );
  }
}
