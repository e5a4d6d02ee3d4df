import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it came in. */
export interface ReceivedMail {
  readonly to: readonly string[];
  readonly id: string;
  readonly subject: string;
  /** All of it, with quoted-printable and Base64 words decoded. */
  readonly content: string;
}

/** A real mail server on this machine, which keeps what it gets. */
export class TestMailServer {
  readonly mails: ReceivedMail[] = [];
  /** Done before a mail is accepted; what it throws refuses the mail. */
  before: () => Promise<void> = () => Promise.resolve();
  /** Done once a mail is kept, and before its sender is told. */
  after: () => Promise<void> = () => Promise.resolve();

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<TestMailServer> {
    const server: SMTPServer = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, { envelope }, done) => {
        const take = async (): Promise<void> => {
          const source = await text(stream);
          await one.before();
          one.mails.push(
            read(
              source,
              envelope.rcptTo.map(({ address }) => address),
            ),
          );
          await one.after();
        };
        take().then(() => done(), done);
      },
    });
    const one = new TestMailServer(server);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return one;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** The settings that let a server send through this one. */
  get settings(): Record<string, string> {
    return { SMTP_URL: this.url, MAIL_FROM: 'belegg@example.test', PUBLIC_URL: 'http://localhost' };
  }

  to(address: string): ReceivedMail[] {
    return this.mails.filter(({ to }) => to.includes(address));
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(resolve);
    });
  }
}

function read(source: string, to: readonly string[]): ReceivedMail {
  const unfolded = source.replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? '';
  const words = header('Subject').replace(/\?= =\?/g, '?==?');
  const subject = words.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, value: string) =>
    kind.toLowerCase() === 'b' ? Buffer.from(value, 'base64').toString() : unquoted(value.replaceAll('_', ' ')),
  );
  return { to, id: header('Message-ID'), subject, content: unquoted(source.replace(/=\r\n/g, '')) };
}

const unquoted = (value: string): string =>
  value.replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString());
