import * as z from 'zod';
import { article } from './article';
import { id, listOf, moment, person, sha256 } from './primitives';

/** Everything that can happen. */
export const eventTypes = [
  'article.created',
  'article.updated',
  'article.revised',
  'article.sourceEdited',
  'annotation.created',
  'annotation.edited',
  'annotation.submitted',
  'annotation.withdrawn',
  'annotation.approved',
  'annotation.returned',
  'annotation.retired',
  'annotation.undone',
  'annotation.noDifference',
  'sentence.marked',
  'sentence.confirmed',
  'sentence.split',
  'sentence.joined',
  'thread.opened',
  'thread.answered',
  'thread.edited',
  'thread.resolved',
  'thread.reopened',
  'assignment.made',
  'assignment.changed',
  'assignment.done',
  'assignment.handedBack',
  'assignment.withdrawn',
  'source.created',
  'source.edited',
  'source.retired',
  'source.readersNamed',
  'source.removalProposed',
  'source.removalWithdrawn',
  'source.removalConfirmed',
  'report.signed',
  'report.published',
  'report.unpublished',
  'evidence.captured',
  'member.added',
  'member.changed',
  'settings.changed',
  'profile.changed',
  'webhook.created',
  'webhook.removed',
  'token.created',
  'token.revoked',
] as const;
export type EventType = (typeof eventTypes)[number];

/** What people say beside: it changes nothing that a report would say, and is no action that can be undone. */
export const talkEventTypes = eventTypes.filter((type) => type.startsWith('thread.'));

/** What changes nothing that a report would say: talk, who does what, and what is published. */
export const besideEventTypes: readonly EventType[] = eventTypes.filter(
  (type) => /^(?:thread|assignment)\./.test(type) || type === 'report.published' || type === 'report.unpublished',
);

/** What is no action that can be undone: talk, and what is said of a source. */
export const notUndoable: readonly EventType[] = [...talkEventTypes, 'article.sourceEdited', 'annotation.noDifference'];

/**
 * One entry of the log. `id` rises; `seq` counts the events of one article without a gap. An event that undoes another
 * one names its `seq` in `data.undoes`.
 */
export const event = z.object({
  id: z.string().regex(/^\d+$/),
  type: z.enum(eventTypes),
  at: moment,
  actor: person,
  articleId: id.optional(),
  seq: z.int().optional(),
  subjectId: id.optional(),
  data: z.record(z.string(), z.json()),
});
export type EventView = z.infer<typeof event>;
export const eventList = listOf(event);

/** What was undone, and the article after it. */
export const undoing = z.object({ undone: event, article });
export type UndoingView = z.infer<typeof undoing>;

/** A captured file. */
export const evidence = z.object({
  sha256,
  mediaType: z.string(),
  fileName: z.string(),
  size: z.int(),
  createdAt: moment,
});
export type EvidenceView = z.infer<typeof evidence>;
