import type { NotificationChoices } from '@belegg/contract';
import { newsroomZone } from '@belegg/domain';

const minute = 60_000;
const hour = 60 * minute;
/** Milliseconds for which what comes together is gathered. */
const gathering = 2 * minute;
/** The hour at which the mail of a day is sent, where no quiet hours end. */
const morning = 7;

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: newsroomZone, hour: 'numeric', hourCycle: 'h23' });
const hourAt = (at: Date): number => Number(clock.format(at));

/** When a mail that could go out now is sent, by one's choices and the newsroom's clocks. */
export function dueAt(now: Date, { rhythm, quietFrom, quietUntil }: NotificationChoices): Date {
  if (rhythm === 'daily') return nextHour(now, quietFrom === quietUntil ? morning : quietUntil);
  const wanted = new Date(now.getTime() + (rhythm === 'soon' ? gathering : hour));
  return isQuiet(hourAt(wanted), quietFrom, quietUntil) ? nextHour(wanted, quietUntil) : wanted;
}

function isQuiet(at: number, from: number, until: number): boolean {
  if (from === until) return false;
  return from < until ? at >= from && at < until : at >= from || at < until;
}

/** The next beginning of an hour of the day; on a day that lacks it, the next after that. */
function nextHour(after: Date, wanted: number): Date {
  // Zones differ by whole or half hours and quarters, so that an hour begins at one of these.
  const step = 15 * minute;
  let at = new Date(Math.floor(after.getTime() / step) * step + step);
  for (let i = 0; i < 200; i++) {
    if (hourAt(at) === wanted && hourAt(new Date(at.getTime() - step)) !== wanted) return at;
    at = new Date(at.getTime() + step);
  }
  return at;
}
