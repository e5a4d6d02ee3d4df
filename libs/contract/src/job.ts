import * as z from 'zod';
import { cursor, id, listOf, moment, person } from './primitives';

/**
 * What is done beside the calls. `check`: whether all that a newsroom keeps is what it was; `webhook`: one message to
 * one receiver; `notify`: who is to be told of what happened; `digest`: the mail that tells one of them; `accountMail`:
 * a mail about an account, which is of no newsroom.
 */
export const jobKinds = ['check', 'webhook', 'notify', 'digest', 'accountMail'] as const;
export type JobKind = (typeof jobKinds)[number];
/** Those that somebody may ask for; the others follow from what happens. */
export const askedJobKinds = ['check'] as const satisfies readonly JobKind[];

/** `waiting`: also for its time, or for the next try. `failed`: tried often enough. */
export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

export const job = z.object({
  id,
  kind: z.enum(jobKinds),
  state: z.enum(jobStates),
  createdAt: moment,
  /** Who asked for it; absent where it followed from what happened. */
  askedBy: person.optional(),
  /** Not before this. */
  dueAt: moment,
  startedAt: moment.optional(),
  endedAt: moment.optional(),
  /** How often it was begun anew. */
  retries: z.int(),
  /** How far it is, while it runs. */
  progress: z.object({ done: z.int(), total: z.int() }).optional(),
  /** Why it failed last. */
  error: z.string().optional(),
  /** What came of it, by its kind; of `check` the `faults` that were found, in words. */
  result: z.record(z.string(), z.json()).optional(),
});
export type JobView = z.infer<typeof job>;
export const jobList = listOf(job);
export const jobQuery = z.strictObject({ state: z.enum(jobStates).optional(), cursor });
export type JobQuery = z.infer<typeof jobQuery>;
export const newJobBody = z.strictObject({ kind: z.enum(askedJobKinds) });
export type NewJob = z.infer<typeof newJobBody>;
