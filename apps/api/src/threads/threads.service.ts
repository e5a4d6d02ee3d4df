import { Injectable } from '@nestjs/common';
import type { EditComment, NewComment, NewThread, ThreadQuery, ThreadView } from '@belegg/contract';
import { check, describe } from '@belegg/domain';
import { z } from 'zod';
import { EventLog, excerpt } from '../events';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { decodeCursor, pageOf } from '../platform/http/cursor';
import { newId } from '../platform/ids';
import { invalidField, ProblemError } from '../platform/problem-error';
import { Texts, type Text } from '../texts';
import {
  articleExists,
  articleOf,
  insertComments,
  insertStep,
  insertThreads,
  markRead,
  membersAmong,
  readComments,
  readStates,
  readThreads,
  type CommentRow,
  type StoredPassage,
  type ThreadRow,
} from './thread.repository';
import { toThreadViews } from './thread.view';

const pageSize = 100;
const idKey = z.tuple([z.uuid()]);

/**
 * What people say to each other. It stands beside the work: nothing here changes an annotation, or what was decided on
 * it.
 */
@Injectable()
export class ThreadsService {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /** The oldest first. @throws ProblemError `not-found` */
  list({ newsroomId, accountId }: Actor, { annotation, article, cursor }: ThreadQuery) {
    const after = decodeCursor(cursor, idKey)?.[0];
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const page = { newsroomId, after, limit: pageSize + 1 };
      const rows = await readThreads(
        tx,
        annotation === undefined ? { ...page, articleId: article ?? '' } : { ...page, annotationId: annotation },
        accountId,
      );
      if (rows.length === 0) await assertThere(tx, newsroomId, { annotation, article });
      const { items, ...more } = pageOf(rows, pageSize, ({ id }) => [id]);
      return { items: await toThreadViews(tx, newsroomId, items, accountId), ...more };
    });
  }

  /**
   * Begins a thread. @throws ProblemError `not-found`, `invalid` when somebody named is no member; `stale` when the
   * passage is of a text that is no longer current, `selector-mismatch` when it is not in it
   */
  create(actor: Actor, { annotationId, articleId, selector, articleRevision, askedId, ...said }: NewThread) {
    const { newsroomId, accountId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const text = await this.lock(tx, newsroomId, { annotationId, articleId });
      if (articleRevision !== undefined && articleRevision !== text.number)
        throw new ProblemError('stale', { current: { articleRevision: text.number } });
      await assertMembers(tx, newsroomId, said.mentions, askedId);
      const id = newId();
      const createdAt = this.clock.now();
      const passage = selector && passageOf(text, selector);
      await insertThreads(tx, newsroomId, [
        {
          id,
          articleId: text.articleId,
          annotationId,
          articleRevision: text.number,
          passage,
          askedId,
          createdById: accountId,
          createdAt,
        },
      ]);
      await insertComments(tx, newsroomId, [{ ...firstState(id, 1), ...said, authorId: accountId, createdAt }]);
      await this.tell(tx, actor, { id, articleId: text.articleId, annotationId: annotationId ?? null }, 'opened', {
        comment: excerpt(said.text),
        mentions: [...said.mentions],
        ...(askedId !== undefined && { askedId }),
        ...(passage && { exact: excerpt(passage.exact) }),
      });
      return this.view(tx, actor, id);
    });
  }

  /** @throws ProblemError `invalid` when somebody mentioned is no member */
  answer(actor: Actor, id: string, said: NewComment): Promise<ThreadView> {
    return this.change(actor, id, async (tx, thread, comments) => {
      await assertMembers(tx, actor.newsroomId, said.mentions);
      const number = (comments.at(-1)?.number ?? 0) + 1;
      await insertComments(tx, actor.newsroomId, [
        { ...firstState(id, number), ...said, authorId: actor.accountId, createdAt: this.clock.now() },
      ]);
      await this.tell(tx, actor, thread, 'answered', {
        number,
        comment: excerpt(said.text),
        mentions: [...said.mentions],
      });
    });
  }

  /**
   * Puts one's own comment into other words; what it said before is kept. Nothing happens when nothing changes.
   * @throws ProblemError `not-found`; `not-your-words`; `stale` with the thread as it is now
   */
  edit(actor: Actor, id: string, number: number, { revision, ...said }: EditComment): Promise<ThreadView> {
    const { newsroomId, accountId } = actor;
    return this.change(actor, id, async (tx, thread, comments) => {
      const before = comments.find((comment) => comment.number === number);
      if (!before) throw new ProblemError('not-found');
      if (before.authorId !== accountId || before.writtenBy !== null) throw new ProblemError('not-your-words');
      if (before.revision !== revision)
        throw new ProblemError('stale', { current: { ...(await this.view(tx, actor, id)) } });
      if (before.text === said.text && String(before.mentions) === String(said.mentions)) return;
      await assertMembers(tx, newsroomId, said.mentions);
      await insertComments(tx, newsroomId, [
        {
          ...firstState(id, number),
          ...said,
          revision: revision + 1,
          authorId: accountId,
          createdAt: this.clock.now(),
        },
      ]);
      await this.tell(tx, actor, thread, 'edited', {
        number,
        comment: excerpt(said.text),
        mentions: said.mentions.filter((member) => !before.mentions.includes(member)),
      });
    });
  }

  /** The latest first. @throws ProblemError `not-found` */
  history({ newsroomId }: Actor, id: string, number: number) {
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const states = await readStates(tx, newsroomId, id, number);
      if (states.length === 0) throw new ProblemError('not-found');
      return {
        items: states.map(({ revision, text, createdAt }) => ({ revision, text, at: createdAt.toISOString() })),
      };
    });
  }

  /** Nothing happens to one that is resolved, or open, already. */
  settle(actor: Actor, id: string, kind: 'resolved' | 'reopened'): Promise<ThreadView> {
    return this.change(actor, id, async (tx, thread) => {
      if ((thread.step?.kind ?? 'reopened') === kind) return;
      await insertStep(tx, actor.newsroomId, {
        threadId: id,
        kind,
        actorId: actor.accountId,
        createdAt: this.clock.now(),
      });
      await this.tell(tx, actor, thread, kind, {});
    });
  }

  /** Keeps how far the caller has read: their own affair, of which the log is not told. */
  read(actor: Actor, id: string, upTo: number): Promise<ThreadView> {
    const { newsroomId, accountId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      await markRead(tx, newsroomId, { threadId: id, accountId, upTo });
      return this.view(tx, actor, id);
    });
  }

  /** Does `work` on a thread whose article is locked. */
  private change(
    actor: Actor,
    id: string,
    work: (tx: Tx, thread: ThreadRow, comments: readonly CommentRow[]) => Promise<void>,
  ): Promise<ThreadView> {
    const { newsroomId, accountId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const scope = { newsroomId, ids: [id], limit: 1 };
      const [found] = await readThreads(tx, scope, accountId);
      if (!found) throw new ProblemError('not-found');
      await this.texts.lock(tx, newsroomId, found.articleId);
      const [thread = found] = await readThreads(tx, scope, accountId);
      await work(tx, thread, await readComments(tx, newsroomId, [id]));
      return this.view(tx, actor, id);
    });
  }

  private async lock(
    tx: Tx,
    newsroomId: string,
    { annotationId, articleId }: Pick<NewThread, 'annotationId' | 'articleId'>,
  ): Promise<Text> {
    const id = annotationId === undefined ? articleId : await articleOf(tx, newsroomId, annotationId);
    if (id === undefined) throw new ProblemError('not-found');
    return this.texts.lock(tx, newsroomId, id);
  }

  private async view(tx: Tx, { newsroomId, accountId }: Actor, id: string): Promise<ThreadView> {
    const rows = await readThreads(tx, { newsroomId, ids: [id], limit: 1 }, accountId);
    const [view] = await toThreadViews(tx, newsroomId, rows, accountId);
    if (!view) throw new ProblemError('not-found');
    return view;
  }

  private async tell(
    tx: Tx,
    actor: Actor,
    { id, articleId, annotationId }: Pick<ThreadRow, 'id' | 'articleId' | 'annotationId'>,
    what: 'opened' | 'answered' | 'edited' | 'resolved' | 'reopened',
    data: Readonly<Record<string, string | number | string[]>>,
  ): Promise<void> {
    await this.log.appendToArticle(tx, actor, articleId, {
      type: `thread.${what}`,
      subjectId: id,
      data: { ...data, ...(annotationId !== null && { annotationId }) },
    });
  }
}

const firstState = (threadId: string, number: number) => ({
  threadId,
  number,
  revision: 1,
  writtenBy: null,
  writtenAt: null,
});

/** @throws ProblemError `selector-mismatch` when position, quote and text do not agree */
function passageOf({ text }: Text, selector: NonNullable<NewThread['selector']>): StoredPassage {
  if (check(text, selector) !== undefined) throw new ProblemError('selector-mismatch');
  const [{ start, end }] = selector;
  const [, { exact, prefix, suffix }] = describe(text, { start, end });
  return { start, end, exact, prefix, suffix };
}

async function assertThere(
  tx: Tx,
  newsroomId: string,
  { annotation, article }: Pick<ThreadQuery, 'annotation' | 'article'>,
): Promise<void> {
  const isThere =
    annotation === undefined
      ? await articleExists(tx, newsroomId, article ?? '')
      : (await articleOf(tx, newsroomId, annotation)) !== undefined;
  if (!isThere) throw new ProblemError('not-found');
}

async function assertMembers(tx: Tx, newsroomId: string, mentions: readonly string[], askedId?: string): Promise<void> {
  const known = await membersAmong(tx, newsroomId, askedId === undefined ? mentions : [...mentions, askedId]);
  const unknown = mentions.findIndex((id) => !known.has(id));
  if (unknown >= 0) throw invalidField(`/mentions/${unknown}`, 'unknownMember');
  if (askedId !== undefined && !known.has(askedId)) throw invalidField('/askedId', 'unknownMember');
}
