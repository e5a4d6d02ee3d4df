import { z } from 'zod';
import { ProblemError } from '../problem-error';

/** Says where the next page of a list begins, opaquely: the sort key of the last thing on this one. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * Reads a cursor back; nothing where none was sent.
 * @throws ProblemError `invalid` when it is none of ours
 */
export function decodeCursor<Key extends z.ZodType>(cursor: string | undefined, key: Key): z.infer<Key> | undefined {
  if (cursor === undefined) return undefined;
  const read = key.safeParse(parse(Buffer.from(cursor, 'base64url').toString()));
  if (!read.success) throw new ProblemError('invalid', { errors: [{ pointer: '?cursor', detail: 'cursor' }] });
  return read.data;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
