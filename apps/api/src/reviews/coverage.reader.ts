import { Injectable } from '@nestjs/common';
import type { Person, SentenceView } from '@belegg/contract';
import {
  CodePointText,
  deriveCoverage,
  deriveSentenceStates,
  refusal,
  sentenceId,
  suggestNotCheckable,
  type Coverage,
  type NotCheckable,
  type SentenceState,
} from '@belegg/domain';
import { AnnotationReader, type AnnotationFacts } from '../annotations';
import type { Actor } from '../platform/actor';
import type { Tx } from '../platform/database/database';
import { readPeople, type People } from '../platform/people';
import type { Text } from '../texts';
import { readMarks, type MarkRow } from './mark.repository';
import { readCurrentSentences } from './sentence.repository';

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
}

/** Tells how much of an article is checked. All of it is computed from what stands in the transaction; nothing is stored. */
@Injectable()
export class CoverageReader {
  constructor(private readonly annotations: AnnotationReader) {}

  /** Every sentence of the current text of an article. */
  async ofText(tx: Tx, newsroomId: string, text: Text): Promise<TextCoverage> {
    const { articleId } = text;
    const facts = await this.annotations.facts(tx, { newsroomId, articleIds: [articleId] });
    const marks = await readMarks(tx, newsroomId, [text]);
    const people = await readPeople(
      tx,
      newsroomId,
      marks.flatMap(({ authorId, confirmedById }) => [authorId, ...(confirmedById === null ? [] : [confirmedById])]),
    );
    const states = deriveSentenceStates(text.sentences, facts, notCheckable(marks));
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

  /** Of many articles at once, in a fixed number of queries and without their texts; by article id. */
  async ofArticles(tx: Tx, actor: Actor, articleIds: readonly string[]): Promise<Map<string, ArticleCoverage>> {
    const { newsroomId } = actor;
    const texts = await readCurrentSentences(tx, newsroomId, articleIds);
    const facts = Map.groupBy(
      await this.annotations.facts(tx, { newsroomId, articleIds }),
      ({ articleId }) => articleId,
    );
    const marks = Map.groupBy(await readMarks(tx, newsroomId, texts), ({ articleId }) => articleId);
    return new Map(
      texts.map(({ articleId, sentences }) => {
        const ofArticle = facts.get(articleId) ?? [];
        const states = deriveSentenceStates(sentences, ofArticle, notCheckable(marks.get(articleId) ?? []));
        return [
          articleId,
          { coverage: deriveCoverage(states), waiting: ofArticle.filter((fact) => mayDecide(actor, fact)).length },
        ];
      }),
    );
  }
}

function mayDecide({ roles, accountId }: Actor, { status, authorIds }: AnnotationFacts): boolean {
  return refusal({ action: 'approve', status, roles, actorId: accountId, authorIds }) === undefined;
}

function notCheckable(marks: readonly MarkRow[]): NotCheckable[] {
  return marks
    .filter(({ checkable }) => !checkable)
    .map(({ sentence, confirmedById }) => ({ sentence, confirmed: confirmedById !== null }));
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
