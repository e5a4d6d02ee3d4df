import { event as eventSchema, notUndoable, type EventView } from '@belegg/contract';
import { Prisma } from '../generated/prisma/client';
import type { Tx } from '../platform/database/database';
import { fromRow, selectEvents, type EventRow } from './event.reader';

/** What an event that undoes another one says: the `seq` of that. */
export interface Undoing {
  readonly undoes?: number;
}

/** An action on an article: an event that was not undone, nor undid anything, and is no talk. */
export type Action = EventView & { readonly seq: number };

/** What somebody did last on an article. */
export async function readLastAction(
  tx: Tx,
  newsroomId: string,
  articleId: string,
  actorId: string,
): Promise<Action | undefined> {
  const [action] = await read(
    tx,
    newsroomId,
    articleId,
    Prisma.sql`e."actorId" = ${actorId}::uuid`,
    Prisma.sql`DESC LIMIT 1`,
  );
  return action;
}

/** What anybody did on an article after an event, in order. */
export function readActionsAfter(tx: Tx, newsroomId: string, articleId: string, seq: number): Promise<Action[]> {
  return read(tx, newsroomId, articleId, Prisma.sql`e."seq" > ${seq}::int`, Prisma.sql`ASC`);
}

async function read(
  tx: Tx,
  newsroomId: string,
  articleId: string,
  which: Prisma.Sql,
  order: Prisma.Sql,
): Promise<Action[]> {
  const rows = await tx.$queryRaw<EventRow[]>`${selectEvents}
    WHERE e."newsroomId" = ${newsroomId}::uuid AND e."articleId" = ${articleId}::uuid AND ${which} AND e."data"->'undoes' IS NULL
      AND e."type" <> ALL(${[...notUndoable]}::text[])
      AND e."seq" NOT IN (
        SELECT (u."data"->>'undoes')::int FROM "Event" u
        WHERE u."newsroomId" = ${newsroomId}::uuid AND u."articleId" = ${articleId}::uuid AND u."data"->'undoes' IS NOT NULL)
    ORDER BY e."seq" ${order}`;
  return rows.map((row) => actionSchema.parse(fromRow(row)));
}

const actionSchema = eventSchema.required({ seq: true });
