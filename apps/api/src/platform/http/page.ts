import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config';

/** Serves the built page, and its index for every path that is a room of it. Hashed files may be cached for ever. */
export async function servePage(fastify: FastifyInstance, { webRoot }: Pick<Config, 'webRoot'>): Promise<void> {
  const root = webRoot ?? fileURLToPath(new URL('../web/browser', import.meta.url));
  if (!existsSync(root)) return;
  await fastify.register(fastifyStatic, {
    root,
    wildcard: false,
    cacheControl: false,
    // As the build left them beside the files.
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header(
        'Cache-Control',
        /-[A-Z0-9]{8}\.\w+(\.br)?$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  // Nest claims Fastify's not-found handler for itself, so the page's fallback is a catch-all route. Files that a build
  // brought since the start are found here, and a file that is not there is missing, not the page.
  fastify.get('/*', (request, reply) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (/^\/(api|health|ready|metrics)\b/.test(pathname)) return reply.callNotFound();
    return reply.sendFile(/\.\w+$/.test(pathname) ? pathname : 'index.html');
  });
}
