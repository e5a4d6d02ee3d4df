import type { Alignment } from './alignment';
import { at } from './integers';
import { firstIndex } from './partition';
import type { Tokens } from './tokens';

/** So many bits of unbroken context tell a unit from its copies. */
const contextBits = 14;

/** Marks settled units for which another copy, in the old text or the new, could as well be meant. */
export function doubtTwins(alignment: Alignment): void {
  doubtNeighbours(alignment);
  doubtCopies(alignment);
}

/**
 * A copy may stand next to a neighbour of the unit just as the unit itself does: where one of two refrains was cut out,
 * nobody can tell which.
 */
function doubtNeighbours(alignment: Alignment): void {
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

/**
 * Of several copies, those that have nothing around them to tell them by are in doubt: one that kept its order if there is
 * another between the same neighbours that did so too, one that moved if there is another anywhere.
 */
function doubtCopies(alignment: Alignment): void {
  const { old, now, scores, moved, doubtful } = alignment;
  const inOld = unitsByKey(old);
  const inNew = unitsByKey(now);
  const isTold = (unit: number) => scores[unit] === 1 && contextOf(alignment, unit) >= contextBits;
  const gaps = new Gaps(alignment, (unit) => isTold(unit) || inOld.get(old.key(unit))?.length === 1);
  for (const [key, oldCopies] of inOld) {
    const newCopies = inNew.get(key) ?? [];
    if (oldCopies.length < 2 && newCopies.length < 2) continue;
    const rivals = oldCopies.filter((unit) => !isTold(unit));
    const told = oldCopies.length - rivals.length;
    const rivalsIn = countBy(rivals, (unit) => gaps.ofOld(unit));
    const copiesIn = countBy(newCopies, (unit) => gaps.ofNew(unit));
    for (const unit of rivals) {
      const gap = gaps.ofOld(unit);
      const isAlone = at(moved, at(old.unitStarts, unit))
        ? rivals.length < 2 && newCopies.length - told < 2
        : (rivalsIn.get(gap) ?? 0) < 2 && (copiesIn.get(gap) ?? 0) < 2;
      if (!isAlone) doubtful.fill(1, at(old.unitStarts, unit), at(old.unitStarts, unit + 1));
    }
  }
}

function countBy(units: readonly number[], gapOf: (unit: number) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const unit of units) counts.set(gapOf(unit), (counts.get(gapOf(unit)) ?? 0) + 1);
  return counts;
}

function unitsByKey(tokens: Tokens): Map<string, number[]> {
  const units = new Map<string, number[]>();
  for (let unit = 0; unit < tokens.units; unit++) {
    const key = tokens.key(unit);
    const same = units.get(key);
    if (same) same.push(unit);
    else units.set(key, [unit]);
  }
  return units;
}

/** Numbers the stretches between the units that are certain to have kept their order. */
class Gaps {
  private readonly old: Int32Array;
  /** Where those units are now, ascending. */
  private readonly fixed: number[] = [];

  constructor(private readonly alignment: Alignment, isCertain: (unit: number) => boolean) {
    const { old, places, scores, moved } = alignment;
    this.old = new Int32Array(old.units);
    for (let unit = 0; unit < old.units; unit++) {
      this.old[unit] = this.fixed.length;
      if (scores[unit] === 1 && !at(moved, at(old.unitStarts, unit)) && isCertain(unit)) this.fixed.push(at(places, at(old.unitStarts, unit)));
    }
  }

  ofOld(unit: number): number {
    return at(this.old, unit);
  }

  ofNew(unit: number): number {
    const start = at(this.alignment.now.unitStarts, unit);
    return firstIndex(this.fixed.length, (index) => Number(this.fixed[index]) >= start);
  }
}

/** How much of what stands around a unit survives around its new place without a break, in bits, up to what is needed. */
function contextOf({ old, now, places, vocabulary }: Alignment, unit: number): number {
  const from = at(old.unitStarts, unit);
  const to = at(old.unitStarts, unit + 1);
  const shift = at(places, from) - from;
  let bits = 0;
  for (const [start, step] of [[from - 1, -1], [to, 1]] as const) {
    let token = start;
    for (; bits < contextBits && token >= 0 && token < old.count && at(places, token) - token === shift; token += step) bits += vocabulary.bits(at(old.ids, token));
    const reachesEdge = token < 0 ? shift === 0 : token === old.count && old.count + shift === now.count;
    if (reachesEdge) bits += contextBits;
  }
  return bits;
}
