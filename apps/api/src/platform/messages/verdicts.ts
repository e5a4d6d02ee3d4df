import type { Verdict } from '@belegg/domain';

/** What the verdicts are called, in reports and in what comes in from outside. */
export const verdictWords = {
  nb: { confirmed: 'Bekreftet', denied: 'Avkreftet', disputed: 'Omstridt' },
  en: { confirmed: 'Confirmed', denied: 'Denied', disputed: 'Disputed' },
} as const satisfies Record<string, Readonly<Record<Verdict, string>>>;
