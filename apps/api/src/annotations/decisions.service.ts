import { Injectable } from '@nestjs/common';
import type { AnnotationView } from '@belegg/contract';
import { deriveStatus, type Action, type StepKind } from '@belegg/domain';
import { EventLog, excerpt } from '../events';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { newId } from '../platform/ids';
import { insertStep } from './annotation.repository';
import { LockedAnnotations } from './locked-annotations';
import { AnnotationReader } from './reader';

/** What can be done in review, and the step that it leaves. */
const stepOf = {
  submit: 'submitted', withdraw: 'withdrawn', approve: 'approved', return: 'returned', retire: 'retired',
} as const satisfies Partial<Record<Action, StepKind>>;
export type ReviewAction = keyof typeof stepOf;

/** The way of an annotation through review. Each step names both revisions, and its status follows from the steps. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: EventLog,
    private readonly locked: LockedAnnotations,
    private readonly reader: AnnotationReader,
  ) {}

  /** @throws ProblemError as `LockedAnnotations.admit` */
  decide(actor: Actor, id: string, action: ReviewAction, ifMatch: string, comment: string): Promise<AnnotationView> {
    const { newsroomId, accountId } = actor;
    const kind = stepOf[action];
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const { before, articleRevision } = await this.locked.admit(tx, actor, id, action, ifMatch);
      const { articleId, revision: annotationRevision, status } = before;
      const step = { kind, annotationRevision, articleRevision };
      // The step is on the current text, so nothing has to be carried for it to count.
      const reached = deriveStatus({ annotationRevision, articleRevision, steps: [...before.steps, step], carriedOnto: [] });
      const eventId = await this.log.appendToArticle(tx, actor, articleId, {
        type: `annotation.${kind}`,
        subjectId: id,
        data: { annotationRevision, articleRevision, comment, exact: excerpt(before.selector[1].exact), before: { status }, after: { status: reached } },
      });
      await insertStep(tx, { newsroomId, articleId, annotationId: id, articleRevision }, {
        id: newId(), annotationRevision, kind, comment, actorId: accountId, eventId, createdAt: this.clock.now(),
      });
      return this.reader.view(tx, newsroomId, id);
    });
  }
}
