import { canonicalize } from '@belegg/domain';
import * as z from 'zod';

/** Text as it is kept: in canonical form, so that what comes back is what was understood. Lengths are in UTF-16 units. */
export const text = (max: number) => z.string().max(max).overwrite(canonicalize);

/** One line of text: canonical, without white space around it, never empty. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .overwrite((value) => canonicalize(value).replace(/\s+/gu, ' ').trim())
    .min(1);

/** One line of text that may be left out or empty. */
export const optionalLine = (max: number) =>
  z
    .string()
    .max(max)
    .overwrite((value) => canonicalize(value).replace(/\s+/gu, ' ').trim())
    .default('');

export const id = z.uuid().meta({ description: 'UUID (version 7, in the order of creation)' });

/** A moment in UTC: "2024-12-01T15:20:00.000Z". */
export const moment = z.iso.datetime();

/** A day without a time: "2024-12-01". */
export const day = z.iso.date();

/** A web address: http or https, nothing that a browser would run; in canonical form like all text. */
export const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(2048)
  .overwrite(canonicalize);

/** SHA-256 in lower-case hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Somebody as others see them. */
export const person = z.object({ id, name: z.string() });
export type Person = z.infer<typeof person>;

/** The strong ETag of a thing, quotes included, to be sent as `If-Match`. Also the answer's `ETag` header. */
export const etag = z.string().regex(/^"[\x21\x23-\x7e]+"$/);

/** A page of a list. `nextCursor` is there when more follows. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional() });

export const cursorQuery = z.strictObject({ cursor: z.string().max(200).optional() });
