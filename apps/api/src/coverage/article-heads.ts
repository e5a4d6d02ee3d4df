import { Injectable } from '@nestjs/common';
import { deriveCoverage, deriveSentenceStates, touchedSentences, type Range, type Status } from '@belegg/domain';
import type { Tx } from '../platform/database/database';
import type { Text } from '../texts';
import {
  addToStates,
  readSignedOff,
  writeArticleHeads,
  type ArticleHeadRow,
  type ByState,
} from './article-head.repository';
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
   * Takes in what one annotation's change does to the sentences that it touches or touched. The annotation's own head is
   * written already.
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
      readCoveringWithin(tx, newsroomId, text.articleId, sentences),
      readMarks(tx, newsroomId, [{ ...text, sentences }]),
    ]);
    const others = covering.filter((annotation) => annotation.id !== id);
    const marks = notCheckable(marked);
    const states = (own: CoveringState | undefined) =>
      deriveSentenceStates(sentences, own ? [...others, own] : others, marks);
    const difference = subtract(deriveCoverage(states(after)).byState, deriveCoverage(states(before)).byState);
    if (Object.keys(difference).length > 0) addToStates(tx, newsroomId, text.articleId, difference);
  }

  /** Projects the heads of articles anew, in a fixed number of statements however many there are. */
  async rebuild(tx: Tx, newsroomId: string, articleIds: readonly string[]): Promise<void> {
    await writeArticleHeads(tx, newsroomId, await this.derive(tx, newsroomId, articleIds));
  }

  /** The heads of articles as they follow from sentences, annotations, marks and reports. */
  async derive(tx: Tx, newsroomId: string, articleIds: readonly string[]): Promise<ArticleHeadRow[]> {
    const texts = await readCurrentSentences(tx, newsroomId, articleIds);
    const annotations = Map.groupBy(await readCovering(tx, newsroomId, articleIds), ({ articleId }) => articleId);
    const marks = Map.groupBy(await readMarks(tx, newsroomId, texts), ({ articleId }) => articleId);
    const signedOff = await readSignedOff(tx, newsroomId, articleIds);
    return texts.map(({ articleId, sentences }) => {
      const states = deriveSentenceStates(
        sentences,
        annotations.get(articleId) ?? [],
        notCheckable(marks.get(articleId) ?? []),
      );
      return {
        articleId,
        byState: deriveCoverage(states).byState,
        signedOffRevision: signedOff.get(articleId) ?? null,
      };
    });
  }
}

const isSame = (a: CoveringState, b: CoveringState): boolean =>
  a.status === b.status && a.range?.start === b.range?.start && a.range?.end === b.range?.end;

/** What differs, state by state. */
function subtract(a: ByState, b: ByState): Partial<ByState> {
  const states = Object.keys(a) as (keyof ByState)[];
  return Object.fromEntries(
    states.map((state) => [state, a[state] - b[state]] as const).filter(([, count]) => count !== 0),
  );
}
