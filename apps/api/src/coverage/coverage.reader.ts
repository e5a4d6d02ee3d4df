import { Injectable } from '@nestjs/common';
import type { SentenceView } from '@belegg/contract';
import {
  CodePointText,
  coverSentences,
  refusal,
  restOf,
  sentenceId,
  suggestNotCheckable,
  sumCoverage,
  updateCoverage,
  type Coverage,
  type CoverageFacts,
  type Range,
  type SentenceCoverage,
} from '@belegg/domain';
import type { Actor } from '../platform/actor';
import type { Tx } from '../platform/database/database';
import { readPeople, type People } from '../platform/people';
import type { Text } from '../texts';
import { readWaiting } from './article-head.repository';
import { readCovering } from './covering.repository';
import { markEtag, notCheckable, readMarks, type MarkRow } from './mark.repository';

/** How far a text is checked. */
export interface TextCoverage {
  readonly sentences: readonly SentenceView[];
  /** What each sentence's words say, in the order of the sentences. */
  readonly covered: readonly SentenceCoverage[];
  readonly coverage: Coverage;
  /** The most sentences that an annotation may touch and still cover its words. */
  readonly longestPassage: number;
}

/** How far the current text of an article is checked, and how many of its annotations the caller may decide on now. */
export interface ArticleCoverage {
  readonly coverage: Coverage;
  readonly waiting: number;
  /** The article revision that was signed off last. */
  readonly signedOffRevision: number | undefined;
}

/** Tells how much of an article is checked. */
@Injectable()
export class CoverageReader {
  /** Every sentence of the current text of an article. */
  async ofText(tx: Tx, newsroomId: string, text: Text): Promise<TextCoverage> {
    const marks = await readMarks(tx, newsroomId, [text]);
    const people = await readPeople(
      tx,
      newsroomId,
      marks.flatMap(({ authorId, confirmedById }) => [authorId, ...(confirmedById === null ? [] : [confirmedById])]),
    );
    const facts = await this.facts(tx, newsroomId, text);
    const covered = coverSentences({ ...facts, notCheckable: notCheckable(marks) });
    return {
      sentences: toSentenceViews(text, covered, marks, people),
      covered,
      coverage: sumCoverage(covered),
      longestPassage: facts.longestPassage,
    };
  }

  /** The stretches of a sentence that no annotation covers. */
  async rest(tx: Tx, newsroomId: string, text: Text, index: number): Promise<readonly Range[]> {
    return restOf(await this.facts(tx, newsroomId, text), index);
  }

  /** Of many articles at once, in one statement and without their texts; by article id. */
  async ofArticles(tx: Tx, actor: Actor, articleIds: readonly string[]): Promise<Map<string, ArticleCoverage>> {
    const { newsroomId } = actor;
    const heads = await readWaiting(tx, newsroomId, articleIds);
    return new Map(
      heads.map(({ articleId, byState, words, signedOffRevision, submitted }) => {
        const mine = submitted.filter((authorIds) => mayApprove(actor, authorIds));
        return [
          articleId,
          {
            coverage: updateCoverage({ byState, words }, [], []),
            waiting: mine.length,
            signedOffRevision: signedOffRevision ?? undefined,
          },
        ];
      }),
    );
  }

  private async facts(
    tx: Tx,
    newsroomId: string,
    text: Text,
  ): Promise<CoverageFacts & { readonly longestPassage: number }> {
    const covering = await readCovering(tx, newsroomId, [text.articleId]);
    return { ...covering, text: new CodePointText(text.text), sentences: text.sentences, notCheckable: [] };
  }
}

function mayApprove({ roles, accountId }: Actor, authorIds: readonly string[]): boolean {
  return refusal({ action: 'approve', status: 'submitted', roles, actorId: accountId, authorIds }) === undefined;
}

/** What somebody said of a sentence, as its view has it. */
function said(mark: MarkRow, people: People): Partial<SentenceView> {
  const { checkable, authorId, confirmedById, rest, reason, note } = mark;
  return {
    checkable,
    etag: markEtag(mark),
    ...(!checkable && { markedBy: people(authorId) }),
    ...(confirmedById !== null && { confirmedBy: people(confirmedById) }),
    ...(rest && { rest: [...rest] }),
    ...(reason && { reason }),
    ...(note !== '' && { note }),
  };
}

/**
 * What a person said of a sentence stands as they said it; a suggestion is for sentences of which nobody said anything.
 */
function toSentenceViews(
  { text, blocks, sentences }: Text,
  covered: readonly SentenceCoverage[],
  marks: readonly MarkRow[],
  people: People,
): SentenceView[] {
  const points = new CodePointText(text);
  const bySentence = new Map(marks.map((mark) => [mark.sentence, mark]));
  return sentences.map(({ index, start, end, block }, position) => {
    const { state, open } = covered[position] ?? { state: 'unchecked' as const, open: [] };
    const mark = bySentence.get(index);
    const kind = blocks[block]?.kind ?? 'paragraph';
    const suggestion = state === 'unchecked' && !mark ? suggestNotCheckable(points.slice(start, end), kind) : undefined;
    return {
      index,
      id: sentenceId({ start, end }),
      start,
      end,
      block,
      state,
      checkable: true,
      ...(mark && said(mark, people)),
      ...(suggestion && { suggestion }),
      ...(state === 'partly' && { open: [...open] }),
    };
  });
}
