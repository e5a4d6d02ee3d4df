import { Injectable } from '@nestjs/common';
import type { ReviewMark } from '@belegg/contract';
import { CodePointText, permits, type Sentence } from '@belegg/domain';
import { z } from 'zod';
import { markEtag, readUnconfirmed, type StoredMark } from '../coverage';
import type { Actor } from '../platform/actor';
import { Database, type Tx } from '../platform/database/database';
import { decodeCursor, pageOf } from '../platform/http/cursor';
import { readPeople } from '../platform/people';
import { Texts, type Text } from '../texts';
import { readTitles } from './titles';
import { passageAt } from './passage';

const pageSize = 50;
const idKey = z.tuple([z.uuid()]);

/** The sentences that wait for a second person to agree that they hold nothing to check. */
@Injectable()
export class WaitingMarksService {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
  ) {}

  list(actor: Actor, { cursor }: { cursor?: string | undefined }) {
    const { newsroomId } = actor;
    const after = decodeCursor(cursor, idKey)?.[0];
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const marks = await readUnconfirmed(tx, newsroomId, { after, limit: pageSize + 1 });
      const { items, ...more } = pageOf(marks, pageSize, ({ id }) => [id]);
      return { items: await this.describe(tx, actor, items), ...more };
    });
  }

  /** One whose sentence was split or joined counts for nothing as long as that holds. */
  private async describe(tx: Tx, actor: Actor, marks: readonly StoredMark[]): Promise<ReviewMark[]> {
    const { newsroomId } = actor;
    const articleIds = [...new Set(marks.map(({ articleId }) => articleId))];
    const [titles, people, texts] = await Promise.all([
      readTitles(tx, newsroomId, articleIds),
      readPeople(
        tx,
        newsroomId,
        marks.map(({ authorId }) => authorId),
      ),
      this.texts.currentOf(tx, newsroomId, articleIds),
    ]);
    return marks.flatMap((mark) => {
      const text = texts.get(mark.articleId);
      const sentence = sentenceOf(text, mark);
      if (!text || !sentence) return [];
      const title = titles.get(mark.articleId) ?? '';
      const { id, articleId, start, end, reason, note, rest, authorId, createdAt } = mark;
      const refusal = markRefusal(actor, mark);
      return [
        {
          id,
          article: { id: articleId, title, revision: text.number },
          passage: passageAt(text, { start, end }),
          sentence: sentence.index + 1,
          sentences: text.sentences.length,
          exact: new CodePointText(text.text).slice(start, end),
          start,
          ...(reason !== null && { reason }),
          note,
          ...(rest && { rest: rest.map((range) => ({ start: range.start, end: range.end })) }),
          by: people(authorId),
          at: createdAt.toISOString(),
          etag: markEtag(mark),
          ...(refusal && { refusal }),
        },
      ];
    });
  }
}

/** Why somebody may not confirm a mark, if so. */
export function markRefusal({ roles, accountId }: Actor, { authorId }: StoredMark): ReviewMark['refusal'] {
  if (!permits(roles, 'write')) return 'role';
  return authorId === accountId ? 'ownWork' : undefined;
}

/** The sentence that a mark is of, unless it was split or joined. */
export const sentenceOf = (text: Text | undefined, mark: StoredMark): Sentence | undefined =>
  text?.sentences.find(({ start, end }) => start === mark.start && end === mark.end);
