import { assignmentKinds, assignmentStates } from '@belegg/domain';
import * as z from 'zod';
import { etag, id, moment, optionalLine, person } from './primitives';
import { threadPassage } from './thread';

const offset = z.int().min(0).max(2_147_483_647);
/** A stretch of the text with that number, in code points; 412 when it is no longer current. */
const stretch = z.strictObject({ start: offset, end: offset, articleRevision: z.int().min(1).max(2_147_483_647) });
/** Of an article; of a claim of it, or of a stretch of its current text. */
const subject = { annotationId: id.optional(), passage: stretch.optional() };
const said = { kind: z.enum(assignmentKinds), dueAt: moment.optional(), note: optionalLine(300) };
const oneSubject = {
  path: ['passage'],
  error: 'oneSubject',
};

/** Asks somebody; without an `assigneeId` the caller takes it. */
export const newAssignmentBody = z
  .strictObject({ ...subject, ...said, assigneeId: id.optional() })
  .refine(({ annotationId, passage }) => annotationId === undefined || passage === undefined, oneSubject);
export type NewAssignment = z.infer<typeof newAssignmentBody>;

export const changeAssignmentBody = z.strictObject({
  assigneeId: id.optional(),
  dueAt: moment.nullable().optional(),
  note: optionalLine(300).optional(),
});
export type ChangeAssignment = z.infer<typeof changeAssignmentBody>;

const hasTwice = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;

/**
 * Everything that is to be open on an article: what has the `id` of one that is open changes it, what has none is new,
 * and open ones that are not named are withdrawn. Of one with an `id`, kind and subject are left as they are.
 */
export const assignmentsBody = z.strictObject({
  items: z
    .array(
      z
        .strictObject({ id: id.optional(), ...subject, ...said, assigneeId: id })
        .refine(({ annotationId, passage }) => annotationId === undefined || passage === undefined, oneSubject),
    )
    .max(500)
    .refine((items) => !hasTwice(items.flatMap(({ id }) => id ?? [])), { error: 'duplicate' }),
});
export type Assignments = z.infer<typeof assignmentsBody>;

export const closeAssignmentBody = z.strictObject({ comment: optionalLine(300) });

/** Who is asked to do what, until when. */
export const assignment = z.object({
  id,
  articleId: id,
  annotationId: id.optional(),
  /** The stretch that it is of, as it was when it was made, and where that stands in the current text. */
  passage: threadPassage.optional(),
  kind: z.enum(assignmentKinds),
  assignee: person,
  /** Who asked. */
  by: person,
  dueAt: moment.optional(),
  note: z.string(),
  state: z.enum(assignmentStates),
  /** Who closed it, unless it is open. */
  closed: z.object({ by: person, at: moment, comment: z.string() }).optional(),
  createdAt: moment,
  etag,
});
export type AssignmentView = z.infer<typeof assignment>;

/**
 * The open ones in the order in which they are due, then the last hundred that were closed. `etag` is of all together.
 */
export const assignmentList = z.object({ items: z.array(assignment), etag });
export type AssignmentList = z.infer<typeof assignmentList>;
