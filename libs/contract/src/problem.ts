import { conflictKinds, sentenceStates, sourceLacks, statuses, verdicts } from '@belegg/domain';
import * as z from 'zod';
import { source } from './source';

/** What can go wrong; the last part of a problem's `type`. */
export const problemCodes = [
  'bad-request',
  'unauthenticated',
  'wrong-password',
  'too-many-attempts',
  'no-mail',
  'link-void',
  'password-change-needed',
  'recent-password-needed',
  'forbidden',
  'own-work',
  'not-your-words',
  'not-your-assignment',
  'cross-site',
  'misdirected',
  'not-found',
  'wrong-status',
  'nothing-to-undo',
  'not-undoable',
  'overtaken',
  'last-in-block',
  'hides-unchecked',
  'in-use',
  'duplicate',
  'similar',
  'not-named',
  'protection-stands',
  'not-covered',
  'source-rule',
  'no-verdict',
  'contradicts',
  'overlaps',
  'no-rest',
  'circle',
  'not-now',
  'last-admin',
  'shared-account',
  'stale',
  'too-large',
  'unsupported-media-type',
  'invalid',
  'key-reused',
  'empty-text',
  'binary',
  'encoding',
  'too-many-sentences',
  'selector-mismatch',
  'broken-file',
  'reading-limit',
  'too-many-readings',
  'encrypted-file',
  'scanned-file',
  'old-word-file',
  'unread-format',
  'unknown-json',
  'address-refused',
  'address-unreachable',
  'precondition-needed',
  'evidence-lost',
  'too-slow',
  'unavailable',
  'no-space',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** One of two annotations that do not go together. */
const clashing = z.object({
  annotationId: z.uuid(),
  verdict: z.enum(verdicts),
  status: z.enum(statuses),
  exact: z.string(),
});
/** Two annotations with different verdicts on the same words, or on some of the same. */
export const clash = z.object({ kind: z.enum(conflictKinds), pair: z.tuple([clashing, clashing]) });
export type ClashView = z.infer<typeof clash>;

/** RFC 9457. `title` and `detail` are in the language of the request. */
export const problem = z.object({
  type: z.string(),
  code: z.enum(problemCodes),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** The request, as the server's log knows it: `urn:belegg:request:` and its `X-Request-Id`. */
  instance: z.string().optional(),
  /** What is wrong with which field (JSON Pointer into the body, or `?name` of a query). */
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  /** With 412: the thing as it is now, so that what was typed can be merged. */
  current: z.json().optional(),
  /** With `similar`: the sources that look the same or share a domain. */
  similar: z.array(source).optional(),
  /** With `not-covered`: the sentences that are still open. */
  open: z
    .array(
      z.object({
        index: z.int(),
        text: z.string(),
        state: z.enum(sentenceStates),
        /** Where it is `partly` covered: what nothing covers. */
        openWords: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  /** With `not-covered`: the annotations whose words are no longer in the text. */
  orphans: z.array(z.object({ annotationId: z.uuid(), exact: z.string() })).optional(),
  /** With `not-covered`: the annotations that have no verdict yet. */
  questions: z.array(z.object({ annotationId: z.uuid(), exact: z.string() })).optional(),
  /** With `source-rule`: a citation, or one more source that is independent of those cited. */
  missing: z.enum(sourceLacks).optional(),
  /** With `contradicts` and `overlaps`: the pairs that cannot both stand, or not without a reason. */
  clashes: z.array(clash).optional(),
});
export type Problem = z.infer<typeof problem>;
