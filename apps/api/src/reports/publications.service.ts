import { Injectable } from '@nestjs/common';
import { report, type Publish, type ReportSummary } from '@belegg/contract';
import { applyProfile } from '@belegg/domain';
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
import { addPublication, findLatest, findOrMakeAddress, type PublicationRow } from './publication.repository';
import { leadOf, wordsFor } from './render/words';
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

  /** Publishing again what stands there says anew how, and nothing where it says the same. */
  publish(actor: Actor, reportId: string, given: Publish): Promise<ReportSummary> {
    return this.onReport(actor, reportId, async (tx, row, text) => {
      const { newsroomId, articleId } = row;
      // 128 random bits: nobody guesses an address.
      await findOrMakeAddress(tx, newsroomId, articleId, randomBytes(16).toString('base64url'), this.clock.now());
      const latest = await findLatest(tx, newsroomId, articleId);
      const { listed = latest?.listed ?? false, articleUrl = latest?.articleUrl ?? '' } = given;
      const isSaid = latest?.reportId === reportId && latest.listed === listed && latest.articleUrl === articleUrl;
      if (!isSaid) await this.record(tx, actor, row, { reportId, listed, articleUrl, ...headOf(row) });
      return summarize(tx, row, digestOf(await this.assembler.assemble(tx, { newsroomId, text })));
    });
  }

  /** @throws ProblemError `not-found` when it is not what stands under the address */
  unpublish(actor: Actor, reportId: string): Promise<void> {
    return this.onReport(actor, reportId, async (tx, row) => {
      const latest = await findLatest(tx, row.newsroomId, row.articleId);
      if (latest?.reportId !== reportId) throw new ProblemError('not-found');
      const { articleUrl } = latest;
      await this.record(tx, actor, row, { ...nothing, articleUrl });
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
    said: Said,
  ): Promise<void> {
    const { reportId, listed, articleUrl } = said;
    const eventId = await this.log.appendToArticle(tx, actor, articleId, {
      subjectId: id,
      ...(reportId === null
        ? { type: 'report.unpublished', data: { number } }
        : { type: 'report.published', data: { number, listed, ...(articleUrl !== '' && { articleUrl }) } }),
    });
    await addPublication(tx, {
      newsroomId,
      articleId,
      id: newId(),
      ...said,
      actorId: actor.accountId,
      eventId,
      createdAt: this.clock.now(),
    });
  }
}

type Said = Pick<PublicationRow, 'reportId' | 'listed' | 'articleUrl' | 'title' | 'summary' | 'language'>;

const nothing = { reportId: null, listed: false, title: '', summary: '', language: '' } as const;

/** What lists say of a report, as the public may see it. */
function headOf({ content }: ReportRow): Pick<Said, 'title' | 'summary' | 'language'> {
  const shown = applyProfile(report.parse(JSON.parse(content)), 'public', 'other');
  const { title, language } = shown.article;
  return { title, language, summary: leadOf(shown, wordsFor(language)) };
}
