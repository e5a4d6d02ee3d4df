import { Injectable } from '@nestjs/common';
import type { ArticleQuery, ArticleView, ChangeArticle } from '@belegg/contract';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { decodeCursor, pageOf } from '../platform/http/cursor';
import { assertCurrent } from '../platform/http/etag';
import { CoverageReader } from '../coverage';
import { Texts } from '../texts';
import { listArticles, type Metadata } from './article.repository';
import { ArticleReader } from './reader';
import { toArticleSummary } from './view';
import { ArticleWriter } from './writer';

const pageSize = 50;
const keys = { newest: z.tuple([z.uuid()]), updated: z.tuple([z.iso.datetime(), z.uuid()]) } as const;

/** Articles: taken in, listed, read, and what is said of them. */
@Injectable()
export class ArticlesService {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly coverage: CoverageReader,
    private readonly reader: ArticleReader,
    private readonly writer: ArticleWriter,
  ) {}

  /** Those that hold the words and are in the state asked for; the newest, or the last changed, first. */
  async list(actor: Actor, { q, state, sort, cursor }: ArticleQuery) {
    const { newsroomId } = actor;
    const before = sort === 'newest' ? decodeCursor(cursor, keys.newest) : decodeCursor(cursor, keys.updated);
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const found = await listArticles(tx, newsroomId, { words: q, state, sort, before, limit: pageSize + 1 });
      const page = pageOf(found, pageSize, ({ id, updatedAt }) =>
        sort === 'newest' ? [id] : [updatedAt.toISOString(), id],
      );
      const coverage = await this.coverage.ofArticles(
        tx,
        actor,
        page.items.map(({ id }) => id),
      );
      return {
        ...page,
        items: page.items.flatMap((row) => {
          const covered = coverage.get(row.id);
          return covered ? [toArticleSummary(row, covered)] : [];
        }),
      };
    });
  }

  get({ newsroomId }: Actor, id: string): Promise<ArticleView> {
    return this.database.readNewsroom(newsroomId, (tx) => this.reader.view(tx, newsroomId, id));
  }

  /**
   * Changes what is said of an article. A new date or language makes a new revision of the same text, since relative
   * dates and sentences mean something else by it. Nothing happens when nothing changes.
   * @throws ProblemError `stale`, `not-found`
   */
  change(actor: Actor, id: string, ifMatch: string, changes: ChangeArticle): Promise<ArticleView> {
    const { newsroomId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      await this.texts.lock(tx, newsroomId, id);
      const view = await this.reader.view(tx, newsroomId, id);
      assertCurrent(ifMatch, view);
      const before: Metadata = { title: view.title, author: view.author, date: view.date, language: view.language };
      const after: Metadata = {
        title: changes.title ?? before.title,
        author: changes.author ?? before.author,
        date: changes.date === undefined ? before.date : (changes.date ?? undefined),
        language: changes.language ?? before.language,
      };
      if (isDeepStrictEqual(before, after)) return view;
      await this.writer.change(tx, actor, id, before, after);
      return this.reader.view(tx, newsroomId, id);
    });
  }
}
