import * as z from 'zod';
import { cursor, id, listOf, moment, person, text } from './primitives';
import { anchor, selector } from './selector';

const commentText = text(5000).refine((value) => value.trim() !== '', { error: 'commentNeeded' });

/** Members who are named in a comment; the text calls them by `@` and their name. */
const mentioned = z
  .array(id)
  .max(20)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'duplicate' })
  .default([]);

export const newCommentBody = z.strictObject({ text: commentText, mentions: mentioned });
export type NewComment = z.infer<typeof newCommentBody>;

/**
 * Begins a thread: on an annotation, on a passage of an article's current text, or on the article as a whole. `askedId`
 * makes it a question to one person. `articleRevision` is the text that the selector was made on; 412 when it is no
 * longer current.
 */
export const newThreadBody = z
  .strictObject({
    annotationId: id.optional(),
    articleId: id.optional(),
    selector: selector.optional(),
    articleRevision: z.int().min(1).optional(),
    askedId: id.optional(),
    text: commentText,
    mentions: mentioned,
  })
  .refine(({ annotationId, articleId }) => (annotationId === undefined) !== (articleId === undefined), {
    error: 'oneSubject',
  })
  .refine(({ annotationId, selector: passage }) => annotationId === undefined || passage === undefined, {
    path: ['selector'],
    error: 'oneSubject',
  });
export type NewThread = z.infer<typeof newThreadBody>;

/** `revision` is the number of the comment's state that the new words replace; 412 when it is no longer the latest. */
export const editCommentBody = newCommentBody.extend({ revision: z.int().min(1) });
export type EditComment = z.infer<typeof editCommentBody>;

/** The number of the last comment that was read. */
export const readThreadBody = z.strictObject({ upTo: z.int().min(0).max(2_147_483_647) });

export const threadQuery = z
  .strictObject({ annotation: id.optional(), article: id.optional(), cursor })
  .refine(({ annotation, article }) => (annotation === undefined) !== (article === undefined), { error: 'oneSubject' });
export type ThreadQuery = z.infer<typeof threadQuery>;

/** Whoever said something; without an id, as a file called them. */
const author = person.partial({ id: true });

/** What was said. `at` is missing where a file did not say when. */
export const comment = z.object({
  /** Counts from 1 within its thread. */
  number: z.int().min(1),
  author,
  at: moment.optional(),
  text: z.string(),
  mentions: z.array(person),
  /** How many times it was put into words: more than once, and its author edited it. */
  revision: z.int().min(1),
  editedAt: moment.optional(),
  /** Who brought it in with a file, where it was said elsewhere. */
  importedBy: person.optional(),
});
export type CommentView = z.infer<typeof comment>;

/** A state of a comment. */
export const commentState = z.object({ revision: z.int().min(1), text: z.string(), at: moment });
export const commentHistory = listOf(commentState);

/**
 * The words of the text that a thread is on, as they were when it began, and where they stand in the current text. One
 * of a file whose words are not in the text is `orphaned` from the first.
 */
export const threadPassage = z.object({ exact: z.string(), anchor, selector: selector.optional() });

export const thread = z.object({
  id,
  articleId: id,
  annotationId: id.optional(),
  passage: threadPassage.optional(),
  /** Whom it asks, and whether they have said anything since. */
  asked: person.optional(),
  isAnswered: z.boolean(),
  /** By whom and when it was resolved, unless it is open. */
  resolved: z.object({ by: person, at: moment }).optional(),
  comments: z.array(comment),
  /** How many comments of others the caller has not read. */
  unread: z.int(),
  createdAt: moment,
});
export type ThreadView = z.infer<typeof thread>;
export const threadList = listOf(thread);
