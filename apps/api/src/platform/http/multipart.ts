import { largestFile } from '@belegg/contract';
import type { MultipartFile } from '@fastify/multipart';
import { invalidField, ProblemError } from '../problem-error';
import { tooLargeBody } from './bounds';

/** UTF-16 units of a file's name; file systems allow no more bytes. */
const longestName = 255;

/**
 * Lets a file break off at the limit, where its rest would otherwise still be read, and be thrown away.
 * @throws ProblemError `invalid` for a name that no file system allows
 */
export function breakOffAtLimit({ file, filename }: MultipartFile): void {
  if (filename.length > longestName) throw invalidField('/file', 'longFileName');
  file.once('limit', () => file.destroy(tooLargeBody(largestFile)));
}

/** What a failure to read a multipart body stands for: a fault of its sender, unless it says of itself what it is. */
export function unreadable(error: unknown): unknown {
  const isNamed = error instanceof ProblemError || (error as { statusCode?: number }).statusCode !== undefined;
  return isNamed ? error : new ProblemError('bad-request');
}
