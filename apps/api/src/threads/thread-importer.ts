import { Injectable } from '@nestjs/common';
import { canonicalize, Describer, withoutHidden, type Sentence } from '@belegg/domain';
import { EventLog, excerpt } from '../events';
import type { FoundComment, FoundThread } from '../intake';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { newId } from '../platform/ids';
import type { Text } from '../texts';
import {
  insertComments,
  insertStep,
  insertThreads,
  readComments,
  readThreads,
  type CommentRow,
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

/**
 * Makes threads of the comments of a file: with author and time as the file has them, on the passage that they were on. What
 * has no place in the text stays on the article with its words. A file that comes back adds only what is new in it.
 */
@Injectable()
export class ThreadImporter {
  constructor(
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /** The article is locked, or just made. */
  async bring(tx: Tx, actor: Actor, text: Text, found: readonly FoundThread[]): Promise<void> {
    if (found.length === 0) return;
    const { newsroomId, accountId } = actor;
    const known = await readKnown(tx, actor, text.articleId);
    const describer = new Describer(text.text);
    const createdAt = this.clock.now();
    const threads: NewThreadRow[] = [];
    const comments: NewCommentRow[] = [];
    const resolved: string[] = [];
    const told: { id: string; type: 'thread.opened' | 'thread.answered'; comment: string; exact: string }[] = [];
    for (const thread of found) {
      const said = thread.comments.map(toWritten).filter((one) => one.text !== '');
      const [first] = said;
      if (!first) continue;
      const before = known.get(keyOf(first));
      const id = before?.[0]?.threadId ?? newId();
      const heard = new Set((before ?? []).map(keyOf));
      const added = said.filter((one) => !heard.has(keyOf(one)));
      if (!before) {
        const passage = passageOf(thread, text.sentences, describer);
        threads.push({
          id,
          articleId: text.articleId,
          articleRevision: text.number,
          passage,
          createdById: accountId,
          createdAt,
        });
        if (thread.resolved) resolved.push(id);
      }
      let number = Math.max(0, ...(before ?? []).map((one) => one.number));
      for (const one of added)
        comments.push({
          ...one,
          threadId: id,
          number: ++number,
          revision: 1,
          mentions: [],
          authorId: accountId,
          createdAt,
        });
      if (added.length > 0)
        told.push({
          id,
          type: before ? 'thread.answered' : 'thread.opened',
          comment: excerpt((added[0] ?? first).text),
          exact: excerpt(thread.exact),
        });
    }
    await insertThreads(tx, newsroomId, threads);
    await insertComments(tx, newsroomId, comments);
    for (const threadId of resolved)
      await insertStep(tx, newsroomId, { threadId, kind: 'resolved', actorId: accountId, createdAt });
    if (told.length > 0)
      await this.log.appendManyToArticle(
        tx,
        actor,
        text.articleId,
        told.map(({ id, type, comment, exact }) => ({
          type,
          subjectId: id,
          data: { comment, imported: true, ...(exact !== '' && { exact }) },
        })),
      );
  }
}

/** The comments that came with files before, by the first of their thread. */
async function readKnown(tx: Tx, { newsroomId, accountId }: Actor, articleId: string) {
  const threads = await readThreads(tx, { newsroomId, articleId, limit: 10_000 }, accountId);
  const comments = await readComments(
    tx,
    newsroomId,
    threads.map(({ id }) => id),
  );
  const byThread = Map.groupBy(comments, ({ threadId }) => threadId);
  return new Map<string, readonly CommentRow[]>(
    [...byThread.values()].flatMap((all) => (all[0] && all[0].writtenBy !== null ? [[keyOf(all[0]), all]] : [])),
  );
}

const keyOf = ({ writtenBy, writtenAt, text }: Pick<CommentRow, 'writtenBy' | 'writtenAt' | 'text'>): string =>
  JSON.stringify([writtenBy, writtenAt?.getTime() ?? null, text]);

function toWritten({ author, at, text }: FoundComment): Written {
  const moment = at === undefined ? NaN : Date.parse(at);
  return {
    writtenBy: withoutHidden(canonicalize(author)).slice(0, longestName).toWellFormed().trim(),
    writtenAt: Number.isNaN(moment) ? null : new Date(moment),
    text: canonicalize(text).trim(),
  };
}

/**
 * On its words; at a point, on the sentence in which the point lies, since nothing stands on no word. Else its words alone,
 * if it had any.
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
