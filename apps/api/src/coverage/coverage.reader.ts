import { Injectable } from '@nestjs/common';
import type { Person, SentenceView } from '@belegg/contract';
import {
  CodePointText,
  coverageOf,
  deriveCoverage,
  deriveSentenceStates,
  refusal,
  sentenceId,
  suggestNotCheckable,
  type Coverage,
  type SentenceState,
} from '@belegg/domain';
import type { Actor } from '../platform/actor';
import type { Tx } from '../platform/database/database';
import { readPeople, type People } from '../platform/people';
import type { Text } from '../texts';
import { readArticleHeads } from './article-head.repository';
import { readCovering, readSubmitted } from './covering.repository';
import { notCheckable, readMarks, type MarkRow } from './mark.repository';

/** How far a text is checked. */
export interface TextCoverage {
  readonly sentences: readonly SentenceView[];
  readonly coverage: Coverage;
  /** Who agreed, as the second person, that a sentence is not checkable; by its index. */
  readonly confirmedBy: ReadonlyMap<number, Person>;
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
    const annotations = await readCovering(tx, newsroomId, [text.articleId]);
    const marks = await readMarks(tx, newsroomId, [text]);
    const people = await readPeople(
      tx,
      newsroomId,
      marks.flatMap(({ authorId, confirmedById }) => [authorId, ...(confirmedById === null ? [] : [confirmedById])]),
    );
    const states = deriveSentenceStates(text.sentences, annotations, notCheckable(marks));
    return {
      sentences: toSentenceViews(text, states, marks, people),
      coverage: deriveCoverage(states),
      confirmedBy: new Map(
        marks.flatMap(({ sentence, confirmedById }) =>
          confirmedById === null ? [] : [[sentence, people(confirmedById)]],
        ),
      ),
    };
  }

  /** Of many articles at once, in two statements and without their texts; by article id. */
  async ofArticles(tx: Tx, actor: Actor, articleIds: readonly string[]): Promise<Map<string, ArticleCoverage>> {
    const { newsroomId } = actor;
    const heads = await readArticleHeads(tx, newsroomId, articleIds);
    const submitted = Map.groupBy(await readSubmitted(tx, newsroomId, articleIds), ({ articleId }) => articleId);
    return new Map(
      heads.map(({ articleId, byState, signedOffRevision }) => {
        const mine = (submitted.get(articleId) ?? []).filter(({ authorIds }) => mayApprove(actor, authorIds));
        return [
          articleId,
          {
            coverage: coverageOf(byState),
            waiting: mine.length,
            signedOffRevision: signedOffRevision ?? undefined,
          },
        ];
      }),
    );
  }
}

function mayApprove({ roles, accountId }: Actor, authorIds: readonly string[]): boolean {
  return refusal({ action: 'approve', status: 'submitted', roles, actorId: accountId, authorIds }) === undefined;
}

/** What a person said of a sentence stands as they said it; a suggestion is for sentences of which nobody said anything. */
function toSentenceViews(
  { text, blocks, sentences }: Text,
  states: readonly SentenceState[],
  marks: readonly MarkRow[],
  people: People,
): SentenceView[] {
  const points = new CodePointText(text);
  const bySentence = new Map(marks.map((mark) => [mark.sentence, mark]));
  return sentences.map(({ index, start, end, block }, position) => {
    const state = states[position] ?? 'unchecked';
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
      checkable: mark?.checkable ?? true,
      ...(mark && !mark.checkable && { markedBy: people(mark.authorId) }),
      ...(mark?.reason && { reason: mark.reason }),
      ...(mark && mark.note !== '' && { note: mark.note }),
      ...(suggestion && { suggestion }),
    };
  });
}
