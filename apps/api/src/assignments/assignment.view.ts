import type { AssignmentView, ThreadView } from '@belegg/contract';
import type { Tx } from '../platform/database/database';
import { readPeople, type People } from '../platform/people';
import type { AssignmentRow } from './assignment.repository';

export const etagOf = ({ version }: Pick<AssignmentRow, 'version'>): string => `"a${version}"`;

/** In two statements at most, however many they are. */
export async function toAssignmentViews(
  tx: Tx,
  newsroomId: string,
  rows: readonly AssignmentRow[],
): Promise<AssignmentView[]> {
  const named = rows.flatMap(({ assigneeId, createdById, closedById }) => [
    assigneeId,
    createdById,
    ...(closedById === null ? [] : [closedById]),
  ]);
  const people = await readPeople(tx, newsroomId, named);
  return rows.map((row) => toAssignmentView(row, people));
}

function toAssignmentView(row: AssignmentRow, people: People): AssignmentView {
  const { id, articleId, annotationId, kind, assigneeId, dueAt, note, state, comment, closedById, closedAt } = row;
  const passage = passageOf(row);
  return {
    id,
    articleId,
    ...(annotationId !== null && { annotationId }),
    ...(passage && { passage }),
    kind,
    assignee: people(assigneeId),
    by: people(row.createdById),
    ...(dueAt && { dueAt: dueAt.toISOString() }),
    note,
    state,
    ...(closedById !== null && closedAt && { closed: { by: people(closedById), at: closedAt.toISOString(), comment } }),
    createdAt: row.createdAt.toISOString(),
    etag: etagOf(row),
  };
}

function passageOf({ passage, place }: AssignmentRow): ThreadView['passage'] {
  if (!passage) return undefined;
  const { start, end, exact, prefix, suffix } = passage;
  if (place) return { exact, ...place };
  return {
    exact,
    anchor: { outcome: 'unchanged' },
    selector: [
      { type: 'TextPositionSelector', start, end },
      { type: 'TextQuoteSelector', exact, prefix, suffix },
    ],
  };
}
