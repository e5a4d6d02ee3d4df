import { newsroomZone } from '@belegg/domain';

/** How a report writes days and moments; moments as clocks in Norway show them. */
export interface ReportDates {
  /** From "2024-12-01". */
  readonly day: (day: string) => string;
  /** From a moment in UTC. */
  readonly moment: (at: string) => string;
}

export function datesFor(language: string): ReportDates {
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const moments = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: newsroomZone });
  return { day: (day) => days.format(new Date(day)), moment: (at) => moments.format(new Date(at)) };
}
