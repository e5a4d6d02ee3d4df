import { Injectable } from '@nestjs/common';
import type { Checkability as Judgement } from '@belegg/contract';
import { CodePointText, type Range, type Sentence } from '@belegg/domain';
import { EventLog, excerpt, type Undoing } from '../events';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { newId } from '../platform/ids';
import { ProblemError } from '../platform/problem-error';
import type { Text } from '../texts';
import {
  ArticleHeads,
  CoverageReader,
  insertConfirmations,
  insertMarks,
  readMarkBefore,
  readMarks,
  type MarkRow,
  type StoredMark,
  type TextKey,
} from '../coverage';

type Mark = Pick<MarkRow, 'checkable' | 'reason' | 'note' | 'rest'>;

/** What holds for a sentence of which nobody said anything. */
const unmarked: Mark = { checkable: true, reason: null, note: '', rest: null };

/**
 * Sentences that hold nothing to check: one person says so, a second confirms it. Works on the current text of an
 * article that its caller has locked.
 */
@Injectable()
export class Checkability {
  constructor(
    private readonly clock: Clock,
    private readonly log: EventLog,
    private readonly heads: ArticleHeads,
    private readonly coverage: CoverageReader,
  ) {}

  /**
   * Appends what somebody says of a sentence; nothing where that is what was said last, so that saying it again takes
   * no confirmation away. Of the rest of a sentence it is said of those words that nothing covers at this moment.
   * @throws ProblemError `not-found` when the text has no such sentence, `no-rest` when all of its words are covered
   */
  async mark(tx: Tx, actor: Actor, text: Text, index: number, judgement: Judgement): Promise<void> {
    const { checkable, part, reason, note } = judgement;
    const { newsroomId, accountId } = actor;
    const sentence = sentenceOf(text, index);
    const rest = checkable || part !== 'rest' ? null : await this.coverage.rest(tx, newsroomId, text, index);
    if (rest?.length === 0) throw new ProblemError('no-rest');
    const said = checkable ? unmarked : { checkable, reason: reason ?? null, note, rest };
    const before = told((await this.latest(tx, newsroomId, text, index)) ?? unmarked);
    if (JSON.stringify(before) === JSON.stringify(told(said))) return;
    const eventId = await this.log.appendToArticle(tx, actor, text.articleId, {
      type: 'sentence.marked',
      data: { ...name(text, sentence), before, after: told(said) },
    });
    await insertMarks(tx, newsroomId, text, eventId, [
      { id: newId(), ...rangeOf(sentence), ...said, authorId: accountId, createdAt: this.clock.now() },
    ]);
    await this.heads.rebuild(tx, newsroomId, [text.articleId]);
  }

  /**
   * Agrees, as the second person, that a sentence is not checkable.
   * @throws ProblemError `not-found` when nobody said so, `own-work` to whoever said so, `duplicate` when somebody
   * agreed already
   */
  async confirm(tx: Tx, actor: Actor, text: Text, index: number): Promise<void> {
    const { newsroomId, accountId } = actor;
    const sentence = sentenceOf(text, index);
    const mark = await this.latest(tx, newsroomId, text, index);
    if (!mark || mark.checkable) throw new ProblemError('not-found');
    if (mark.authorId === accountId) throw new ProblemError('own-work');
    if (mark.confirmedById !== null) throw new ProblemError('duplicate');
    await this.log.appendToArticle(tx, actor, text.articleId, {
      type: 'sentence.confirmed',
      data: { ...name(text, sentence), after: told(mark) },
    });
    await insertConfirmations(tx, newsroomId, [{ markId: mark.id, actorId: accountId, createdAt: this.clock.now() }]);
    await this.heads.rebuild(tx, newsroomId, [text.articleId]);
  }

  /**
   * Takes back the latest mark of a sentence, so that what stood before it stands again, as it was said and confirmed.
   * @param eventId the event that told of the mark
   * @throws ProblemError `overtaken` when the text has no such sentence or mark any more
   */
  async unmark(tx: Tx, actor: Actor, text: Text, range: Range, eventId: bigint, undoing: Undoing): Promise<void> {
    const { newsroomId, accountId } = actor;
    const { sentence, mark } = await this.standing(tx, newsroomId, text, range);
    const previous = await readMarkBefore(tx, newsroomId, text, range, eventId);
    const undone = await this.log.appendToArticle(tx, actor, text.articleId, {
      type: 'sentence.marked',
      data: { ...name(text, sentence), before: toldInFull(mark), after: toldInFull(previous ?? unmarked), ...undoing },
    });
    if (previous) await this.repeat(tx, newsroomId, text, undone, [previous]);
    else
      await insertMarks(tx, newsroomId, text, undone, [
        {
          id: newId(),
          ...rangeOf(sentence),
          ...unmarked,
          authorId: accountId,
          createdAt: this.clock.now(),
          undoesId: mark.id,
        },
      ]);
    await this.heads.rebuild(tx, newsroomId, [text.articleId]);
  }

  /**
   * Takes back the confirmation of the latest mark of a sentence; the mark itself stands as it was said.
   * @throws ProblemError `overtaken` when the text has no such sentence or mark any more
   */
  async unconfirm(tx: Tx, actor: Actor, text: Text, range: Range, undoing: Undoing): Promise<void> {
    const { newsroomId } = actor;
    const { sentence, mark } = await this.standing(tx, newsroomId, text, range);
    const unconfirmed = { ...mark, confirmedById: null, confirmedAt: null };
    const eventId = await this.log.appendToArticle(tx, actor, text.articleId, {
      type: 'sentence.marked',
      data: { ...name(text, sentence), before: toldInFull(mark), after: toldInFull(unconfirmed), ...undoing },
    });
    await this.repeat(tx, newsroomId, text, eventId, [unconfirmed]);
    await this.heads.rebuild(tx, newsroomId, [text.articleId]);
  }

  /**
   * Carries what was said of sentences, and by whom it was confirmed, from one text to the next.
   * @param sentences the index in the new text by the index in the old one, of the sentences for which it may be
   * carried
   * @param eventId the event that tells of the new text
   */
  async carry(
    tx: Tx,
    newsroomId: string,
    from: Text,
    to: Text,
    sentences: ReadonlyMap<number, number>,
    eventId: bigint,
  ): Promise<void> {
    const carried = (await readMarks(tx, newsroomId, [from])).flatMap((mark) => {
      const sentence = to.sentences[sentences.get(mark.sentence) ?? -1];
      return sentence ? [{ ...mark, ...rangeOf(sentence), rest: shift(mark.rest, sentence.start - mark.start) }] : [];
    });
    await this.repeat(tx, newsroomId, to, eventId, carried);
  }

  /** Says again what was said, by whom it was, with who confirmed it. */
  private async repeat(
    tx: Tx,
    newsroomId: string,
    text: TextKey,
    eventId: bigint,
    marks: readonly StoredMark[],
  ): Promise<void> {
    const repeated = marks.map((mark) => ({ mark, id: newId() }));
    await insertMarks(
      tx,
      newsroomId,
      text,
      eventId,
      repeated.map(({ id, mark }) => {
        const { checkable, reason, note, rest, authorId, createdAt } = mark;
        return { id, ...rangeOf(mark), checkable, reason, note, rest, authorId, createdAt, carriedFromId: mark.id };
      }),
    );
    await insertConfirmations(
      tx,
      newsroomId,
      repeated.flatMap(({ id, mark: { confirmedById, confirmedAt } }) =>
        confirmedById === null || confirmedAt === null
          ? []
          : [{ markId: id, actorId: confirmedById, createdAt: confirmedAt }],
      ),
    );
  }

  private async standing(
    tx: Tx,
    newsroomId: string,
    text: Text,
    range: Range,
  ): Promise<{ sentence: Sentence; mark: MarkRow }> {
    const sentence = text.sentences.find(({ start, end }) => start === range.start && end === range.end);
    const mark = sentence && (await this.latest(tx, newsroomId, text, sentence.index));
    if (!mark) throw new ProblemError('overtaken');
    return { sentence, mark };
  }

  private async latest(tx: Tx, newsroomId: string, text: Text, index: number): Promise<MarkRow | undefined> {
    return (await readMarks(tx, newsroomId, [text])).find(({ sentence }) => sentence === index);
  }
}

function sentenceOf({ sentences }: Text, index: number): Sentence {
  const sentence = sentences[index];
  if (!sentence) throw new ProblemError('not-found');
  return sentence;
}

const rangeOf = ({ start, end }: Range): Range => ({ start, end });

const shift = (ranges: readonly Range[] | null, by: number): Range[] | null =>
  ranges && ranges.map(({ start, end }) => ({ start: start + by, end: end + by }));

const told = ({ checkable, reason, note, rest }: Mark) => ({
  checkable,
  ...(reason !== null && { reason }),
  ...(note !== '' && { note }),
  ...(rest && { rest: rest.map(({ start, end }) => ({ start, end })) }),
});

/** With whether a second person agreed. */
const toldInFull = (mark: Mark & { readonly confirmedById?: string | null }) => ({
  ...told(mark),
  ...(mark.confirmedById && { confirmed: true }),
});

const name = ({ text, number }: Text, { index, start, end }: Sentence) => ({
  sentence: index,
  start,
  end,
  articleRevision: number,
  exact: excerpt(new CodePointText(text).slice(start, end)),
});
