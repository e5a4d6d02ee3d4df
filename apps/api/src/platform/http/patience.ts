import { largestFile } from '@belegg/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Socket } from 'node:net';
import { bodyLimitOf } from './bounds';

/**
 * How long the server waits, in milliseconds: for all of a JSON body, and of a file for each `least` bytes of it. A
 * file of 16 MiB takes more than two minutes at 1 Mbit/s, and whoever sends a byte a minute must not keep a connection.
 */
export const patience = { body: 60_000, pause: 60_000, least: 64 * 1024 };
/** Milliseconds in which any request has to arrive whole: a file of 16 MiB at 150 kbit/s. */
export const requestTimeout = 15 * 60_000;

/** Breaks off requests whose bodies come too slowly, as Node does with those that take too long altogether (408). */
export function limitWaiting(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request) => {
    // What comes over no wire does not come slowly.
    if (!(request.raw.socket instanceof Socket) || request.raw.complete || !hasBody(request)) return;
    if (bodyLimitOf(request) === largestFile) watch(fastify, request, patience.pause, patience.least);
    else watch(fastify, request, patience.body, Infinity);
  });
}

/** @param least bytes that have to come in each stretch of time for the wait to go on */
function watch(fastify: FastifyInstance, { raw }: FastifyRequest, time: number, least: number): void {
  const { socket } = raw;
  let before = socket.bytesRead;
  const timer = setInterval(() => {
    if (raw.complete || raw.destroyed) return clearInterval(timer);
    const isComing = socket.bytesRead - before >= least;
    before = socket.bytesRead;
    if (isComing) return undefined;
    clearInterval(timer);
    const error = Object.assign(new Error('too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    return void fastify.server.emit('clientError', error, socket);
  }, time);
  timer.unref();
  for (const event of ['end', 'close'] as const) raw.once(event, () => clearInterval(timer));
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
