import { Injectable } from '@nestjs/common';
import { maxSentences } from '@belegg/contract';
import { CodePointText, joinSentences, openSentences, splitSentence, type Sentence } from '@belegg/domain';
import { EventLog, excerpt, type Undoing } from '../events';
import type { Actor } from '../platform/actor';
import type { Tx } from '../platform/database/database';
import { invalidField, ProblemError } from '../platform/problem-error';
import { ArticleHeads, CoverageReader } from '../coverage';
import { Texts, type Text } from '../texts';

/**
 * Cuts the current text of a locked article into sentences as a person says. Annotations stay where they are; a mark of
 * a sentence counts for nothing while that sentence is not there.
 */
@Injectable()
export class Segmenter {
  constructor(
    private readonly texts: Texts,
    private readonly coverage: CoverageReader,
    private readonly heads: ArticleHeads,
    private readonly log: EventLog,
  ) {}

  /** @throws ProblemError `not-found`, `invalid` when it cannot be cut there, `too-many-sentences` */
  async split(tx: Tx, actor: Actor, text: Text, index: number, at: number, undoing: Undoing = {}): Promise<void> {
    const sentence = sentenceOf(text, index);
    if (text.sentences.length >= maxSentences)
      throw new ProblemError('too-many-sentences', { values: { limit: maxSentences } });
    const points = new CodePointText(text.text);
    const sentences = splitSentence(points, text.sentences, index, at);
    if (!sentences) throw invalidField('/at', 'noCut');
    const eventId = await this.log.appendToArticle(tx, actor, text.articleId, {
      type: 'sentence.split',
      data: { ...tell(text, points, sentence, at), ...undoing },
    });
    await this.texts.recut(tx, actor, text, sentences, eventId);
    await this.heads.rebuild(tx, actor.newsroomId, [text.articleId]);
  }

  /**
   * An annotation on one of the two would count for both. So where that would make an open sentence look finished, it
   * is refused.
   * @param guarded whether to refuse; not where what was before is restored
   * @throws ProblemError `not-found`, `last-in-block`, `hides-unchecked`
   */
  async join(tx: Tx, actor: Actor, text: Text, index: number, undoing: Undoing = {}, guarded = true): Promise<void> {
    const sentence = sentenceOf(text, index);
    const next = text.sentences[index + 1];
    const sentences = joinSentences(text.sentences, index);
    if (!next || !sentences) throw new ProblemError('last-in-block');
    const openBefore = await this.open(tx, actor, text, [index, index + 1]);
    const joined = { ...sentence, end: next.end };
    const eventId = await this.log.appendToArticle(tx, actor, text.articleId, {
      type: 'sentence.joined',
      data: { ...tell(text, new CodePointText(text.text), joined, next.start), ...undoing },
    });
    const recut = await this.texts.recut(tx, actor, text, sentences, eventId);
    await this.heads.rebuild(tx, actor.newsroomId, [text.articleId]);
    if (guarded && openBefore && !(await this.open(tx, actor, recut, [index])))
      throw new ProblemError('hides-unchecked');
  }

  private async open(tx: Tx, { newsroomId }: Actor, text: Text, indexes: readonly number[]): Promise<boolean> {
    const { sentences } = await this.coverage.ofText(tx, newsroomId, text);
    return openSentences(indexes.flatMap((index) => sentences[index]?.state ?? [])).length > 0;
  }
}

function sentenceOf({ sentences }: Text, index: number): Sentence {
  const sentence = sentences[index];
  if (!sentence) throw new ProblemError('not-found');
  return sentence;
}

/** The whole sentence, before it was split or after it was joined, and where in it the second one begins. */
const tell = ({ number, segmentation }: Text, points: CodePointText, { index, start, end }: Sentence, at: number) => ({
  sentence: index,
  start,
  end,
  at,
  articleRevision: number,
  segmentation: segmentation + 1,
  exact: excerpt(points.slice(start, end)),
});
