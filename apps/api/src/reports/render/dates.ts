import { newsroomZone } from '@belegg/domain';

/** How a report writes days and moments; moments as the newsroom's clocks show them. */
export interface ReportDates {
  /** From "2024-12-01". */
  readonly day: (day: string) => string;
  /** From a moment in UTC. */
  readonly moment: (at: string) => string;
  /** The same with the zone, for files that travel: "1. desember 2024 kl. 16:20 CET". */
  readonly zoned: (at: string) => string;
}

export function datesFor(language: string): ReportDates {
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const moments = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: newsroomZone });
  // The names that Europe has for its zones; some languages tell hours from Greenwich instead.
  const zones = new Intl.DateTimeFormat('nb', { timeZoneName: 'short', timeZone: newsroomZone });
  const moment = (at: string): string => moments.format(new Date(at));
  const zoneOf = (at: string): string =>
    zones.formatToParts(new Date(at)).find(({ type }) => type === 'timeZoneName')?.value ?? newsroomZone;
  return { day: (day) => days.format(new Date(day)), moment, zoned: (at) => `${moment(at)} ${zoneOf(at)}` };
}

/** A moment as the newsroom's clocks show it, to the minute, as spreadsheets know one: "2024-12-01 16:20". */
export function clockTime(at: string): string {
  const parts = new Map(clock.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}

const clock = new Intl.DateTimeFormat('en', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: newsroomZone,
});
