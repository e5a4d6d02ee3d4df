import { isIP } from 'node:net';
import { z } from 'zod';
import { readEvidenceUrl, type EvidencePlace } from './evidence-url';
import { logLevels } from './logs';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Ranges that a proxy may stand in, by name as `proxy-addr` knows them, by address, or by CIDR. */
const proxy = z.string().refine(
  (range) => {
    if (['loopback', 'linklocal', 'uniquelocal'].includes(range)) return true;
    const [address = '', bits, ...rest] = range.split('/');
    const family = isIP(address);
    const isWithin = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
    return family !== 0 && isWithin && rest.length === 0;
  },
  { error: 'no address, CIDR, loopback, linklocal or uniquelocal' },
);
const proxies = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((range) => range.trim())
      .filter((range) => range !== ''),
  )
  .pipe(z.array(proxy));

/** Scheme, host and port, and nothing else. */
const origin = z.url({ protocol: /^https?$/ }).refine((url) => ['/', ''].includes(new URL(url).pathname), {
  error: 'a scheme and a host alone, such as https://belegg.example.org',
});

const settings = z.object({
  /** The port that page and interface are served on. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The address to listen on. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Any PostgreSQL from 15 on. */
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'begins with postgresql://'),
  /** Where evidence is kept. */
  DATA_DIR: z.string().min(1).default('.data'),
  /** A store that speaks S3, instead of that folder: "s3://bucket/prefix?endpoint=https://…". */
  EVIDENCE_URL: z
    .string()
    .transform((text, context) => {
      const place = readEvidenceUrl(text);
      if (typeof place !== 'string') return place;
      context.addIssue({ code: 'custom', message: place });
      return z.NEVER;
    })
    .optional(),
  /** Connections to the database at most. */
  DATABASE_CONNECTIONS: z.coerce.number().int().min(3).max(500).default(12),
  /** Prepare statements by name; `false` behind a pooler in transaction mode that does not know of them. */
  DATABASE_PREPARE: flag.default(true),
  /** Behind a proxy that ends TLS: send HSTS and `Secure` cookies, believe the `X-Forwarded-*` of `TRUSTED_PROXIES`. */
  BEHIND_TLS: flag.default(false),
  /** Where that proxy stands: addresses and CIDRs, or `loopback`, `linklocal`, `uniquelocal`. */
  TRUSTED_PROXIES: proxies.default(['loopback']),
  /** How people reach the server: "https://belegg.example.org". Links in reports begin so; other hosts are refused. */
  PUBLIC_URL: origin.optional(),
  /** The mail server, with user and password: "smtps://belegg:secret@mail.example.org". Without it no mail is sent. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/\s]+/, 'begins with smtp:// or smtps://')
    .optional(),
  /** Whom mails are from: "belegg@example.org". */
  MAIL_FROM: z.email().optional(),
  /** The built page; by default beside the program. */
  WEB_ROOT: z.string().optional(),
  /** Where a backup is written each day; without it none is. */
  BACKUP_DIR: z.string().min(1).optional(),
  /** How many of these backups are kept. */
  BACKUP_KEEP: z.coerce.number().int().min(1).max(3650).default(14),
  /** How much is written to the log, on standard error. */
  LOG_LEVEL: z.enum(logLevels).default('info'),
  /** Check each answer against the contract before it is sent; for tests. */
  CHECK_ANSWERS: flag.default(false),
});

/** Mails have a sender, and links that others can follow. */
const environment = settings.superRefine(({ SMTP_URL, MAIL_FROM, PUBLIC_URL }, context) => {
  if (SMTP_URL === undefined) return;
  for (const [name, value] of Object.entries({ MAIL_FROM, PUBLIC_URL }))
    if (value === undefined) context.addIssue({ code: 'custom', path: [name], message: 'is needed with SMTP_URL' });
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly databaseConnections: number;
  readonly prepareStatements: boolean;
  readonly dataDir: string;
  /** Where evidence is kept instead of the data folder. */
  readonly evidence?: EvidencePlace | undefined;
  readonly behindTls: boolean;
  readonly trustedProxies: readonly string[];
  /** An origin, such as "https://belegg.example.org"; absent where none was said. */
  readonly publicUrl?: string | undefined;
  readonly smtpUrl?: string | undefined;
  readonly mailFrom?: string | undefined;
  readonly webRoot?: string | undefined;
  readonly backupDir?: string | undefined;
  readonly backupKeep: number;
  readonly logLevel: (typeof logLevels)[number];
  readonly checkAnswers: boolean;
}

/** Injection token of the one configuration. */
export const CONFIG = Symbol('CONFIG');

/** A setting that cannot be used; `message` is one line that names it. */
export class ConfigError extends Error {}

/** Reads and checks every setting before anything is started. An empty one counts as not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const { success, data, error } = environment.safeParse(set);
  if (!success) {
    throw new ConfigError(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  }
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    databaseConnections: data.DATABASE_CONNECTIONS,
    prepareStatements: data.DATABASE_PREPARE,
    dataDir: data.DATA_DIR,
    evidence: data.EVIDENCE_URL,
    behindTls: data.BEHIND_TLS,
    trustedProxies: data.TRUSTED_PROXIES,
    publicUrl: data.PUBLIC_URL && new URL(data.PUBLIC_URL).origin,
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM,
    webRoot: data.WEB_ROOT,
    backupDir: data.BACKUP_DIR,
    backupKeep: data.BACKUP_KEEP,
    logLevel: data.LOG_LEVEL,
    checkAnswers: data.CHECK_ANSWERS,
  };
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
