import type { ImportRemark, ProblemCode } from '@belegg/contract';
import type { Language } from '@belegg/domain';
import type { ProblemDetails } from '../../platform/problem-error';
import type { FoundDrafts, FoundThread } from '../found';
import type { Intake, RawContent } from '../intake';

/**
 * What a reading process is asked to do. Tasks and results cross a process border as structured clones: plain data, no
 * functions, no classes but `Uint8Array`.
 */
export type ReadingTask =
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly language?: Language | undefined;
    }
  | { readonly kind: 'content'; readonly raw: RawContent; readonly language?: Language | undefined };

/** What was read, and what the file says of itself. Of pasted content the last are empty. */
export interface Reading extends FoundDrafts {
  readonly intake: Intake;
  /** As the file names it; `intake.title` is the first heading. */
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  /** A day: "2024-12-01". */
  readonly date?: string | undefined;
  readonly threads: readonly FoundThread[];
  readonly remarks: readonly ImportRemark[];
  /** As `FoundText` has it. */
  readonly asWritten?: readonly FoundThread[] | undefined;
}

/** The outcome of a task: what was read, why it was refused, or how the reader itself failed. */
export type ReadingAnswer =
  | { readonly reading: Reading }
  | { readonly problem: { readonly code: ProblemCode; readonly details: ProblemDetails } }
  | { readonly failure: string };

/** What a process says first, once it can be given a task. */
export const ready = 'ready';
