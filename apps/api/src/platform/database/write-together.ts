import type { Socket } from 'node:net';
import type pg from 'pg';

const held = new WeakSet<Socket>();

/** Has what is sent on a connection in one turn of the event loop leave in one write. */
export function writeTogether(client: pg.PoolClient): void {
  const stream = streamOf(client);
  if (held.has(stream)) return;
  held.add(stream);
  stream.cork();
  process.nextTick(() => {
    held.delete(stream);
    stream.uncork();
  });
}

/** The socket of a connection, which the driver does not show. */
export const streamOf = (client: pg.PoolClient): Socket =>
  (client as unknown as { connection: { stream: Socket } }).connection.stream;
