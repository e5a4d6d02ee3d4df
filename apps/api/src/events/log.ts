import { Injectable } from '@nestjs/common';
import { besideEventTypes, type EventType } from '@belegg/contract';
import type { Prisma } from '../generated/prisma/client';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import { afterCommit } from '../platform/database/connections';
import type { Tx } from '../platform/database/database';
import { begun, readRows, send, sql, together, type Change, type Sql } from '../platform/database/statements';
import { JobQueue } from '../platform/jobs';
import { assertStanding } from '../platform/sessions/standing';
import { isToBeTold } from './notifying';
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
    private readonly queue: JobQueue,
  ) {}

  /**
   * Appends what happened to an article or its annotations, and makes the changes that it tells of, in one statement;
   * they can read the event's id from `told`. The article's row has to be locked by this transaction (see
   * `Texts.lock`), so that its events are numbered without a gap.
   * @returns the id of the event
   */
  async appendToArticle(
    tx: Tx,
    actor: Author,
    articleId: string,
    event: NewEvent,
    changes: readonly Change[] = [],
  ): Promise<bigint> {
    const [id] = await this.appendManyToArticle(tx, actor, articleId, [event], changes);
    if (id === undefined) throw new Error(`there is no article ${articleId}`);
    return id;
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
    changes: readonly Change[] = [],
  ): Promise<readonly bigint[]> {
    await this.haveTold(tx, actor.newsroomId, events);
    const standing = begun(assertAuthor(tx, actor, events));
    const appended = events.map((event) => ({ ...event, actorId: actor.accountId }));
    const ids = begun(readIds(tx, this.telling(tx, actor.newsroomId, articleId, appended, changes)));
    await standing;
    return ids;
  }

  /** As `appendManyToArticle`, for who does not need the ids: the statement is sent without waiting. */
  async tellArticle(
    tx: Tx,
    actor: Author,
    articleId: string,
    events: readonly NewEvent[],
    changes: readonly Change[],
  ): Promise<void> {
    await this.haveTold(tx, actor.newsroomId, events);
    const standing = begun(assertAuthor(tx, actor, events));
    const told = events.map((event) => ({ ...event, actorId: actor.accountId }));
    this.tellOfSeveral(tx, actor.newsroomId, articleId, told, changes);
    await standing;
  }

  /** As `tellArticle`, of what several people did, who were seen to stand for it still in this transaction. */
  tellOfSeveral(
    tx: Tx,
    newsroomId: string,
    articleId: string,
    events: readonly ByAuthor[],
    changes: readonly Change[],
  ): void {
    send(tx, this.telling(tx, newsroomId, articleId, events, changes));
  }

  /** Gives the events their numbers within the article, and appends them. */
  private telling(
    tx: Tx,
    newsroomId: string,
    articleId: string,
    events: readonly ByAuthor[],
    changes: readonly Change[],
  ): Sql {
    const at = this.clock.now();
    const count = events.length;
    const isChange = events.some(({ type }) => !beside.has(type));
    const rows = events.map(({ type, subjectId, data = {}, actorId }, index) => ({
      index,
      type,
      subjectId,
      data,
      actorId,
    }));
    this.sequenceAfterCommit(tx, newsroomId);
    return together(
      [
        {
          name: 'numbered',
          change: sql`UPDATE "Article" SET "seq" = "seq" + ${count}::int, "updatedAt" = ${at},
              "changedSeq" = CASE WHEN ${isChange}::boolean THEN "seq" + ${count}::int ELSE "changedSeq" END
            WHERE "newsroomId" = ${newsroomId}::uuid AND "id" = ${articleId}::uuid RETURNING "seq" - ${count}::int AS "before"`,
        },
        {
          name: 'told',
          change: sql`INSERT INTO "Event" ("newsroomId", "actorId", "at", "type", "articleId", "seq", "subjectId", "data")
            SELECT ${newsroomId}::uuid, r."actorId", ${at}, r."type", ${articleId}::uuid, numbered."before" + 1 + r."index",
              r."subjectId", r."data"
            FROM numbered, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
              AS r("index" int, "type" text, "subjectId" uuid, "data" jsonb, "actorId" uuid)
            ORDER BY r."index" RETURNING "id"`,
        },
        ...changes,
      ],
      sql`SELECT "id" FROM told`,
    );
  }

  /**
   * Appends the same event to articles whose rows are locked, in a fixed number of statements however many there are.
   */
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
    send(
      tx,
      this.insertion(
        tx,
        actor,
        at,
        rows.map((row) => ({ ...event, ...row })),
      ),
    );
  }

  /** Appends what belongs to no article: sources, members, tokens, evidence. */
  async append(tx: Tx, actor: Author, event: NewEvent): Promise<bigint> {
    await assertAuthor(tx, actor, [event]);
    const [id] = await readIds(tx, this.insertion(tx, actor, this.clock.now(), [event]));
    if (id === undefined) throw new Error('an event was given and none was appended');
    return id;
  }

  private insertion(tx: Tx, { newsroomId, accountId }: Author, at: Date, events: readonly Numbered[]): Sql {
    const rows = events.map(({ type, subjectId, data = {}, articleId, seq }) => ({
      type,
      subjectId,
      data,
      articleId,
      seq,
    }));
    this.sequenceAfterCommit(tx, newsroomId);
    return sql`INSERT INTO "Event" ("newsroomId", "actorId", "at", "type", "articleId", "seq", "subjectId", "data")
        SELECT ${newsroomId}::uuid, ${accountId}::uuid, ${at}, r."type", r."articleId", r."seq", r."subjectId", r."data"
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          AS r("type" text, "articleId" uuid, "seq" int, "subjectId" uuid, "data" jsonb)
        ORDER BY r."seq" RETURNING "id"`;
  }

  /** Has a job look who is to be told of these. */
  private async haveTold(tx: Tx, newsroomId: string, events: readonly NewEvent[]): Promise<void> {
    if (events.some(isToBeTold)) await this.queue.add(tx, { kind: 'notify', newsroomId });
  }

  private sequenceAfterCommit(tx: Tx, newsroomId: string): void {
    afterCommit(tx, `sequence ${newsroomId}`, () => {
      this.sequencer.request(newsroomId);
    });
  }
}

/** An event that may be one of an article, with its number there. */
type Numbered = NewEvent & { readonly articleId?: string; readonly seq?: number };
/** An event, and who did it. */
type ByAuthor = NewEvent & { readonly actorId: string };

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
const beside: ReadonlySet<EventType> = new Set(besideEventTypes);
