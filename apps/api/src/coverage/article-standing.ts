import {
  coverSentences,
  overlaps,
  sentenceStates,
  touchedSentences,
  updateCoverage,
  type Judged,
  type SentenceCoverage,
} from '@belegg/domain';
import { afterCommit } from '../platform/database/connections';
import type { Tx } from '../platform/database/database';
import type { Change } from '../platform/database/statements';
import type { LockedText } from '../texts';
import { additionToSums, type Sums } from './article-head.repository';
import type { Covering, CoveringCache } from './covering-cache';
import { toCovering, type Standing } from './covering-index';

/** An annotation before and after a change; `before` is undefined of one that is just made. */
export interface Changed {
  readonly before: Standing | undefined;
  readonly after: Standing;
}

/** What stands in the current text of a locked article, and what changes of annotations do to that. */
export class ArticleStanding {
  constructor(
    private readonly newsroomId: string,
    private readonly text: LockedText,
    private readonly covering: Covering,
    private readonly cache: CoveringCache,
  ) {}

  /** What has another verdict on words of an annotation, once `changed` are what they become. */
  rivals(one: Standing, changed: readonly Standing[] = []): Judged[] {
    return this.covering.index.rivals(one, changed);
  }

  /**
   * What several annotations' changes, each told by one event, do to the article's head; once they are committed, this
   * process remembers them.
   */
  change(tx: Tx, changed: readonly Changed[]): Change[] {
    const { newsroomId, text, covering, cache } = this;
    const afters = changed.map(({ after }) => after);
    afterCommit(tx, `covering ${text.articleId}`, () => {
      cache.committed(text.articleId, covering, text.seq + changed.length, afters);
    });
    const moving = changed.filter(({ before, after }) => !before || !isSame(before, after));
    const touched = moving.flatMap(({ before, after }) =>
      [before, after].flatMap((state) =>
        state?.range && state.status !== 'retired' ? touchedSentences(text.sentences, state.range) : [],
      ),
    );
    const indexes = [...new Set(touched)].sort((a, b) => a - b);
    if (indexes.length === 0) return [];
    const befores = changed.flatMap(({ before }) => before ?? []);
    const difference = updateCoverage(
      nothing,
      this.cover(indexes, afters, befores),
      this.cover(indexes, afters, afters),
    );
    const byState = Object.fromEntries(Object.entries(difference.byState).filter(([, count]) => count !== 0));
    return Object.keys(byState).length > 0 || difference.words.open !== 0
      ? [additionToSums(newsroomId, text.articleId, { byState, words: difference.words })]
      : [];
  }

  /** How far sentences are covered by the others and by `own`. */
  private cover(
    indexes: readonly number[],
    changed: readonly Standing[],
    own: readonly Standing[],
  ): SentenceCoverage[] {
    const { text, covering } = this;
    const { index, notCheckable, longestPassage } = covering;
    const sentences = indexes.flatMap((at) => text.sentences[at] ?? []);
    const others = index.covering(sentences, new Set(changed.map(({ id }) => id)));
    const marked = notCheckable.filter(({ range }) => sentences.some((sentence) => overlaps(sentence, range)));
    const facts = { text: index.points, sentences: text.sentences, notCheckable: marked, longestPassage };
    return coverSentences({ ...facts, annotations: [...others, ...own.map(toCovering)] }, indexes);
  }
}

/** The sums that a difference is counted from. */
const nothing: Sums = {
  words: { total: 0, open: 0 },
  byState: Object.fromEntries(sentenceStates.map((state) => [state, 0])) as Sums['byState'],
};

const isSame = (a: Standing, b: Standing): boolean =>
  a.status === b.status &&
  (a.verdict === undefined) === (b.verdict === undefined) &&
  a.range?.start === b.range?.start &&
  a.range?.end === b.range?.end;
