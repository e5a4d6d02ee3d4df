import { Injectable } from '@nestjs/common';
import type { EventType } from '@belegg/contract';
import type { Prisma } from '../generated/prisma/client';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import { afterCommit } from '../platform/database/connections';
import type { Tx } from '../platform/database/database';
import { Sequencer } from './sequencer';
import { assertStanding } from '../platform/sessions/standing';

export interface NewEvent {
  readonly type: EventType;
  /** The annotation, source, member or report that it is about. */
  readonly subjectId?: string;
  /** What changed: before and after, as far as a reader of the log needs it. */
  readonly data?: Prisma.InputJsonObject;
}

/** Who did it, and in which newsroom. One that has a session has to stand for it still. */
export type Author = Pick<Actor, 'newsroomId' | 'accountId'> | Actor;

/** The append-only log. Whoever changes anything appends to it, in the same transaction. */
@Injectable()
export class EventLog {
  constructor(
    private readonly clock: Clock,
    private readonly sequencer: Sequencer,
  ) {}

  /**
   * Appends what happened to an article or its annotations. The article's row has to be locked by this transaction
   * (see `Texts.lock`), so that its events are numbered without a gap.
   * @returns the id of the event
   */
  async appendToArticle(tx: Tx, actor: Author, articleId: string, event: NewEvent): Promise<bigint> {
    const { newsroomId } = actor;
    const now = this.clock.now();
    const { seq } = await tx.article.update({
      where: { newsroomId_id: { newsroomId, id: articleId } },
      data: { seq: { increment: 1 }, updatedAt: now },
      select: { seq: true },
    });
    return this.insert(tx, actor, event, now, { articleId, seq });
  }

  /** Appends what belongs to no article: sources, members, tokens, evidence. */
  append(tx: Tx, actor: Author, event: NewEvent): Promise<bigint> {
    return this.insert(tx, actor, event, this.clock.now(), {});
  }

  private async insert(
    tx: Tx,
    actor: Author,
    event: NewEvent,
    at: Date,
    place: { articleId?: string; seq?: number },
  ): Promise<bigint> {
    // Whoever changes their own rights has lost them by now, and was locked when they were judged.
    if ('sessionId' in actor && event.subjectId !== actor.accountId) await assertStanding(tx, actor);
    const { id } = await tx.event.create({
      data: {
        newsroomId: actor.newsroomId,
        actorId: actor.accountId,
        at,
        type: event.type,
        articleId: place.articleId ?? null,
        seq: place.seq ?? null,
        subjectId: event.subjectId ?? null,
        data: event.data ?? {},
      },
      select: { id: true },
    });
    afterCommit(tx, `sequence ${actor.newsroomId}`, () => {
      this.sequencer.request(actor.newsroomId);
    });
    return id;
  }
}
