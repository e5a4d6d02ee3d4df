import { Injectable } from '@nestjs/common';
import type { AssignmentList, Assignments, AssignmentView, ChangeAssignment, NewAssignment } from '@belegg/contract';
import type { Actor } from '../platform/actor';
import { Database, type Tx } from '../platform/database/database';
import { assertCurrent } from '../platform/http/etag';
import { invalidField, ProblemError } from '../platform/problem-error';
import { Texts } from '../texts';
import { readAssignments, readListVersion, readOfArticle, readOpen, type AssignmentRow } from './assignment.repository';
import { toAssignmentViews } from './assignment.view';
import { AssignmentWriter, type AssignmentChange } from './assignment.writer';

/** Who does what, until when. Nothing here changes an annotation, or what was decided on it. */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly writer: AssignmentWriter,
  ) {}

  list(actor: Actor, articleId: string): Promise<AssignmentList> {
    return this.database.readNewsroom(actor.newsroomId, (tx) => this.listOf(tx, actor, articleId));
  }

  /** @throws ProblemError as `AssignmentWriter.make` */
  create(actor: Actor, articleId: string, body: NewAssignment): Promise<AssignmentView> {
    return this.database.inNewsroom(actor.newsroomId, async (tx) => {
      const text = await this.texts.lock(tx, actor.newsroomId, articleId);
      const [id = ''] = await this.writer.make(tx, actor, text, [body]);
      return this.view(tx, actor, id);
    });
  }

  /** @throws ProblemError `stale`; as `AssignmentWriter.make` */
  replace(actor: Actor, articleId: string, ifMatch: string, { items }: Assignments): Promise<AssignmentList> {
    const { newsroomId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const text = await this.texts.lock(tx, newsroomId, articleId);
      assertCurrent(ifMatch, await this.listOf(tx, actor, articleId));
      const open = new Map((await readOpen(tx, newsroomId, articleId)).map((row) => [row.id, row]));
      const kept = items.flatMap(({ id, ...said }, index) => (id === undefined ? [] : [{ id, said, index }]));
      const unknown = kept.find(({ id }) => !open.has(id));
      if (unknown) throw invalidField(`/items/${unknown.index}/id`, 'unknownAssignment');
      const changed = kept.flatMap(({ id, said: { assigneeId, dueAt = null, note }, index }) => {
        const before = open.get(id);
        const change = before && changeOf(before, { assigneeId, dueAt, note });
        return change ? [{ change, index }] : [];
      });
      const named = new Set(kept.map(({ id }) => id));
      const withdrawn = [...open.values()]
        .filter(({ id }) => !named.has(id))
        .map((before): AssignmentChange => ({ before, changes: { state: 'withdrawn' }, type: 'assignment.withdrawn' }));
      const added = items.flatMap(({ id, ...item }, index) => (id === undefined ? [{ item, index }] : []));
      await this.writer.change(
        tx,
        actor,
        [...changed.map(({ change }) => change), ...withdrawn],
        (at) => `/items/${changed[at]?.index ?? 0}`,
      );
      await this.writer.make(
        tx,
        actor,
        text,
        added.map(({ item }) => item),
        (at) => `/items/${added[at]?.index ?? 0}`,
      );
      return this.listOf(tx, actor, articleId);
    });
  }

  /** Nothing happens when nothing changes. @throws ProblemError `stale`, `overtaken` when it is closed */
  change(actor: Actor, id: string, ifMatch: string, said: ChangeAssignment): Promise<AssignmentView> {
    return this.onOpen(actor, id, ifMatch, (before) => changeOf(before, said));
  }

  /** @throws ProblemError `stale`, `overtaken` when it is closed */
  withdraw(actor: Actor, id: string, ifMatch: string): Promise<AssignmentView> {
    return this.onOpen(actor, id, ifMatch, (before) => ({
      before,
      changes: { state: 'withdrawn' },
      type: 'assignment.withdrawn',
    }));
  }

  /** @throws ProblemError `not-your-assignment`, `overtaken` when it is closed */
  close(actor: Actor, id: string, state: 'done' | 'handedBack', comment: string): Promise<AssignmentView> {
    return this.onOpen(actor, id, undefined, (before) => {
      if (before.assigneeId !== actor.accountId) throw new ProblemError('not-your-assignment');
      return { before, changes: { state, comment }, type: `assignment.${state}` };
    });
  }

  private onOpen(
    actor: Actor,
    id: string,
    ifMatch: string | undefined,
    decide: (before: AssignmentRow) => AssignmentChange | undefined,
  ): Promise<AssignmentView> {
    const { newsroomId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const [found] = await readAssignments(tx, newsroomId, [id]);
      if (!found) throw new ProblemError('not-found');
      await this.texts.lock(tx, newsroomId, found.articleId);
      const [before = found] = await readAssignments(tx, newsroomId, [id]);
      if (ifMatch !== undefined) assertCurrent(ifMatch, await this.view(tx, actor, id));
      const change = decide(before);
      if (before.state !== 'open') throw new ProblemError('overtaken');
      if (change) await this.writer.change(tx, actor, [change]);
      return this.view(tx, actor, id);
    });
  }

  private async listOf(tx: Tx, { newsroomId }: Actor, articleId: string): Promise<AssignmentList> {
    const rows = await readOfArticle(tx, newsroomId, articleId);
    return {
      items: await toAssignmentViews(tx, newsroomId, rows),
      etag: `"l${await readListVersion(tx, newsroomId, articleId)}"`,
    };
  }

  private async view(tx: Tx, { newsroomId }: Actor, id: string): Promise<AssignmentView> {
    const [view] = await toAssignmentViews(tx, newsroomId, await readAssignments(tx, newsroomId, [id]));
    if (!view) throw new ProblemError('not-found');
    return view;
  }
}

/** `undefined` when nothing changes. */
function changeOf(
  before: AssignmentRow,
  { assigneeId = before.assigneeId, dueAt, note = before.note }: ChangeAssignment,
): AssignmentChange | undefined {
  const due = dueAt === undefined ? before.dueAt : dueAt === null ? null : new Date(dueAt);
  const isSame = assigneeId === before.assigneeId && note === before.note && due?.getTime() === before.dueAt?.getTime();
  return isSame ? undefined : { before, changes: { assigneeId, dueAt: due, note }, type: 'assignment.changed' };
}
