import type { CommentView, ThreadView } from '@belegg/contract';
import type { Selector } from '@belegg/domain';
import type { Tx } from '../platform/database/database';
import { readPeople, type People } from '../platform/people';
import { readComments, readThreads, type CommentRow, type StoredPassage, type ThreadRow } from './thread.repository';

/** More than any article has. */
const mostThreads = 10_000;

/** All conversations of an article, the oldest first. */
export async function readTalk(tx: Tx, newsroomId: string, articleId: string, readerId: string): Promise<ThreadView[]> {
  const rows = await readThreads(tx, { newsroomId, articleId, limit: mostThreads }, readerId);
  return toThreadViews(tx, newsroomId, rows, readerId);
}

/** Threads in full, in a fixed number of statements however many they are. @param readerId for whom they are */
export async function toThreadViews(
  tx: Tx,
  newsroomId: string,
  rows: readonly ThreadRow[],
  readerId: string,
): Promise<ThreadView[]> {
  const comments = await readComments(
    tx,
    newsroomId,
    rows.map(({ id }) => id),
  );
  const byThread = Map.groupBy(comments, ({ threadId }) => threadId);
  const named = [
    ...rows.flatMap(({ askedId, step }) => [...(askedId === null ? [] : [askedId]), ...(step ? [step.actorId] : [])]),
    ...comments.flatMap(({ authorId, mentions }) => [authorId, ...mentions]),
  ];
  const people = await readPeople(tx, newsroomId, named);
  return rows.map((row) => toThreadView(row, byThread.get(row.id) ?? [], people, readerId));
}

function toThreadView(row: ThreadRow, comments: readonly CommentRow[], people: People, readerId: string): ThreadView {
  const { id, articleId, annotationId, askedId, step, readUpTo, createdAt } = row;
  const passage = passageOf(row);
  return {
    id,
    articleId,
    ...(annotationId !== null && { annotationId }),
    ...(passage && { passage }),
    ...(askedId !== null && { asked: people(askedId) }),
    isAnswered: comments.some(({ number, authorId }) => number > 1 && authorId === askedId),
    ...(step?.kind === 'resolved' && {
      resolved: { by: people(step.actorId), at: new Date(step.createdAt).toISOString() },
    }),
    comments: comments.map((comment) => toCommentView(comment, people)),
    unread: comments.filter(({ number, authorId }) => number > readUpTo && authorId !== readerId).length,
    createdAt: createdAt.toISOString(),
  };
}

function passageOf({ exact, start, end, prefix, suffix, anchor }: ThreadRow): ThreadView['passage'] {
  if (exact === null) return undefined;
  if (start === null || end === null) return { exact, anchor: { outcome: 'orphaned' } };
  if (!anchor)
    return {
      exact,
      anchor: { outcome: 'unchanged' },
      selector: toSelector({ start, end, exact, prefix: prefix ?? '', suffix: suffix ?? '' }),
    };
  const { outcome, score } = anchor;
  return {
    exact,
    anchor: { outcome, ...(score !== null && { score }) },
    ...(anchor.start !== null && { selector: toSelector(anchor) }),
  };
}

const toSelector = ({ start, end, exact, prefix, suffix }: StoredPassage): [Selector[0], Selector[1]] => [
  { type: 'TextPositionSelector', start, end },
  { type: 'TextQuoteSelector', exact, prefix, suffix },
];

function toCommentView(row: CommentRow, people: People): CommentView {
  const { number, text, mentions, revision, authorId, writtenBy, writtenAt, saidAt, createdAt } = row;
  const at = writtenBy === null ? saidAt : writtenAt;
  return {
    number,
    author: writtenBy === null ? people(authorId) : { name: writtenBy },
    ...(at && { at: at.toISOString() }),
    text,
    mentions: mentions.map(people),
    revision,
    ...(revision > 1 && { editedAt: createdAt.toISOString() }),
    ...(writtenBy !== null && { importedBy: people(authorId) }),
  };
}
