import type { I18n } from '../shell/i18n';
import { messages } from './messages';
import { toWallClock } from './wall-clock';

/** "til 14:00" today, "til 2. des. 2026, 14:00" on another day; that it was due, once that is past. */
export function dueText(i18n: I18n, dueAt: string, now: number): { readonly text: string; readonly isLate: boolean } {
  const isToday = toWallClock(dueAt).slice(0, 10) === toWallClock(new Date(now).toISOString()).slice(0, 10);
  const isLate = Date.parse(dueAt) < now;
  const time = isToday ? i18n.time(dueAt) : i18n.moment(dueAt);
  return { text: i18n.of(messages)(isLate ? 'late' : 'until', { time }), isLate };
}
