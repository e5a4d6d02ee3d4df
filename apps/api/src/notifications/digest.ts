import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { JobWorker } from '../platform/jobs';
import { Mailer, type Mail } from '../platform/mail';
import { readPeople } from '../platform/people';
import { digestWords } from './digest-words';
import { claimForMail, noteMailed, readChoices, type NotificationRow } from './notification.repository';
import { pathOf } from './notification.view';

/** What a job of this kind knows. */
export const digestJob = z.object({ accountId: z.uuid() });

/** Sends one person what they are to be told of by mail, in one mail. */
@Injectable()
export class Digest {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  /** Lets this be a job. */
  serve(worker: JobWorker): void {
    worker.handle('digest', async ({ id, newsroomId, data }) => {
      const { accountId } = digestJob.parse(data);
      if (newsroomId !== undefined) await this.send(newsroomId, accountId, id);
      return undefined;
    });
  }

  /**
   * @param mailId that of the job: begun again, it sends the same mail by the same name, or none where it was noted as
   * sent
   */
  private async send(newsroomId: string, accountId: string, mailId: string): Promise<void> {
    if (!this.mailer.isThere) return;
    const rows = await this.database.inNewsroom(newsroomId, (tx) => claimForMail(tx, newsroomId, accountId, mailId));
    if (rows.length === 0) return;
    const written = await this.write(newsroomId, accountId, rows);
    if (written) await this.mailer.send(written.to, written.mail, mailId);
    await this.database.inNewsroom(newsroomId, (tx) => noteMailed(tx, newsroomId, mailId, this.clock.now()));
  }

  /** @returns undefined where the person is no active member any more */
  private async write(
    newsroomId: string,
    accountId: string,
    rows: readonly NotificationRow[],
  ): Promise<{ to: string; mail: Mail } | undefined> {
    const { newsroom, account } = await this.database.lookUp(async (tx) => ({
      newsroom: await tx.newsroom.findUniqueOrThrow({ where: { id: newsroomId }, select: { name: true } }),
      account: await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { email: true } }),
    }));
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const choices = (await readChoices(tx, newsroomId, [accountId])).get(accountId);
      if (!choices) return undefined;
      const actors = rows.map(({ actorId }) => actorId).filter((id) => id !== null);
      const people = await readPeople(tx, newsroomId, actors);
      const words = digestWords[choices.language];
      const lines = rows.map((row) => ({
        text: words.says[row.kind](
          (row.actorId === null ? '' : people(row.actorId).name) || words.somebody,
          row.title ?? '',
          row.count ?? 1,
        ),
        link: this.mailer.link(pathOf(row)),
      }));
      const subject = words.subject(rows.length, newsroom.name);
      return {
        to: account.email,
        mail: { language: choices.language, subject, lines, foot: words.foot(newsroom.name) },
      };
    });
  }
}
