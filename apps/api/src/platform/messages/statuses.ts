import type { Status } from '@belegg/domain';
import { termsIn } from '@belegg/terms';

/** What the status of an annotation is called; `unplaced` is one whose passage has to be marked anew first. */
type Words = Readonly<Record<Status | 'unplaced', string>>;

const nb: Words = { ...termsIn.nb.status, unplaced: 'ikke plassert i den nye teksten' };
const en: Words = { ...termsIn.en.status, unplaced: 'not placed in the new text' };

export const statusWords = { nb, en } as const;
