import { Injectable } from '@nestjs/common';
import { CodePointText, coverSentences, sumCoverage } from '@belegg/domain';
import type { Tx } from '../platform/database/database';
import type { LockedText } from '../texts';
import { readSignedOff, writeArticleHeads, type ArticleHeadRow } from './article-head.repository';
import { ArticleStanding } from './article-standing';
import { CoveringCache } from './covering-cache';
import { readCovering } from './covering.repository';
import { notCheckable, readMarks } from './mark.repository';
import { readCurrentSentences } from './sentence.repository';

/** Keeps the heads of articles equal to what their annotations and marks say. The article is locked by the caller. */
@Injectable()
export class ArticleHeads {
  constructor(private readonly cache: CoveringCache) {}

  /** What stands in the current text; ask before anything is written in the same transaction. */
  async standing(tx: Tx, newsroomId: string, text: LockedText): Promise<ArticleStanding> {
    const covering = await this.cache.at(tx, newsroomId, text);
    return new ArticleStanding(newsroomId, text, covering, this.cache);
  }

  /** Projects the heads of articles anew, in a fixed number of statements however many there are. */
  async rebuild(tx: Tx, newsroomId: string, articleIds: readonly string[]): Promise<void> {
    await writeArticleHeads(tx, newsroomId, await this.derive(tx, newsroomId, articleIds));
  }

  /** The heads of articles as they follow from sentences, annotations, marks and reports. */
  async derive(tx: Tx, newsroomId: string, articleIds: readonly string[]): Promise<ArticleHeadRow[]> {
    const texts = await readCurrentSentences(tx, newsroomId, articleIds);
    const { annotations, longestPassage } = await readCovering(tx, newsroomId, articleIds);
    const byArticle = Map.groupBy(annotations, ({ articleId }) => articleId);
    const marks = Map.groupBy(await readMarks(tx, newsroomId, texts), ({ articleId }) => articleId);
    const signedOff = await readSignedOff(tx, newsroomId, articleIds);
    return texts.map(({ articleId, text, sentences }) => {
      const { byState, words } = sumCoverage(
        coverSentences({
          text: new CodePointText(text),
          sentences,
          annotations: byArticle.get(articleId) ?? [],
          notCheckable: notCheckable(marks.get(articleId) ?? []),
          longestPassage,
        }),
      );
      return { articleId, byState, words, signedOffRevision: signedOff.get(articleId) ?? null };
    });
  }
}
