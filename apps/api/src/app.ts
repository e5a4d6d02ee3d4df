import 'reflect-metadata';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AppModule } from './app.module';
import type { Config } from './platform/config';
import { Metrics } from './platform/health/metrics';
import { refuseDeep, refuseLarge } from './platform/http/bounds';
import { drainWhenClosing } from './platform/http/draining';
import { securityHeaders } from './platform/http/headers';
import { servePage } from './platform/http/page';
import { refuseCrossSite } from './platform/http/same-site';
import { answerUnreadable, answerUnroutable } from './platform/http/unread';
import { SecurityLog } from './platform/security-log';

/** The largest JSON body, in bytes: a text of 1 MiB in which every letter is escaped, and what goes with it. */
const bodyLimit = 4 * 1024 * 1024;
/** The largest uploaded file, in bytes. */
const fileLimit = 16 * 1024 * 1024;
/** Milliseconds in which a request has to arrive whole, and between two looks at which did not. */
const requestTimeout = 60_000;
const connectionsCheckingInterval = 5_000;

/** The whole server, ready to listen. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit,
    requestTimeout,
    http: { connectionsCheckingInterval },
    trustProxy: config.behindTls,
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: false,
    frameworkErrors: answerUnroutable(config),
    clientErrorHandler: answerUnreadable(config),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    logger: ['error', 'warn'],
    bodyParser: false,
  });
  app.enableShutdownHooks();
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  drainWhenClosing(fastify);
  await fastify.register(fastifyHelmet, securityHeaders(config));
  fastify.addHook('onRequest', refuseCrossSite(app.get(SecurityLog)));
  fastify.addHook('onRequest', refuseLarge(fileLimit));
  fastify.addHook('preValidation', refuseDeep);
  fastify.addHook('onResponse', app.get(Metrics).observe);
  await fastify.register(fastifyCompress, { threshold: 1024, encodings: ['br', 'gzip'] });
  await fastify.register(fastifyCookie);
  await fastify.register(fastifyMultipart, {
    limits: { fileSize: fileLimit, files: 1, fields: 10, fieldSize: 10_000 },
  });
  await servePage(fastify, config);
  return app;
}
