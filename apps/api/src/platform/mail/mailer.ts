import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../config';
import { htmlOf, textOf, type Mail } from './mail';

/** Milliseconds that a mail server may take for an answer. */
const patience = 30_000;

/** Sends mails over SMTP, where the server has a setting for it. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private transporter: Transporter | undefined;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'publicUrl'>) {}

  /** Whether mails are sent at all. */
  get isThere(): boolean {
    return this.config.smtpUrl !== undefined;
  }

  /** A path of the page as others reach it. */
  link(path: string): string {
    return `${this.config.publicUrl ?? ''}${path}`;
  }

  /**
   * @param id the same for a mail that may have gone out before: whoever gets both knows them for one
   * @throws the error of the mail server, and where there is none
   */
  async send(to: string, mail: Mail, id: string): Promise<void> {
    const { smtpUrl, mailFrom = '' } = this.config;
    if (smtpUrl === undefined) throw new Error('no mail server is set');
    this.transporter ??= createTransport(smtpUrl, {
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
    } as object);
    const host =
      mailFrom
        .split('@')
        .at(-1)
        ?.replace(/[^\w.-]/g, '') || 'localhost';
    await this.transporter.sendMail({
      from: mailFrom,
      to: { name: '', address: to },
      subject: mail.subject,
      text: textOf(mail),
      html: htmlOf(mail),
      messageId: `<${id}@${host}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }

  onApplicationShutdown(): void {
    this.transporter?.close();
  }
}
