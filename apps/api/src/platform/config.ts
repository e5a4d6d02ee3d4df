import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

const environment = z.object({
  /** The port that page and interface are served on. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The address to listen on. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Any PostgreSQL from 15 on. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Where evidence is kept. */
  DATA_DIR: z.string().min(1).default('.data'),
  /** Connections to the database at most. */
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(500).default(12),
  /** Behind a proxy that ends TLS: believe its `X-Forwarded-*` headers, send HSTS and `Secure` cookies. */
  BEHIND_TLS: flag.default(false),
  /** The built page; by default beside the program. */
  WEB_ROOT: z.string().optional(),
  /** Check each answer against the contract before it is sent; for tests. */
  CHECK_ANSWERS: flag.default(false),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly databaseConnections: number;
  readonly dataDir: string;
  readonly behindTls: boolean;
  readonly webRoot?: string | undefined;
  readonly checkAnswers: boolean;
}

/** Injection token of the one configuration. */
export const CONFIG = Symbol('CONFIG');

/** A setting that cannot be used; `message` is one line that names it. */
export class ConfigError extends Error {}

/** Reads and checks every setting before anything is started. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const { success, data, error } = environment.safeParse(env);
  if (!success) {
    throw new ConfigError(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  }
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    databaseConnections: data.DATABASE_CONNECTIONS,
    dataDir: data.DATA_DIR,
    behindTls: data.BEHIND_TLS,
    webRoot: data.WEB_ROOT,
    checkAnswers: data.CHECK_ANSWERS,
  };
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
