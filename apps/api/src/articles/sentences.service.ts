import { Injectable } from '@nestjs/common';
import type { ArticleView, Checkability as Judgement } from '@belegg/contract';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { assertCurrent } from '../platform/http/etag';
import { Checkability } from '../reviews';
import { Texts } from '../texts';
import { ArticleReader } from './reader';

/** Which sentences of an article hold nothing to check. */
@Injectable()
export class SentencesService {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly reader: ArticleReader,
    private readonly checkability: Checkability,
  ) {}

  /** @throws ProblemError `stale` when the sentences are those of another text; as `Checkability.mark` */
  mark(actor: Actor, articleId: string, index: number, ifMatch: string, judgement: Judgement): Promise<ArticleView> {
    const { newsroomId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      await this.texts.lock(tx, newsroomId, articleId);
      assertCurrent(ifMatch, await this.reader.view(tx, newsroomId, articleId));
      await this.checkability.mark(tx, actor, await this.texts.current(tx, newsroomId, articleId), index, judgement);
      return this.reader.view(tx, newsroomId, articleId);
    });
  }

  /**
   * @param ifMatch optional here: whoever sends it confirms nothing on a text that they have not seen
   * @throws ProblemError `stale`; as `Checkability.confirm`
   */
  confirm(actor: Actor, articleId: string, index: number, ifMatch: string): Promise<ArticleView> {
    const { newsroomId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      await this.texts.lock(tx, newsroomId, articleId);
      if (ifMatch !== '') assertCurrent(ifMatch, await this.reader.view(tx, newsroomId, articleId));
      await this.checkability.confirm(tx, actor, await this.texts.current(tx, newsroomId, articleId), index);
      return this.reader.view(tx, newsroomId, articleId);
    });
  }
}
