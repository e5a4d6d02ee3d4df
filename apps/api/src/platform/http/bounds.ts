import { largestBody, largestFile } from '@belegg/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { invalidField, ProblemError } from '../problem-error';
import { mediaTypeOf } from './admission';
import { describedRoute } from './described';

/** Levels of a JSON body. What reads it may go down one call a level, and the stack is not endless. */
const mostLevels = 200;
/** Bytes of a form beside its file: its fields, and the heads of its parts. */
const allowance = 1024 * 1024;

const kibibyte = 1024;
/** A limit in words: "4 KiB", "16 MiB". */
export const inWords = (bytes: number): string =>
  bytes < kibibyte ** 2 ? `${Math.floor(bytes / kibibyte)} KiB` : `${Math.floor(bytes / kibibyte ** 2)} MiB`;

/** Refusal of a body. @param limit in bytes */
export const tooLargeBody = (limit: number): ProblemError =>
  new ProblemError('too-large', { values: { what: limit === largestFile ? 'file' : 'body', limit: inWords(limit) } });

/** The largest body that a call may have, in bytes; of a form, what its file may have. */
export function bodyLimitOf(request: FastifyRequest): number {
  const route = describedRoute(request);
  return route?.takes !== undefined && mediaTypeOf(request) === route.takes
    ? largestFile
    : (route?.bodyLimit ?? largestBody);
}

/** Fastify hook: refuses a body by the length that it says it has, before any of it is read. */
export async function refuseLarge(request: FastifyRequest): Promise<void> {
  const limit = bodyLimitOf(request);
  const length = Number(request.headers['content-length'] ?? 0);
  if (length > limit + (limit === largestFile ? allowance : 0)) throw tooLargeBody(limit);
}

/**
 * Reads JSON bodies as Fastify does, after their levels and values were counted: a few bytes make a value, and a
 * thousand times as much work.
 */
export function readJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser('application/json');
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = body as Buffer;
    // A route that the contract does not know reads no body.
    if (!isModest(bytes, describedRoute(request)?.valueLimit ?? 0)) return done(invalidField('', 'tooDeep'));
    return parse(request, bytes.toString('utf8'), done);
  });
}

/** What the values of JSON are told apart by, in ASCII. */
const sign = {
  quote: 0x22,
  backslash: 0x5c,
  comma: 0x2c,
  bracket: 0x5b,
  brace: 0x7b,
  bracketEnd: 0x5d,
  braceEnd: 0x7d,
};

/**
 * Whether JSON has no more levels than are read, and no more values than its route takes. What is no JSON may pass; it
 * is refused by its parser.
 */
export function isModest(json: Uint8Array, mostValues: number): boolean {
  let levels = 0;
  let values = 1;
  for (let at = 0; at < json.length; at++) {
    switch (json[at]) {
      case sign.quote:
        at = endOfString(json, at);
        break;
      case sign.comma:
        values++;
        break;
      case sign.bracket:
      case sign.brace:
        values++;
        levels++;
        break;
      case sign.bracketEnd:
      case sign.braceEnd:
        levels--;
        break;
      default:
    }
    if (levels > mostLevels || values > mostValues) return false;
  }
  return true;
}

/** The place of the quotation mark that ends the string which begins at `from`. */
function endOfString(json: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < json.length && json[at] !== sign.quote) at += json[at] === sign.backslash ? 2 : 1;
  return at;
}
