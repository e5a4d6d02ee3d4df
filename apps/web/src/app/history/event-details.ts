import type { EventView } from '@belegg/contract';
import { anchorOutcomes, checkabilityReasons, languages, statuses, verdicts } from '@belegg/domain';
import * as z from 'zod';

const state = z
  .object({
    status: z.enum(statuses).optional().catch(undefined),
    verdict: z.enum(verdicts).nullish().catch(undefined),
    rationale: z.string().optional().catch(undefined),
    exact: z.string().optional().catch(undefined),
    citations: z
      .array(z.looseObject({ id: z.string() }))
      .optional()
      .catch(undefined),
    checkable: z.boolean().optional().catch(undefined),
    reason: z.enum(checkabilityReasons).optional().catch(undefined),
    note: z.string().optional().catch(undefined),
    title: z.string().nullish().catch(undefined),
    author: z.string().nullish().catch(undefined),
    date: z.string().nullish().catch(undefined),
    language: z.enum(languages).nullish().catch(undefined),
  })
  .catch({});

const said = z
  .object({
    exact: z.string().optional().catch(undefined),
    comment: z.string().optional().catch(undefined),
    sentence: z.int().optional().catch(undefined),
    number: z.int().optional().catch(undefined),
    articleRevision: z.int().optional().catch(undefined),
    counts: z.partialRecord(z.enum(anchorOutcomes), z.int()).optional().catch(undefined),
    carried: z.int().optional().catch(undefined),
    newSentences: z.int().optional().catch(undefined),
    undoes: z.int().optional().catch(undefined),
    before: state.optional(),
    after: state.optional(),
  })
  .catch({});
export type EventDetails = z.infer<typeof said>;
export type EventState = z.infer<typeof state>;

/** What an entry of the log tells beside who and when, as far as it can be read: an old log must never break a page. */
export function readDetails({ data }: Pick<EventView, 'data'>): EventDetails {
  return said.parse(data);
}
