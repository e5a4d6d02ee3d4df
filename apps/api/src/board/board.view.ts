import type { BoardColumn, BoardItem, BoardView } from '@belegg/contract';
import { permits, refusal, turnOf } from '@belegg/domain';
import { excerpt } from '../events';
import type { Actor } from '../platform/actor';
import type { People } from '../platform/people';
import type { BoardRow, ClaimsRow, TaskRow } from './board.repository';

/** The most items of a column that are told. */
const mostTold = 50;

/** Everybody whom a board names. */
export function namedIn(rows: readonly BoardRow[]): string[] {
  return rows.flatMap((row) => {
    if (row.kind === 'assignment') return [row.detail.assigneeId, row.detail.byId];
    return row.kind === 'question' ? [row.detail.askedId, row.detail.byId] : [];
  });
}

export function toBoard(rows: readonly BoardRow[], actor: Actor, now: Date, people: People): BoardView {
  const placed = rows.flatMap((row) => columnsOf(row, actor, now).map((column) => ({ column, row })));
  const column = (name: BoardColumn): BoardView[BoardColumn] => {
    const items = joined(placed.filter((one) => one.column === name).map(({ row }) => toItem(row, actor, people)));
    return { count: items.reduce((sum, { count }) => sum + count, 0), items: items.slice(0, mostTold) };
  };
  return {
    mine: column('mine'),
    waitsForMe: column('waitsForMe'),
    waitsForOthers: column('waitsForOthers'),
    late: column('late'),
  };
}

function columnsOf(row: BoardRow, actor: Actor, now: Date): readonly BoardColumn[] {
  const { accountId, roles } = actor;
  switch (row.kind) {
    case 'claims':
      return columnsOfClaims(row, actor);
    case 'marks':
      if (row.detail.authorId === accountId) return ['waitsForOthers'];
      return permits(roles, 'write') ? ['waitsForMe'] : [];
    case 'question':
      return [row.detail.askedId === accountId ? 'waitsForMe' : 'waitsForOthers'];
    case 'assignment':
      return columnsOfTask(row, accountId, now);
  }
}

function columnsOfClaims({ detail: { status, authorIds } }: ClaimsRow, { accountId, roles }: Actor): BoardColumn[] {
  if (status !== 'submitted') return permits(roles, 'write') ? ['mine'] : [];
  if (authorIds.includes(accountId)) return ['waitsForOthers'];
  return refusal({ action: 'approve', status, roles, actorId: accountId, authorIds }) ? [] : ['waitsForMe'];
}

function columnsOfTask({ detail }: TaskRow, accountId: string, now: Date): BoardColumn[] {
  const turn = turnOf(detail.kind, 'open', detail.status ?? undefined);
  if (turn === 'over') return [];
  const isMine = detail.assigneeId === accountId;
  const isLate = turn === 'due' && detail.dueAt !== null && Date.parse(detail.dueAt) < now.getTime();
  const isOthers = isMine ? turn === 'waits' : detail.byId === accountId;
  return [
    ...(isMine && turn === 'due' ? (['mine'] as const) : []),
    ...(isOthers ? (['waitsForOthers'] as const) : []),
    ...(isLate ? (['late'] as const) : []),
  ];
}

function toItem(row: BoardRow, { accountId }: Actor, people: People): BoardItem {
  const { articleId, title, count, annotationId, exact, since } = row;
  const common = {
    article: { id: articleId, title },
    count,
    since: since.toISOString(),
    ...(annotationId !== null && { annotationId }),
    ...(exact !== null && { exact: excerpt(exact) }),
  };
  switch (row.kind) {
    case 'claims':
      return { kind: row.detail.status, ...common };
    case 'marks':
      return { kind: 'mark', ...common };
    case 'question': {
      const { threadId, askedId, byId } = row.detail;
      return { kind: 'question', ...common, threadId, person: people(askedId === accountId ? byId : askedId) };
    }
    case 'assignment': {
      const { id, kind, assigneeId, byId, note, dueAt } = row.detail;
      const assignment = { id, kind, note, assignee: people(assigneeId), by: people(byId) };
      const due = dueAt === null ? {} : { dueAt: new Date(dueAt).toISOString() };
      return { kind: 'assignment', ...common, assignment, person: people(assigneeId), ...due };
    }
  }
}

/**
 * Claims and sentences of an article that differ in their authors alone are one item; what is due first comes first,
 * then the oldest.
 */
function joined(items: readonly BoardItem[]): BoardItem[] {
  const groups = Map.groupBy(items, ({ kind, article, assignment, threadId }) =>
    [kind, article.id, assignment?.id, threadId].join(' '),
  );
  return [...groups.values()]
    .flatMap((group) => {
      const [oldest, ...others] = group.toSorted((a, b) => a.since.localeCompare(b.since));
      if (!oldest) return [];
      const { exact, ...rest } = oldest;
      const count = group.reduce((sum, one) => sum + one.count, 0);
      return [{ ...rest, count, ...(others.length === 0 && exact !== undefined && { exact }) }];
    })
    .sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') || a.since.localeCompare(b.since));
}
