import type { EventView, NotificationKind } from '@belegg/contract';
import { z } from 'zod';
import type { Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';
import type { NewNotification } from './notification.repository';

const naming = z.object({
  mentions: z.array(z.uuid()).default([]),
  askedId: z.uuid().optional(),
  annotationId: z.uuid().optional(),
});
const revised = z.object({ articleRevision: z.int() });
const assigned = z.object({
  assigneeId: z.uuid(),
  annotationId: z.uuid().optional(),
  before: z.object({ assigneeId: z.uuid() }).optional(),
});
const lapsing = z.object({ before: z.object({ status: z.literal('approved') }) });

type Recipients = (tx: Tx, newsroomId: string, event: EventView) => Promise<readonly NewNotification[]>;

/**
 * Who is told of which event, and why. Nobody is told of what they did themselves. Whoever adds a kind of event adds it
 * here, and to `isToBeTold`.
 */
export const recipientsOf: Recipients = async (tx, newsroomId, event) => {
  if (event.data['undoes'] !== undefined) return [];
  const find = findersOf(event.type);
  const found = find ? await find(tx, newsroomId, event) : [];
  return found.filter(({ accountId }) => accountId !== event.actor.id);
};

function findersOf(type: EventView['type']): Recipients | undefined {
  if (type === 'thread.opened' || type === 'thread.answered' || type === 'thread.edited') return named;
  if (type === 'assignment.made' || type === 'assignment.changed') return newlyAssigned;
  if (type === 'annotation.returned') return (tx, newsroomId, event) => authors(tx, newsroomId, event, 'return');
  if (type === 'annotation.edited') return lapsedByEdit;
  if (type === 'article.revised') return lapsedByText;
  return type === 'report.signed' ? signedOff : undefined;
}

const about = (
  { id, at, actor, articleId }: EventView,
  kind: NotificationKind,
  accountId: string,
): NewNotification => ({
  accountId,
  kind,
  key: `event ${id}`,
  at: new Date(at),
  actorId: actor.id,
  articleId,
});

/** Whoever is asked, and whoever is mentioned beside. */
const named: Recipients = async (_, __, event) => {
  const { mentions, askedId, annotationId } = naming.parse(event.data);
  const what = { annotationId, threadId: event.subjectId };
  return [
    ...(askedId === undefined ? [] : [{ ...about(event, 'question', askedId), ...what }]),
    ...mentions.filter((id) => id !== askedId).map((id) => ({ ...about(event, 'mention', id), ...what })),
  ];
};

/** Whoever got something to do that was not theirs before. */
const newlyAssigned: Recipients = async (_, __, event) => {
  const { assigneeId, annotationId, before } = assigned.parse(event.data);
  return before?.assigneeId === assigneeId ? [] : [{ ...about(event, 'assignment', assigneeId), annotationId }];
};

async function authors(
  tx: Tx,
  newsroomId: string,
  event: EventView,
  kind: NotificationKind,
): Promise<readonly NewNotification[]> {
  const annotationId = event.subjectId;
  if (annotationId === undefined) return [];
  const rows = await readRows<{ accountId: string }>(
    tx,
    sql`SELECT DISTINCT "authorId" AS "accountId" FROM "AnnotationRevision"
      WHERE "newsroomId" = ${newsroomId}::uuid AND "annotationId" = ${annotationId}::uuid`,
  );
  return rows.map(({ accountId }) => ({ ...about(event, kind, accountId), annotationId }));
}

const lapsedByEdit: Recipients = (tx, newsroomId, event) =>
  lapsing.safeParse(event.data).success ? authors(tx, newsroomId, event, 'lapse') : Promise.resolve([]);

/** The authors of what held on the text before, and holds no more on this one: each is told once. */
const lapsedByText: Recipients = async (tx, newsroomId, event) => {
  const before = revised.parse(event.data).articleRevision - 1;
  const rows = await readRows<{ accountId: string; annotationIds: string[] }>(
    tx,
    sql`SELECT author AS "accountId", array_agg(h."id" ORDER BY h."start") AS "annotationIds"
      FROM "AnnotationHead" h CROSS JOIN unnest(h."authorIds") AS author
      WHERE h."newsroomId" = ${newsroomId}::uuid AND h."articleId" = ${event.articleId ?? null}::uuid
        AND h."status" = 'lapsed' AND (${before}::int = ANY(h."carriedOnto") OR EXISTS (
          SELECT FROM jsonb_array_elements(h."steps") s
          WHERE s->>'kind' = 'approved' AND (s->>'annotationRevision')::int = h."revision" AND (s->>'articleRevision')::int = ${before}::int))
      GROUP BY author`,
  );
  return rows.map(({ accountId, annotationIds }) => ({
    ...about(event, 'lapse', accountId),
    annotationId: annotationIds[0],
    count: annotationIds.length,
  }));
};

/** Whoever wrote of what was signed off. */
const signedOff: Recipients = async (tx, newsroomId, event) => {
  const rows = await readRows<{ accountId: string }>(
    tx,
    sql`SELECT DISTINCT author AS "accountId" FROM "AnnotationHead" h CROSS JOIN unnest(h."authorIds") AS author
      WHERE h."newsroomId" = ${newsroomId}::uuid AND h."articleId" = ${event.articleId ?? null}::uuid
        AND h."status" <> 'retired'`,
  );
  return rows.map(({ accountId }) => about(event, 'signOff', accountId));
};
