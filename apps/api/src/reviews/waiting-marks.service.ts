import { Injectable } from '@nestjs/common';
import type { ReviewMark } from '@belegg/contract';
import { CodePointText, permits } from '@belegg/domain';
import { z } from 'zod';
import { markEtag, readUnconfirmed, type StoredMark } from '../coverage';
import type { Actor } from '../platform/actor';
import { Database, type Tx } from '../platform/database/database';
import { decodeCursor, pageOf } from '../platform/http/cursor';
import { readPeople } from '../platform/people';
import { Texts, type Text } from '../texts';
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
    const { newsroomId, accountId, roles } = actor;
    const articleIds = [...new Set(marks.map(({ articleId }) => articleId))];
    const articles = await tx.article.findMany({
      where: { newsroomId, id: { in: articleIds } },
      select: { id: true, title: true, revision: true },
    });
    const people = await readPeople(
      tx,
      newsroomId,
      marks.map(({ authorId }) => authorId),
    );
    const found = new Map<string, { title: string; text: Text }>();
    for (const { id, title, revision } of articles)
      found.set(id, { title, text: await this.texts.at(tx, newsroomId, id, revision) });
    return marks.flatMap((mark) => {
      const { title, text } = found.get(mark.articleId) ?? {};
      const sentence = text?.sentences.find(({ start, end }) => start === mark.start && end === mark.end);
      if (title === undefined || !text || !sentence) return [];
      const { id, articleId, start, end, reason, note, rest, authorId, createdAt } = mark;
      const refusal = !permits(roles, 'write') ? 'role' : authorId === accountId ? 'ownWork' : undefined;
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
