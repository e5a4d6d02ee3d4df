import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError, invalidField } from '../problem-error';
import { answerProblem } from './problem-filter';

/** Levels of a JSON body. What reads it may go down one call a level, and the stack is not endless. */
const mostLevels = 200;
/** Bytes of a form beside its file: its fields, and the heads of its parts. */
const allowance = 1024 * 1024;

/** Fastify hook: refuses a form by the length that it says it has, before any of it is read. */
export const refuseLarge =
  (fileLimit: number) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (Number(request.headers['content-length'] ?? 0) <= fileLimit + allowance) return;
    reply.header('Connection', 'close');
    await answerProblem(
      reply,
      request,
      new ProblemError('too-large', { values: { limit: `${fileLimit / 1024 / 1024} MiB` } }),
    );
  };

/** Fastify hook: refuses JSON that is nested too deeply to be read. */
export async function refuseDeep(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (isDeep(request.body)) await answerProblem(reply, request, invalidField('', 'tooDeep'));
}

function isDeep(body: unknown): boolean {
  let level = [body];
  for (let levels = 0; levels < mostLevels && level.length > 0; levels++) {
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null && !Buffer.isBuffer(value) ? (Object.values(value) as unknown[]) : [],
    );
  }
  return level.length > 0;
}
