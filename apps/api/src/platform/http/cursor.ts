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

/** A page of a list. @param found up to one more than fits, so that it is known whether more follows */
export function pageOf<Item>(
  found: readonly Item[],
  size: number,
  keyOf: (last: Item) => readonly (string | number)[],
): { items: Item[]; nextCursor?: string } {
  const items = found.slice(0, size);
  const last = items.at(-1);
  return { items, ...(found.length > size && last !== undefined && { nextCursor: encodeCursor(keyOf(last)) }) };
}
