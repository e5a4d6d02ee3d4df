import { newsroomZone } from '@belegg/domain';

const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: newsroomZone,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** "2026-12-01T14:00" of a moment, by the newsroom's clocks: what a field for date and time takes. */
export function toWallClock(moment: string): string {
  return parts.format(new Date(moment)).replace(' ', 'T');
}

/** The moment of "2026-12-01T14:00" by the newsroom's clocks; undefined where that is no time. */
export function fromWallClock(typed: string): string | undefined {
  const asUtc = Date.parse(`${typed}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const shift = (at: number): number => Date.parse(`${toWallClock(new Date(at).toISOString())}Z`) - at;
  // What the clocks are ahead just then, which may be another hour than at the same figures of UTC.
  return new Date(asUtc - shift(asUtc - shift(asUtc))).toISOString();
}
