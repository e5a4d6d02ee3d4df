import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { createApp } from './app';
import { BackupSchedule } from './backup';
import { opensToEverybody } from './demo';
import { ConfigError, isLoopback, readConfig } from './platform/config';
import { JobWorker } from './platform/jobs';
import { version } from './platform/version';
import { WebhookFeed } from './webhooks';

/** One clear line, and no stack trace, for what whoever starts the server can mend. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return `Belegg cannot start: ${error.message}`;
  const { code, port, message } = error as { code?: string; port?: number; message?: string };
  if (code === 'EADDRINUSE') return `Belegg cannot start: port ${port ?? ''} is taken. Stop what uses it, or set PORT.`;
  if (code === 'EACCES')
    return `Belegg cannot start: port ${port ?? ''} may not be used by this user. Set PORT to one above 1023.`;
  if (code === 'EADDRNOTAVAIL') return 'Belegg cannot start: this machine has no such address. Set HOST.';
  return `Belegg cannot start: ${message ?? String(error)}`;
}

/** A line when it serves, when it is told to end, and when it has answered the last request. */
function logLife(app: NestFastifyApplication): void {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  const { log, server } = fastify;
  fastify.addHook('onListen', async () =>
    log.info({ version, node: process.version, port: (server.address() as AddressInfo).port }, 'started'),
  );
  fastify.addHook('preClose', async () => log.info('stopping'));
  fastify.addHook('onClose', async () => log.info('stopped'));
}

// Started by `npm start`: ends with it, even when that is killed.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));

try {
  const config = readConfig(process.env);
  const app = await createApp(config);
  if ((!isLoopback(config.host) || config.behindTls) && (await opensToEverybody(app))) {
    throw new ConfigError(
      'the database holds the demo newsroom, and everybody knows its password. Use another database or DATA_DIR, or listen on 127.0.0.1.',
    );
  }
  logLife(app);
  await app.listen({ port: config.port, host: config.host });
  app.get(BackupSchedule, { strict: false }).start();
  app.get(JobWorker).start();
  app.get(WebhookFeed, { strict: false }).start();
  process.send?.({ listening: await app.getUrl() });
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
