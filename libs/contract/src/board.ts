import { assignmentKinds } from '@belegg/domain';
import * as z from 'zod';
import { id, moment, person } from './primitives';

/** What something on the board is: a task, claims in a status, sentences called not checkable, or a question. */
export const boardKinds = ['assignment', 'draft', 'returned', 'lapsed', 'submitted', 'mark', 'question'] as const;
export type BoardKind = (typeof boardKinds)[number];

/** A thing on the board, or several of a kind in one article. */
export const boardItem = z.object({
  kind: z.enum(boardKinds),
  article: z.object({ id, title: z.string() }),
  /** How many claims or sentences these are. */
  count: z.int().min(1),
  /** The claim to begin with, or that it is about. */
  annotationId: id.optional(),
  threadId: id.optional(),
  /** The words that it is about, where it is one thing. */
  exact: z.string().optional(),
  assignment: z
    .object({ id, kind: z.enum(assignmentKinds), assignee: person, by: person, note: z.string() })
    .optional(),
  /** Whom it waits for, where that is one person, or who asks. */
  person: person.optional(),
  dueAt: moment.optional(),
  /** Since when it has been so; of several, the oldest. */
  since: moment,
});
export type BoardItem = z.infer<typeof boardItem>;

const column = z.object({ count: z.int(), items: z.array(boardItem) });

/**
 * What there is to do in the newsroom for whoever asks. `mine`: what I was asked to do, and my own claims that are not
 * sent or came back. `waitsForMe`: what I can decide or answer. `waitsForOthers`: mine that others decide or answer,
 * and what I asked others to do. `late`: everybody's assignments that should have been done by now. `count` is of all;
 * of each, the first fifty items are told, what is due first.
 */
export const board = z.object({ mine: column, waitsForMe: column, waitsForOthers: column, late: column });
export type BoardView = z.infer<typeof board>;
export type BoardColumn = keyof BoardView;
