import { Injectable } from '@nestjs/common';
import {
  CodePointText,
  coverSentences,
  sentenceStates,
  sumCoverage,
  touchedSentences,
  updateCoverage,
  type Range,
  type Status,
} from '@belegg/domain';
import type { Tx } from '../platform/database/database';
import type { Text } from '../texts';
import { addToSums, readSignedOff, writeArticleHeads, type ArticleHeadRow, type Sums } from './article-head.repository';
import { readCovering, readCoveringWithin } from './covering.repository';
import { notCheckable, readMarks } from './mark.repository';
import { readCurrentSentences } from './sentence.repository';

/** An annotation before or after a change, as far as coverage sees it. */
export interface CoveringState {
  readonly status: Status;
  readonly range: Range | undefined;
}

/** Keeps the heads of articles equal to what their annotations and marks say. The article is locked by the caller. */
@Injectable()
export class ArticleHeads {
  /**
   * Takes in what one annotation's change does to the sentences that it touches or touched; its own head may be written
   * before or after.
   * @param before undefined for an annotation that was just made
   */
  async annotationChanged(
    tx: Tx,
    newsroomId: string,
    text: Text,
    id: string,
    before: CoveringState | undefined,
    after: CoveringState,
  ): Promise<void> {
    const indexes = new Set(
      [before, after].flatMap((state) =>
        state?.range && state.status !== 'retired' ? touchedSentences(text.sentences, state.range) : [],
      ),
    );
    if (indexes.size === 0 || (before && isSame(before, after))) return;
    const sentences = [...indexes].sort((a, b) => a - b).flatMap((index) => text.sentences[index] ?? []);
    const [covering, marked] = await Promise.all([
      readCoveringWithin(tx, newsroomId, text.articleId, sentences, id),
      readMarks(tx, newsroomId, [{ ...text, sentences }]),
    ]);
    const facts = {
      text: new CodePointText(text.text),
      sentences: text.sentences,
      notCheckable: notCheckable(marked),
      longestPassage: covering.longestPassage,
    };
    const cover = (own: CoveringState | undefined) =>
      coverSentences({ ...facts, annotations: own ? [...covering.annotations, own] : covering.annotations }, indexes);
    const difference = updateCoverage(nothing, cover(before), cover(after));
    const byState = Object.fromEntries(Object.entries(difference.byState).filter(([, count]) => count !== 0));
    if (Object.keys(byState).length > 0 || difference.words.open !== 0)
      addToSums(tx, newsroomId, text.articleId, { byState, words: difference.words });
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

/** The sums that a difference is counted from. */
const nothing: Sums = {
  words: { total: 0, open: 0 },
  byState: Object.fromEntries(sentenceStates.map((state) => [state, 0])) as Sums['byState'],
};

const isSame = (a: CoveringState, b: CoveringState): boolean =>
  a.status === b.status && a.range?.start === b.range?.start && a.range?.end === b.range?.end;
