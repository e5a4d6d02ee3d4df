import type { Alignment } from './alignment';
import { at } from '../../text/numbers';
import type { Tokens } from './tokens';

/**
 * Marks settled units for which another copy could as well be meant, since it stands next to a neighbour of the unit
 * just as the unit itself does: where one of two refrains was cut out, nobody can tell which.
 */
export function doubtTwins(alignment: Alignment): void {
  const { old, now, places, origins, scores } = alignment;
  for (let unit = 0; unit < old.units; unit++) {
    if (scores[unit] !== 1) continue;
    const from = at(old.unitStarts, unit);
    const to = at(old.unitStarts, unit + 1);
    const start = at(places, from);
    const end = at(places, to - 1) + 1;
    const before = end < now.count ? at(origins, end) : old.count;
    const after = start > 0 ? at(origins, start - 1) + 1 : 0;
    if (before >= 0 && before !== to) slideBack(alignment, unit, old, before - to);
    if ((after > 0 || start === 0) && after !== from) slideOn(alignment, unit, old, after - from);
    const nowBefore = to < old.count ? at(places, to) : now.count;
    const nowAfter = from > 0 ? at(places, from - 1) + 1 : 0;
    if (nowBefore >= 0 && nowBefore !== end) slideBack(alignment, unit, now, nowBefore - to);
    if ((nowAfter > 0 || from === 0) && nowAfter !== start) slideOn(alignment, unit, now, nowAfter - from);
  }
}

/** Marks the unit, and those before it, as long as the text at that distance is the same. */
function slideBack(alignment: Alignment, unit: number, text: Tokens, distance: number): void {
  for (let current = unit; current >= 0 && doubt(alignment, current, text, distance); current--);
}

function slideOn(alignment: Alignment, unit: number, text: Tokens, distance: number): void {
  for (let current = unit; current < alignment.old.units && doubt(alignment, current, text, distance); current++);
}

/** Marks a unit if the text at that distance from it is the same; tells whether it did so for the first time. */
function doubt({ old, places, doubtful }: Alignment, unit: number, text: Tokens, distance: number): boolean {
  const from = at(old.unitStarts, unit);
  const to = at(old.unitStarts, unit + 1);
  if (from + distance < 0 || to + distance > text.count || at(doubtful, from)) return false;
  if (text !== old && at(places, from) === from + distance) return false;
  for (let token = from; token < to; token++) if (at(old.ids, token) !== at(text.ids, token + distance)) return false;
  doubtful.fill(1, from, to);
  return true;
}
