import * as z from 'zod';
import { id, person } from './primitives';

/** Where somebody is in an article: at a sentence (its index), on a claim, or nowhere in particular. */
const place = { sentence: z.int().min(0).max(20_000).optional(), annotationId: id.optional() };

/** `tab` is a name that the page gives itself: one person may have an article open twice. */
export const presenceBody = z.strictObject({ tab: id, ...place });
export type Presence = z.infer<typeof presenceBody>;
export const leaveBody = z.strictObject({ tab: id });

/** Who else has the article open, each at the place that they were at last. */
export const presenceList = z.object({ others: z.array(z.object({ person, ...place })) });
export type PresenceList = z.infer<typeof presenceList>;
export type Present = PresenceList['others'][number];
