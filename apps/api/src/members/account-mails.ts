import { Injectable } from '@nestjs/common';
import { mailLanguages, type MailLanguage } from '@belegg/contract';
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { newId } from '../platform/ids';
import { JobQueue, type JobWorker } from '../platform/jobs';
import { Mailer } from '../platform/mail';
import { AccountRepository } from './account.repository';
import { accountMailWords } from './account-mail-words';

/** Milliseconds for which a link to a new password works. */
export const passwordLinkLife = 30 * 60_000;

const language = z.enum(mailLanguages);
const accountMail = z.discriminatedUnion('what', [
  z.object({ what: z.literal('forgotten'), email: z.string(), language }),
  z.object({ what: z.literal('newBrowser'), email: z.string(), browser: z.string(), at: z.iso.datetime(), language }),
]);
export type AccountMail = z.infer<typeof accountMail>;

/** Mails about an account itself. They go out by jobs, which hold no secret: a link is made when its mail is. */
@Injectable()
export class AccountMails {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  /** Whether mails are sent at all. */
  get isThere(): boolean {
    return this.mailer.isThere;
  }

  /** Has a mail sent once the transaction is committed. It is known later alone whether somebody has this address. */
  async send(tx: Tx, mail: AccountMail): Promise<void> {
    if (this.isThere) await this.queue.add(tx, { kind: 'accountMail', data: mail });
  }

  /** Lets this be a job. */
  serve(worker: JobWorker): void {
    worker.handle('accountMail', async ({ id, data }) => {
      const mail = accountMail.parse(data);
      await (mail.what === 'forgotten' ? this.sendLink(mail, id) : this.tellOfBrowser(mail, id));
      return undefined;
    });
  }

  /** Begun again, it sends a new link, and the one before is void. */
  private async sendLink({ email, language }: AccountMail, id: string): Promise<void> {
    const account = await this.database.lookUp((tx) => this.accounts.byEmail(tx, email));
    if (!account || account.memberships.length === 0) return;
    const secret = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.database.acrossNewsrooms(async (tx) => {
      await tx.passwordLink.deleteMany({ where: { accountId: account.id } });
      await tx.passwordLink.create({
        data: {
          id: newId(),
          accountId: account.id,
          secretHash: hashOfLink(secret),
          createdAt: now,
          expiresAt: new Date(now.getTime() + passwordLinkLife),
        },
        select: { id: true },
      });
    });
    // Behind the number sign nothing of an address is sent to servers on the way.
    const link = this.mailer.link(`/new-password#${secret}`);
    await this.mailer.send(account.email, accountMailWords[language].forgotten(link, passwordLinkLife / 60_000), id);
  }

  private async tellOfBrowser(
    { email, language, browser, at }: Extract<AccountMail, { what: 'newBrowser' }>,
    id: string,
  ): Promise<void> {
    const words = accountMailWords[language];
    await this.mailer.send(email, words.newBrowser(browser, new Date(at), this.mailer.link('/account')), id);
  }

  /** In which language somebody gets mails: as they chose in one of their newsrooms. */
  async languageOf(tx: Tx, accountId: string): Promise<MailLanguage> {
    const chosen = await tx.notificationChoice.findFirst({ where: { accountId }, select: { language: true } });
    return language.safeParse(chosen?.language).data ?? 'nb';
  }
}

/** What is kept of a link's secret. */
export const hashOfLink = (secret: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(secret).digest());
