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
import { refuseCrossSite } from './platform/http/same-site';
import { servePage } from './platform/http/page';

/** The largest JSON body, in bytes: a text of 1 MiB in which every letter is escaped, and what goes with it. */
const bodyLimit = 4 * 1024 * 1024;
/** The largest uploaded file, in bytes. */
const fileLimit = 16 * 1024 * 1024;
/** Milliseconds in which a request has to arrive whole. */
const requestTimeout = 60_000;

/** The whole server, ready to listen. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit, requestTimeout, trustProxy: config.behindTls, routerOptions: { maxParamLength: 200 } });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, { logger: ['error', 'warn'] });
  app.enableShutdownHooks();
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', refuseCrossSite);
  await fastify.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'"],
        connectSrc: ["'self'"], objectSrc: ["'none'"], baseUri: ["'self'"], formAction: ["'self'"], frameAncestors: ["'none'"], frameSrc: ["'self'"],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    hsts: config.behindTls ? { maxAge: 63_072_000, includeSubDomains: true } : false,
  });
  await fastify.register(fastifyCompress, { threshold: 1024, encodings: ['br', 'gzip'] });
  await fastify.register(fastifyCookie);
  await fastify.register(fastifyMultipart, { limits: { fileSize: fileLimit, files: 1, fields: 10, fieldSize: 10_000 } });
  await servePage(fastify, config);
  return app;
}
