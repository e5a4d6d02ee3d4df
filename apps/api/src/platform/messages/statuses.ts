import type { Status } from '@belegg/domain';

/** What the status of an annotation is called; `unplaced` is one whose passage has to be marked anew first. */
type Words = Readonly<Record<Status | 'unplaced', string>>;

const nb: Words = {
  draft: 'Utkast',
  submitted: 'Til godkjenning',
  returned: 'Returnert',
  approved: 'Godkjent',
  lapsed: 'Utløpt',
  retired: 'Trukket',
  unplaced: 'ikke plassert i den nye teksten',
};

const en: Words = {
  draft: 'draft',
  submitted: 'submitted',
  returned: 'returned',
  approved: 'approved',
  lapsed: 'lapsed',
  retired: 'retired',
  unplaced: 'not placed in the new text',
};

export const statusWords = { nb, en } as const;
