import { Injectable } from '@nestjs/common';
import type { ReportSummary } from '@belegg/contract';
import { randomBytes } from 'node:crypto';
import { EventLog } from '../events';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { newId } from '../platform/ids';
import { ProblemError } from '../platform/problem-error';
import { Texts, type Text } from '../texts';
import { ReportAssembler } from './assembler';
import { digestOf } from './draft';
import { addPublication, findOrMakeAddress, findPublished } from './publication.repository';
import { findReport, type ReportRow } from './report.repository';
import { summarize } from './summary';

/** Publishes signed-off reports. An article has one address; what stands under it can be replaced or taken down. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly assembler: ReportAssembler,
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  publish(actor: Actor, reportId: string): Promise<ReportSummary> {
    return this.onReport(actor, reportId, async (tx, row, text) => {
      const { newsroomId, articleId } = row;
      // 128 random bits: nobody guesses an address.
      await findOrMakeAddress(tx, newsroomId, articleId, randomBytes(16).toString('base64url'), this.clock.now());
      if ((await findPublished(tx, newsroomId, articleId)) !== reportId) await this.record(tx, actor, row, reportId);
      return summarize(tx, row, digestOf(await this.assembler.assemble(tx, { newsroomId, text })));
    });
  }

  /** @throws ProblemError `not-found` when it is not what stands under the address */
  unpublish(actor: Actor, reportId: string): Promise<void> {
    return this.onReport(actor, reportId, async (tx, row) => {
      if ((await findPublished(tx, row.newsroomId, row.articleId)) !== reportId) throw new ProblemError('not-found');
      await this.record(tx, actor, row, null);
    });
  }

  private onReport<Result>(
    actor: Actor,
    id: string,
    work: (tx: Tx, row: ReportRow, text: Text) => Promise<Result>,
  ): Promise<Result> {
    return this.database.inNewsroom(actor.newsroomId, async (tx) => {
      const row = await findReport(tx, actor.newsroomId, id);
      if (!row) throw new ProblemError('not-found');
      return work(tx, row, await this.texts.lock(tx, actor.newsroomId, row.articleId));
    });
  }

  private async record(
    tx: Tx,
    actor: Actor,
    { newsroomId, articleId, id, number }: ReportRow,
    reportId: string | null,
  ): Promise<void> {
    const type = reportId === null ? 'report.unpublished' : 'report.published';
    const eventId = await this.log.appendToArticle(tx, actor, articleId, { type, subjectId: id, data: { number } });
    await addPublication(tx, {
      newsroomId,
      articleId,
      id: newId(),
      reportId,
      actorId: actor.accountId,
      eventId,
      createdAt: this.clock.now(),
    });
  }
}
