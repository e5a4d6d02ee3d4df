import { Injectable } from '@nestjs/common';
import type { ArticleView } from '@belegg/contract';
import type { Tx } from '../platform/database/database';
import { readPeople } from '../platform/people';
import { CoverageReader } from '../coverage';
import { Texts } from '../texts';
import { getArticle } from './article.repository';
import { toArticleView } from './view';

/** Reads an article as it stands in the transaction. */
@Injectable()
export class ArticleReader {
  constructor(
    private readonly texts: Texts,
    private readonly coverage: CoverageReader,
  ) {}

  /** @throws ProblemError `not-found` */
  async view(tx: Tx, newsroomId: string, id: string): Promise<ArticleView> {
    const row = await getArticle(tx, newsroomId, id);
    const text = await this.texts.current(tx, newsroomId, id);
    const people = await readPeople(tx, newsroomId, [text.createdById]);
    return toArticleView(row, text, await this.coverage.ofText(tx, newsroomId, text), people);
  }
}
