import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config';
import { pagePolicy } from './headers';

/** Of what the build compresses, since the ending of a compressed file says nothing of it. */
const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
};

/**
 * Serves the built page, and its index for every path that is a room of it. Hashed files may be cached for ever.
 * @param styles SHA-256 (Base64) of the style sheets of documents that the page shows in a frame
 */
export async function servePage(
  fastify: FastifyInstance,
  { webRoot }: Pick<Config, 'webRoot'>,
  styles: readonly string[],
): Promise<void> {
  const root = webRoot ?? fileURLToPath(new URL('../web/browser', import.meta.url));
  if (!existsSync(root)) return;
  await fastify.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    globIgnore: ['index.html*'],
    cacheControl: false,
    // As the build left them beside the files.
    preCompressed: true,
    setHeaders: (reply, path) => {
      const type = types[/\.(\w+)\.br$/.exec(path)?.[1] ?? ''];
      if (type !== undefined) reply.header('Content-Type', type).header('Content-Encoding', 'br');
      reply.header(
        'Cache-Control',
        /-[\w-]{8}\.\w+(\.br)?$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  // Nest claims Fastify's not-found handler for itself, so the page's fallback is a catch-all route. Files that a build
  // brought since the start are found here, and a file that is not there is missing, not the page.
  fastify.get('/*', (request, reply) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (/^\/(api|health|ready|metrics)\b/.test(pathname)) return reply.callNotFound();
    if (/\.\w+$/.test(pathname) && pathname !== '/index.html') return reply.sendFile(pathname);
    return sendIndex(reply, join(root, 'index.html'), styles);
  });
}

/** The index bears a nonce of its own each time, by which the browser knows the styles that Angular makes. */
async function sendIndex(reply: FastifyReply, file: string, styles: readonly string[]): Promise<FastifyReply> {
  const nonce = randomBytes(16).toString('base64');
  const index = await readFile(file, 'utf8');
  return reply
    .header('Content-Type', 'text/html; charset=utf-8')
    .header('Cache-Control', 'no-cache')
    .header('Content-Security-Policy', pagePolicy(String(reply.getHeader('Content-Security-Policy')), nonce, styles))
    .send(index.replace('<app-root', `<app-root ngCspNonce="${nonce}"`));
}
