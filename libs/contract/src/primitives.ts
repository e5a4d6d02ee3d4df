import { canonicalize, isPlainlySeen } from '@belegg/domain';
import * as z from 'zod';

/**
 * A string whose length (UTF-16 units) is judged before anything else is done with it. Every string that comes in is
 * made by this, so that none costs more work than its length allows.
 */
export const bounded = (max: number) => z.string().max(max, { abort: true });

/** The largest text that is taken in, in bytes of UTF-8. */
export const maxTextBytes = 1024 * 1024;
/** The largest JSON body, in bytes: a text of that size in which every letter is escaped, and what goes with it. */
export const largestBody = 4 * maxTextBytes;
/** The largest uploaded file, in bytes. */
export const largestFile = 16 * 1024 * 1024;

/**
 * Text as it is kept: in canonical form, so that what comes back is what was understood. Lengths are in UTF-16 units.
 */
export const text = (max: number) => bounded(max).overwrite(canonicalize);

const onOneLine = (value: string): string => canonicalize(value).replace(/\s+/gu, ' ').trim();

const singleLine = (max: number) => bounded(max).overwrite(onOneLine).refine(isPlainlySeen, { error: 'hidden' });

/** One line of text: canonical, without white space around it or anything that cannot be seen, never empty. */
export const line = (max: number) => singleLine(max).min(1);

/** One line of text that may be left out or empty. */
export const optionalLine = (max: number) => singleLine(max).default('');

export const id = bounded(36).check(z.uuid()).meta({ description: 'UUID (version 7, in the order of creation)' });

/** A moment in UTC: "2024-12-01T15:20:00.000Z". */
export const moment = bounded(40).check(z.iso.datetime());

/** A day without a time: "2024-12-01". */
export const day = bounded(10).check(z.iso.date());

/** A web address: http or https, nothing that a browser would run; in canonical form like all text. */
export const webAddress = bounded(2048)
  .check(z.url({ protocol: /^https?$/ }))
  .overwrite(canonicalize);

/** The name of a domain, as it is written in an address: "taipeitimes.com"; kept in lower case. */
export const domainName = bounded(253)
  .overwrite((value) => canonicalize(value).trim().toLowerCase())
  .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}\.)+[\p{L}\p{N}-]{2,63}$/u, { error: 'domain' });

/** SHA-256 in lower-case hexadecimal. */
export const sha256 = bounded(64).regex(/^[0-9a-f]{64}$/);

/** Somebody as others see them. */
export const person = z.object({ id, name: z.string() });
export type Person = z.infer<typeof person>;

/** The strong ETag of a thing, quotes included, to be sent as `If-Match`. Also the answer's `ETag` header. */
export const etag = z.string().regex(/^"[\x21\x23-\x7e]+"$/);

/** A page of a list. `nextCursor` is there when more follows. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional() });

/** Where the next page of a list begins, as `nextCursor` said. */
export const cursor = bounded(200).optional();
export const cursorQuery = z.strictObject({ cursor });
