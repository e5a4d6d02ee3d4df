import { Injectable } from '@nestjs/common';
import { talkEventTypes, type EventType } from '@belegg/contract';
import type { Prisma } from '../generated/prisma/client';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import { afterCommit } from '../platform/database/connections';
import type { Tx } from '../platform/database/database';
import { readRows, send, sql, type Sql } from '../platform/database/statements';
import { assertStanding } from '../platform/sessions/standing';
import { Sequencer } from './sequencer';

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
    const [id] = await this.appendManyToArticle(tx, actor, articleId, [event]);
    if (id === undefined) throw new Error('an event was given and none was appended');
    return id;
  }

  /** As `appendToArticle`, for who does not need the ids: what appends them is sent without waiting. */
  async tellArticle(tx: Tx, actor: Author, articleId: string, events: readonly NewEvent[]): Promise<void> {
    const { at, numbered } = await this.number(tx, actor, articleId, events);
    send(tx, this.insertion(tx, actor, at, numbered));
  }

  /**
   * As `appendToArticle`, in a fixed number of statements however many there are.
   * @returns the ids of the events, in their order
   */
  async appendManyToArticle(
    tx: Tx,
    actor: Author,
    articleId: string,
    events: readonly NewEvent[],
  ): Promise<readonly bigint[]> {
    const { at, numbered } = await this.number(tx, actor, articleId, events);
    return readIds(tx, this.insertion(tx, actor, at, numbered));
  }

  /** Gives the events their numbers within the article, once it is sure that the author may still do this. */
  private async number(tx: Tx, actor: Author, articleId: string, events: readonly NewEvent[]): Promise<NumberedEvents> {
    const { newsroomId } = actor;
    const at = this.clock.now();
    const changes = events.some(({ type }) => !beside.has(type));
    const [, [row]] = await Promise.all([
      assertAuthor(tx, actor, events),
      readRows<{ seq: number }>(
        tx,
        sql`UPDATE "Article" SET "seq" = "seq" + ${events.length}::int, "updatedAt" = ${at},
            "changedSeq" = CASE WHEN ${changes}::boolean THEN "seq" + ${events.length}::int ELSE "changedSeq" END
          WHERE "newsroomId" = ${newsroomId}::uuid AND "id" = ${articleId}::uuid RETURNING "seq"`,
      ),
    ]);
    if (!row) throw new Error(`there is no article ${articleId}`);
    const first = row.seq - events.length + 1;
    return { at, numbered: events.map((event, index) => ({ ...event, articleId, seq: first + index })) };
  }

  /** Appends the same event to articles whose rows are locked, in a fixed number of statements however many there are. */
  async appendToArticles(tx: Tx, actor: Author, articleIds: readonly string[], event: NewEvent): Promise<void> {
    if (articleIds.length === 0) return;
    const at = this.clock.now();
    await assertAuthor(tx, actor, [event]);
    const rows = await readRows<{ articleId: string; seq: number }>(
      tx,
      sql`UPDATE "Article" SET "seq" = "seq" + 1, "changedSeq" = "seq" + 1, "updatedAt" = ${at}
        WHERE "newsroomId" = ${actor.newsroomId}::uuid AND "id" = ANY(${[...articleIds]}::uuid[])
        RETURNING "id" AS "articleId", "seq"`,
    );
    const numbered = rows.map((row) => ({ ...event, ...row }));
    send(tx, this.insertion(tx, actor, at, numbered));
  }

  /** Appends what belongs to no article: sources, members, tokens, evidence. */
  async append(tx: Tx, actor: Author, event: NewEvent): Promise<bigint> {
    await assertAuthor(tx, actor, [event]);
    const [id] = await readIds(tx, this.insertion(tx, actor, this.clock.now(), [event]));
    if (id === undefined) throw new Error('an event was given and none was appended');
    return id;
  }

  private insertion(tx: Tx, actor: Author, at: Date, events: NumberedEvents['numbered']): Sql {
    const { newsroomId, accountId } = actor;
    const rows = events.map(({ type, subjectId, data = {}, articleId, seq }) => ({
      type,
      subjectId,
      data,
      articleId,
      seq,
    }));
    afterCommit(tx, `sequence ${newsroomId}`, () => {
      this.sequencer.request(newsroomId);
    });
    return sql`INSERT INTO "Event" ("newsroomId", "actorId", "at", "type", "articleId", "seq", "subjectId", "data")
        SELECT ${newsroomId}::uuid, ${accountId}::uuid, ${at}, r."type", r."articleId", r."seq", r."subjectId", r."data"
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          AS r("type" text, "articleId" uuid, "seq" int, "subjectId" uuid, "data" jsonb)
        ORDER BY r."seq" RETURNING "id"`;
  }
}

/** Events, and of those of an article which number each has there. */
interface NumberedEvents {
  readonly at: Date;
  readonly numbered: readonly (NewEvent & { readonly articleId?: string; readonly seq?: number })[];
}

async function readIds(tx: Tx, insertion: Sql): Promise<readonly bigint[]> {
  const inserted = await readRows<{ id: bigint }>(tx, insertion);
  return inserted.map(({ id }) => id).sort((a, b) => (a < b ? -1 : 1));
}

/** Whoever changes their own rights has lost them by now, and was locked when they were judged. */
async function assertAuthor(tx: Tx, actor: Author, events: readonly NewEvent[]): Promise<void> {
  if ('sessionId' in actor && events.every(({ subjectId }) => subjectId !== actor.accountId))
    await assertStanding(tx, actor);
}

/** Events that change nothing in what a report would say. */
const beside: ReadonlySet<EventType> = new Set<EventType>([
  'report.published',
  'report.unpublished',
  ...talkEventTypes,
]);
