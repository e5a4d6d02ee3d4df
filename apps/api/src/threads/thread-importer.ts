import { Injectable } from '@nestjs/common';
import { canonicalize, Describer, withoutHidden, type Sentence } from '@belegg/domain';
import { EventLog, excerpt } from '../events';
import type { FoundComment, FoundThread } from '../intake';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { newId } from '../platform/ids';
import type { Text } from '../texts';
import { KnownTalk, type SortedThread } from './known-talk';
import {
  insertComments,
  insertStep,
  insertThreads,
  readClaims,
  readSaid,
  type NewCommentRow,
  type NewThreadRow,
  type StoredPassage,
} from './thread.repository';

/** Of the name of whoever wrote a comment; UTF-16 units. */
const longestName = 200;

/** A comment of a file as it is kept. */
interface Written {
  readonly writtenBy: string;
  readonly writtenAt: Date | null;
  readonly text: string;
}

/** What a file would bring: threads with their new comments alone, and what is known already. */
export interface TalkPlan {
  readonly sorted: readonly { readonly found: FoundThread; readonly thread: SortedThread }[];
  /** The number of the last comment of each thread that is there. */
  readonly last: ReadonlyMap<string, number>;
}

type Told = {
  readonly id: string;
  readonly type: 'thread.opened' | 'thread.answered' | 'thread.resolved';
  readonly comment?: string;
  readonly exact: string;
  readonly annotationId?: string | undefined;
};

/**
 * Makes threads of the comments of a file: with author and time as the file has them, on the passage that they were on,
 * or as answers in the thread that they belong to. What has no place in the text stays on the article with its words. A
 * file that comes back adds only what is new in it.
 */
@Injectable()
export class ThreadImporter {
  constructor(
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /** What would be new. Changes nothing. */
  async plan(tx: Tx, newsroomId: string, articleId: string, found: readonly FoundThread[]): Promise<TalkPlan> {
    if (found.length === 0) return { sorted: [], last: new Map() };
    const said = await readSaid(tx, newsroomId, articleId);
    const known = new KnownTalk(said, await readClaims(tx, newsroomId, articleId));
    return {
      sorted: found.map((one) => ({ found: one, thread: known.sort(one) })),
      last: new Map(said.map(({ threadId, number }) => [threadId, number])),
    };
  }

  /** The article is locked, or just made. @returns whether anything was new */
  async bring(tx: Tx, actor: Actor, text: Text, given: readonly FoundThread[]): Promise<boolean> {
    const { newsroomId, accountId } = actor;
    const { sorted, last } = await this.plan(tx, newsroomId, text.articleId, given);
    const describer = new Describer(text.text);
    const createdAt = this.clock.now();
    const threads: NewThreadRow[] = [];
    const comments: NewCommentRow[] = [];
    const resolved: string[] = [];
    const told: Told[] = [];
    const numbers = new Map(last);
    for (const { found, thread } of sorted) {
      /** The threads that this one of the file became here, by where its comments belong. */
      const made = new Map<string, string>();
      for (const { target, comment } of thread.fresh) {
        const written = toWritten(comment);
        if (written.text === '') continue;
        const place = JSON.stringify(target);
        const there = target.kind === 'thread' ? target.threadId : made.get(place);
        const id = there ?? newId();
        const annotationId = target.kind === 'new' ? undefined : (target.annotationId ?? undefined);
        if (there === undefined) {
          made.set(place, id);
          threads.push({
            id,
            articleId: text.articleId,
            annotationId,
            articleRevision: text.number,
            passage: target.kind === 'new' ? passageOf(found, text.sentences, describer) : undefined,
            createdById: accountId,
            createdAt,
          });
          if (target.kind === 'new' && found.resolved) resolved.push(id);
        }
        const number = numbers.get(id) ?? 0;
        numbers.set(id, number + 1);
        comments.push({
          ...written,
          threadId: id,
          number: number + 1,
          revision: 1,
          mentions: [],
          authorId: accountId,
          createdAt,
        });
        if (!told.some((one) => one.id === id))
          told.push({
            id,
            type: there === undefined ? 'thread.opened' : 'thread.answered',
            comment: excerpt(written.text),
            exact: excerpt(found.exact),
            annotationId,
          });
      }
      if (thread.resolves !== undefined) {
        resolved.push(thread.resolves);
        told.push({ id: thread.resolves, type: 'thread.resolved', exact: excerpt(found.exact) });
      }
    }
    await insertThreads(tx, newsroomId, threads);
    await insertComments(tx, newsroomId, comments);
    for (const threadId of resolved)
      await insertStep(tx, newsroomId, { threadId, kind: 'resolved', actorId: accountId, createdAt });
    if (told.length === 0) return false;
    await this.log.appendManyToArticle(
      tx,
      actor,
      text.articleId,
      told.map(({ id, type, comment, exact, annotationId }) => ({
        type,
        subjectId: id,
        data: {
          ...(comment !== undefined && { comment }),
          imported: true,
          ...(exact !== '' && { exact }),
          ...(annotationId !== undefined && { annotationId }),
        },
      })),
    );
    return true;
  }
}

function toWritten({ author, at, text }: FoundComment): Written {
  const moment = at === undefined ? NaN : Date.parse(at);
  return {
    writtenBy: withoutHidden(canonicalize(author)).slice(0, longestName).toWellFormed().trim(),
    writtenAt: Number.isNaN(moment) ? null : new Date(moment),
    text: canonicalize(text).trim(),
  };
}

/**
 * On its words; at a point, on the sentence in which the point lies, since nothing stands on no word. Else its words
 * alone, if it had any.
 */
function passageOf(
  { range, exact, place: where }: FoundThread,
  sentences: readonly Sentence[],
  describer: Describer,
): StoredPassage | { exact: string } | undefined {
  const place =
    range?.end === range?.start
      ? where === 'point' && range && sentences.find(({ start, end }) => start <= range.start && range.start <= end)
      : range;
  if (!place) return exact === '' ? undefined : { exact };
  const [{ start, end }, quote] = describer.describe({ start: place.start, end: place.end });
  return { start, end, exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix };
}
