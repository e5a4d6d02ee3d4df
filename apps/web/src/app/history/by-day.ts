import type { EventView } from '@belegg/contract';
import { newsroomZone } from '@belegg/domain';

/** What happened on one day, by the newsroom's clocks: "2024-12-01". */
export interface Day {
  readonly day: string;
  readonly events: readonly EventView[];
}

/** Events in the order given, cut where a new day begins. */
export function byDay(events: readonly EventView[], timeZone = newsroomZone): readonly Day[] {
  // Swedish writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone });
  const days: { day: string; events: EventView[] }[] = [];
  for (const event of events) {
    const day = format.format(new Date(event.at));
    const last = days.at(-1);
    if (last?.day === day) last.events.push(event);
    else days.push({ day, events: [event] });
  }
  return days;
}
