import { Injectable } from '@nestjs/common';
import type { EventType, NewAssignment } from '@belegg/contract';
import { assignmentRefusal, CodePointText, describe } from '@belegg/domain';
import { EventLog, excerpt, type NewEvent } from '../events';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { newId } from '../platform/ids';
import { invalidField, ProblemError } from '../platform/problem-error';
import type { Text } from '../texts';
import {
  insertAssignments,
  readAssignments,
  readClaims,
  readRoles,
  updateAssignments,
  type AssignmentFields,
  type AssignmentRow,
  type NewAssignmentRow,
  type StoredPassage,
} from './assignment.repository';

/** What is told beside the assignment itself: that it undoes something, or which act on many things it is a part of. */
export type Beside = Readonly<Record<string, string | number>>;

/** What is to become of an assignment, and what the log calls that. */
export interface AssignmentChange {
  readonly before: AssignmentRow;
  readonly changes: Partial<AssignmentFields>;
  readonly type: Extract<EventType, `assignment.${string}`>;
}

/** Makes and changes assignments, and tells the log. The article is locked. */
@Injectable()
export class AssignmentWriter {
  constructor(
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param pointerTo where an item stands in the body, for what is wrong with it
   * @throws ProblemError `invalid` where somebody cannot be asked, or there is no such claim; `stale`,
   * `selector-mismatch`
   * @returns their ids
   */
  async make(
    tx: Tx,
    actor: Actor,
    text: Text,
    items: readonly NewAssignment[],
    pointerTo: (index: number) => string = () => '',
    beside: Beside = {},
  ): Promise<readonly string[]> {
    if (items.length === 0) return [];
    const { newsroomId, accountId } = actor;
    const asked = items.map(({ assigneeId = accountId, ...item }) => ({ ...item, assigneeId }));
    const exacts = await this.assertAskable(tx, actor, text.articleId, asked, pointerTo);
    const createdAt = this.clock.now();
    const rows = asked.map(({ passage, dueAt, ...item }): NewAssignmentRow => ({
      ...item,
      id: newId(),
      passage: passage && passageOf(text, passage),
      dueAt: dueAt === undefined ? null : new Date(dueAt),
      createdById: accountId,
      createdAt,
    }));
    await insertAssignments(tx, newsroomId, text, rows);
    await this.log.appendManyToArticle(
      tx,
      actor,
      text.articleId,
      rows.map((row) => {
        const exact = row.passage?.exact ?? exacts.get(row.annotationId ?? '');
        return { type: 'assignment.made', subjectId: row.id, data: { ...told(row, exact), ...beside } };
      }),
    );
    return rows.map(({ id }) => id);
  }

  /** @throws ProblemError `invalid` where somebody cannot be asked */
  async change(
    tx: Tx,
    actor: Actor,
    changes: readonly AssignmentChange[],
    pointerTo: (index: number) => string = () => '',
    beside: Beside = {},
  ): Promise<void> {
    const [first] = changes;
    if (!first) return;
    const { newsroomId, accountId } = actor;
    const { articleId } = first.before;
    const now = this.clock.now();
    const rows = changes.map(({ before, changes: said }) => {
      const { state } = { ...before, ...said };
      const closed =
        state === 'open'
          ? { closedById: null, closedAt: null, comment: '' }
          : { closedById: accountId, closedAt: now, comment: '' };
      return { ...before, ...(state !== before.state && closed), ...said };
    });
    const claims = await this.assertAskable(
      tx,
      actor,
      articleId,
      rows.map(({ annotationId, kind, assigneeId }, index) => ({
        kind,
        annotationId: annotationId ?? undefined,
        assigneeId: assigneeId === changes[index]?.before.assigneeId ? undefined : assigneeId,
      })),
      pointerTo,
    );
    await updateAssignments(tx, newsroomId, rows);
    await this.log.appendManyToArticle(
      tx,
      actor,
      articleId,
      changes.map(({ before, type }, index): NewEvent => {
        const row = rows[index] ?? before;
        const exact = row.passage?.exact ?? claims.get(row.annotationId ?? '');
        return { type, subjectId: row.id, data: { ...told(row, exact), before: toldBefore(before), ...beside } };
      }),
    );
  }

  /**
   * Takes back what was done to an assignment last: one that was made is withdrawn, any other is what it was before.
   * @throws ProblemError `not-undoable`
   */
  async undo(tx: Tx, actor: Actor, { subjectId = '', type, data, seq }: UndoneEvent): Promise<void> {
    const [before] = await readAssignments(tx, actor.newsroomId, [subjectId]);
    if (!before) throw new ProblemError('not-undoable');
    const changes: Partial<AssignmentFields> =
      type === 'assignment.made' ? { state: 'withdrawn' } : fromTold(data['before'] as ToldBefore);
    const undoing = type === 'assignment.made' ? 'assignment.withdrawn' : 'assignment.changed';
    await this.change(tx, actor, [{ before, changes, type: undoing }], undefined, { undoes: seq });
  }

  /** @returns the words of the claims that are named */
  private async assertAskable(
    tx: Tx,
    { newsroomId }: Actor,
    articleId: string,
    items: readonly Pick<NewAssignment, 'annotationId' | 'assigneeId' | 'kind'>[],
    pointerTo: (index: number) => string,
  ): Promise<ReadonlyMap<string, string>> {
    const people = items.flatMap(({ assigneeId }) => assigneeId ?? []);
    const claimed = items.flatMap(({ annotationId }) => annotationId ?? []);
    const [members, claims] = await Promise.all([
      readRoles(tx, newsroomId, people),
      readClaims(tx, newsroomId, articleId, claimed),
    ]);
    const rolesOf = new Map(members.map(({ id, roles }) => [id, roles]));
    const claimOf = new Map(claims.map((claim) => [claim.id, claim]));
    for (const [index, { annotationId, assigneeId, kind }] of items.entries()) {
      if (assigneeId === undefined) continue;
      const claim = annotationId === undefined ? undefined : claimOf.get(annotationId);
      if (annotationId !== undefined && !claim)
        throw invalidField(`${pointerTo(index)}/annotationId`, 'unknownAnnotation');
      const roles = rolesOf.get(assigneeId);
      const authorIds = claim?.authorIds ?? [];
      const refused = roles ? assignmentRefusal({ kind, roles, assigneeId, authorIds }) : 'unknownMember';
      if (refused) throw invalidField(`${pointerTo(index)}/assigneeId`, refused);
    }
    return new Map(claims.map(({ id, exact }) => [id, exact]));
  }
}

export interface UndoneEvent {
  readonly subjectId?: string | undefined;
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
  readonly seq: number;
}

/** @throws ProblemError `stale` when it is of another text, `selector-mismatch` when it is not in it */
function passageOf({ text, number }: Text, passage: NonNullable<NewAssignment['passage']>): StoredPassage {
  const { start, end, articleRevision } = passage;
  if (articleRevision !== number) throw new ProblemError('stale', { current: { articleRevision: number } });
  if (start >= end || end > new CodePointText(text).length) throw new ProblemError('selector-mismatch');
  const [, { exact, prefix, suffix }] = describe(text, { start, end });
  return { start, end, exact, prefix, suffix };
}

type Told = Pick<AssignmentRow, 'kind' | 'assigneeId' | 'dueAt' | 'note'> & {
  readonly annotationId?: string | null | undefined;
  readonly state?: AssignmentRow['state'];
  readonly comment?: string;
};

/** What the log says of one: enough for whoever tells the person who is asked. */
function told({ kind, assigneeId, dueAt, note, annotationId, state = 'open', comment = '' }: Told, exact?: string) {
  return {
    kind,
    assigneeId,
    state,
    note,
    comment,
    ...(dueAt && { dueAt: dueAt.toISOString() }),
    ...(annotationId && { annotationId }),
    ...(exact !== undefined && { exact: excerpt(exact) }),
  };
}

const toldBefore = ({ assigneeId, dueAt, note, state, comment, closedById, closedAt }: AssignmentFields) => ({
  assigneeId,
  dueAt: dueAt?.toISOString() ?? null,
  note,
  state,
  comment,
  closedById,
  closedAt: closedAt?.toISOString() ?? null,
});
type ToldBefore = ReturnType<typeof toldBefore>;

const fromTold = ({ dueAt, closedAt, ...before }: ToldBefore): AssignmentFields => ({
  ...before,
  dueAt: dueAt === null ? null : new Date(dueAt),
  closedAt: closedAt === null ? null : new Date(closedAt),
});
