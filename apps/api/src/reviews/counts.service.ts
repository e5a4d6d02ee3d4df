import { Injectable } from '@nestjs/common';
import type { ReviewCount } from '@belegg/contract';
import { refusal } from '@belegg/domain';
import { AnnotationReader } from '../annotations';
import { readUnconfirmed } from '../coverage';
import type { Actor } from '../platform/actor';
import { Database, type Tx } from '../platform/database/database';
import { Texts } from '../texts';
import { markRefusal, sentenceOf } from './waiting-marks.service';

/** The most sentences that are counted. */
const mostMarks = 10_000;

/** Counts what waits, by the rules by which the queue lists it, and without reading what it says. */
@Injectable()
export class CountsService {
  constructor(
    private readonly database: Database,
    private readonly annotations: AnnotationReader,
    private readonly texts: Texts,
  ) {}

  count(actor: Actor): Promise<ReviewCount> {
    return this.database.readNewsroom(actor.newsroomId, async (tx) => {
      const [claims, marks] = await Promise.all([this.countClaims(tx, actor), this.countMarks(tx, actor)]);
      return { claims, marks };
    });
  }

  private async countClaims(tx: Tx, { newsroomId, roles, accountId }: Actor): Promise<number> {
    const groups = await this.annotations.countByAuthors(tx, newsroomId, 'submitted');
    const mine = groups.filter(
      ({ authorIds }) =>
        refusal({ action: 'approve', status: 'submitted', roles, actorId: accountId, authorIds }) === undefined,
    );
    return mine.reduce((sum, { count }) => sum + count, 0);
  }

  private async countMarks(tx: Tx, actor: Actor): Promise<number> {
    const { newsroomId } = actor;
    const marks = (await readUnconfirmed(tx, newsroomId, { after: undefined, limit: mostMarks })).filter(
      (mark) => markRefusal(actor, mark) === undefined,
    );
    const texts = await this.texts.currentOf(
      tx,
      newsroomId,
      marks.map(({ articleId }) => articleId),
    );
    return marks.filter((mark) => sentenceOf(texts.get(mark.articleId), mark) !== undefined).length;
  }
}
