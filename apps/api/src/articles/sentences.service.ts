import { Injectable } from '@nestjs/common';
import type { ArticleView, Checkability as Judgement } from '@belegg/contract';
import type { Actor } from '../platform/actor';
import { Database, type Tx } from '../platform/database/database';
import { assertCurrent } from '../platform/http/etag';
import { ProblemError } from '../platform/problem-error';
import { Checkability } from '../reviews';
import { Texts, type Text } from '../texts';
import { ArticleReader } from './reader';
import { Segmenter } from './segmenter';

/** The sentences of an article: where they end, and which of them hold nothing to check. */
@Injectable()
export class SentencesService {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly reader: ArticleReader,
    private readonly checkability: Checkability,
    private readonly segmenter: Segmenter,
  ) {}

  /** @throws ProblemError `stale` when the sentences are others now; as `Segmenter.split` */
  split(actor: Actor, articleId: string, index: number, ifMatch: string, at: number): Promise<ArticleView> {
    return this.change(actor, articleId, ifMatch, (tx, text) => this.segmenter.split(tx, actor, text, index, at));
  }

  /** @throws ProblemError `stale` when the sentences are others now; as `Segmenter.join` */
  join(actor: Actor, articleId: string, index: number, ifMatch: string): Promise<ArticleView> {
    return this.change(actor, articleId, ifMatch, (tx, text) => this.segmenter.join(tx, actor, text, index));
  }

  /** @throws ProblemError `stale` when the sentences are others now; as `Checkability.mark` */
  mark(actor: Actor, articleId: string, index: number, ifMatch: string, judgement: Judgement): Promise<ArticleView> {
    return this.change(actor, articleId, ifMatch, (tx, text) =>
      this.checkability.mark(tx, actor, text, index, judgement),
    );
  }

  /**
   * @param ifMatch the ETag of the sentence's mark
   * @throws ProblemError `stale` when something else is said of the sentence now; as `Checkability.confirm`
   */
  confirm(actor: Actor, articleId: string, index: number, ifMatch: string): Promise<ArticleView> {
    const { newsroomId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const text = await this.texts.lock(tx, newsroomId, articleId);
      const before = await this.reader.view(tx, newsroomId, articleId);
      const sentence = before.sentences[index];
      if (!sentence) throw new ProblemError('not-found');
      assertCurrent(ifMatch, before, sentence.etag ?? '');
      await this.checkability.confirm(tx, actor, text, index);
      return this.reader.view(tx, newsroomId, articleId);
    });
  }

  private change(
    { newsroomId }: Actor,
    articleId: string,
    ifMatch: string,
    work: (tx: Tx, text: Text) => Promise<void>,
  ): Promise<ArticleView> {
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const text = await this.texts.lock(tx, newsroomId, articleId);
      assertCurrent(ifMatch, await this.reader.view(tx, newsroomId, articleId));
      await work(tx, text);
      return this.reader.view(tx, newsroomId, articleId);
    });
  }
}
