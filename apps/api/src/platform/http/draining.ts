import type { FastifyInstance } from 'fastify';
import type { Socket } from 'node:net';

/**
 * While the server stops, answers end their connections, or those that are kept alive would keep the process alive too.
 * So would those that were opened and never asked anything, as browsers do in advance: they are ended.
 */
export function drainWhenClosing(fastify: FastifyInstance): void {
  let isClosing = false;
  const silent = new Set<Socket>();
  fastify.server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
    if (isClosing) endSilent();
  });
  fastify.server.on('request', ({ socket }: { socket: Socket }) => silent.delete(socket));
  const endSilent = (): void => {
    for (const socket of silent) if (socket.bytesRead === 0) socket.destroy();
  };
  fastify.addHook('preClose', async () => {
    isClosing = true;
    endSilent();
  });
  fastify.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('Connection', 'close');
  });
}
