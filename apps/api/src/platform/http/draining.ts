import type { FastifyInstance } from 'fastify';

/** While the server stops, answers end their connections, or those that are kept alive would keep the process alive too. */
export function drainWhenClosing(fastify: FastifyInstance): void {
  let isClosing = false;
  fastify.addHook('preClose', async () => {
    isClosing = true;
  });
  fastify.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('Connection', 'close');
  });
}
