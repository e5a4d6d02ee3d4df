import 'reflect-metadata';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import { largestBody, largestFile } from '@belegg/contract';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AppModule } from './app.module';
import type { Config } from './platform/config';
import { Metrics } from './platform/health/metrics';
import { Admission } from './platform/http/admission';
import { readJson, refuseLarge } from './platform/http/bounds';
import { describeRoute } from './platform/http/described';
import { drainWhenClosing } from './platform/http/draining';
import { refuseOtherHosts } from './platform/http/host';
import { securityHeaders } from './platform/http/headers';
import { logOptions, logRequests, nestLogger } from './platform/logs';
import { servePage } from './platform/http/page';
import { limitWaiting, requestTimeout } from './platform/http/patience';
import { refuseCrossSite } from './platform/http/same-site';
import { answerUnreadable, answerUnroutable } from './platform/http/unread';
import { framedStyles } from './reports';
import { SecurityLog } from './platform/security-log';

/** Milliseconds in which the head of a request has to arrive, and between two looks at which did not arrive. */
const headersTimeout = 60_000;
const connectionsCheckingInterval = 5_000;

/** The whole server, ready to listen. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    ...logOptions(config),
    bodyLimit: largestBody,
    requestTimeout,
    http: { headersTimeout, connectionsCheckingInterval },
    trustProxy: config.behindTls && [...config.trustedProxies],
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: false,
    frameworkErrors: answerUnroutable(config),
    clientErrorHandler: answerUnreadable(config),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    logger: nestLogger(adapter.getInstance<FastifyInstance>().log),
    bodyParser: false,
  });
  app.enableShutdownHooks();
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  readJson(fastify);
  drainWhenClosing(fastify);
  logRequests(fastify);
  fastify.addHook('onRoute', describeRoute);
  await fastify.register(fastifyHelmet, securityHeaders(config));
  fastify.addHook('onRequest', refuseOtherHosts(config));
  fastify.addHook('onRequest', refuseCrossSite(app.get(SecurityLog)));
  fastify.addHook('onResponse', app.get(Metrics).observe);
  await fastify.register(fastifyCompress, { threshold: 1024, encodings: ['br', 'gzip'] });
  await fastify.register(fastifyCookie);
  fastify.addHook('onRequest', app.get(Admission).admit);
  fastify.addHook('onRequest', refuseLarge);
  limitWaiting(fastify);
  await fastify.register(fastifyMultipart, {
    limits: { fileSize: largestFile, files: 1, fields: 10, fieldSize: 10_000 },
  });
  await servePage(fastify, config, framedStyles());
  return app;
}
