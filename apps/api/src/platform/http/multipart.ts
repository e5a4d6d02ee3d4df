import type { MultipartFile } from '@fastify/multipart';
import { ProblemError } from '../problem-error';

/** Lets a file break off at the limit, where its rest would otherwise still be read, and be thrown away. */
export function breakOffAtLimit({ file }: MultipartFile): void {
  file.once('limit', () => file.destroy(new ProblemError('too-large', { values: { limit: '16 MiB' } })));
}

/** What a failure to read a multipart body stands for: a fault of its sender, unless it says of itself what it is. */
export function unreadable(error: unknown): unknown {
  const isNamed = error instanceof ProblemError || (error as { statusCode?: number }).statusCode !== undefined;
  return isNamed ? error : new ProblemError('bad-request');
}
