import { Injectable } from '@nestjs/common';
import { EventReader } from '../events';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { JobQueue, type JobWorker } from '../platform/jobs';
import { Mailer } from '../platform/mail';
import { dueAt } from './due';
import {
  insertNotification,
  lockCursor,
  moveCursor,
  readChoices,
  type NewNotification,
} from './notification.repository';
import { recipientsOf } from './recipients';

/** Tells people of what concerns them. */
@Injectable()
export class Notifier {
  constructor(
    private readonly database: Database,
    private readonly events: EventReader,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  /** Lets the log be looked through by a job. */
  serve(worker: JobWorker): void {
    worker.handle('notify', async ({ newsroomId }) => {
      if (newsroomId !== undefined) while (await this.lookThrough(newsroomId));
      return undefined;
    });
  }

  /**
   * Tells somebody of something, in the transaction of its caller: for what follows from no event, such as a date that
   * comes near. For one `key` they are told once, however often this is called.
   */
  async tell(tx: Tx, newsroomId: string, given: readonly NewNotification[]): Promise<void> {
    if (given.length === 0) return;
    const now = this.clock.now();
    const choices = await readChoices(tx, newsroomId, [...new Set(given.map(({ accountId }) => accountId))]);
    const mails = new Map<string, Date>();
    for (const one of given) {
      const chosen = choices.get(one.accountId);
      if (!chosen) continue;
      const isShown = chosen.inPage.includes(one.kind);
      const byMail = this.mailer.isThere && chosen.byMail.includes(one.kind);
      if (!isShown && !byMail) continue;
      const isNew = await insertNotification(tx, newsroomId, one, { isShown, byMail });
      if (isNew && byMail) mails.set(one.accountId, dueAt(now, chosen));
    }
    for (const [accountId, startAfter] of mails)
      await this.queue.add(tx, { kind: 'digest', newsroomId, data: { accountId }, startAfter });
  }

  /**
   * Looks through the next stretch of the log: what is told of it, and how far it was looked through, are one.
   * @returns whether there is more
   */
  private async lookThrough(newsroomId: string): Promise<boolean> {
    const from = await this.database.inNewsroom(newsroomId, (tx) => lockCursor(tx, newsroomId));
    const { events, next, isMore } = await this.events.after(newsroomId, from);
    if (events.length > 0)
      await this.database.inNewsroom(newsroomId, async (tx) => {
        // Another one was here in between, and has told of these.
        if ((await lockCursor(tx, newsroomId)) !== from) return;
        const found = [];
        for (const event of events) found.push(...(await recipientsOf(tx, newsroomId, event)));
        await this.tell(tx, newsroomId, found);
        await moveCursor(tx, newsroomId, next);
      });
    return isMore;
  }
}
