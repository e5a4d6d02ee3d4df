import type { Alignment } from './alignment';
import { at } from '../../text/numbers';
import { firstIndex } from '../../text/partition';
import type { Tokens } from './tokens';

/** So many bits of unbroken context tell a unit from its copies, if they are found within so many tokens. */
const contextBits = 14;
const contextReach = 64;

/**
 * Marks units that stand word for word in several places and have nothing around them to tell them by: one that kept
 * its order is in doubt if there is another between the same neighbours, one that moved if there is another anywhere
 * that is not accounted for.
 */
export function doubtCopies(alignment: Alignment): void {
  const { old, now, origins, scores, moved, doubtful } = alignment;
  const inOld = unitsByKey(old);
  const inNew = unitsByKey(now);
  const told = Uint8Array.from(scores, (score, unit) =>
    score === 1 && contextOf(alignment, unit) >= contextBits ? 1 : 0,
  );
  const isTold = (unit: number) => at(told, unit) === 1;
  const found = Uint8Array.from(scores, (score) => (score > 0 ? 1 : 0));
  const gaps = new Gaps(alignment, (unit) => isTold(unit) || inOld.get(old.key(unit))?.length === 1);
  for (const [key, oldCopies] of inOld) {
    const newCopies = inNew.get(key) ?? [];
    if (oldCopies.length < 2 && newCopies.length < 2) continue;
    const rivals = new Set(oldCopies.filter((unit) => !isTold(unit)));
    const isOpen = (copy: number) => {
      const origin = at(origins, at(now.unitStarts, copy));
      return origin < 0 || rivals.has(at(old.unitOf, origin));
    };
    const rivalsIn = countBy([...rivals], (unit) => gaps.ofOld(unit));
    const openIn = countBy(newCopies.filter(isOpen), (copy) => gaps.ofNew(copy));
    for (const unit of [...rivals]) {
      const gap = gaps.ofOld(unit);
      const isAlone =
        at(found, unit) === 1 &&
        !at(moved, at(old.unitStarts, unit)) &&
        Number(rivalsIn.get(gap)) < 2 &&
        Number(openIn.get(gap) ?? 0) < 2;
      if (isAlone) rivals.delete(unit);
    }
    if (rivals.size < 2 && newCopies.filter(isOpen).length < 2) continue;
    for (const unit of rivals) doubtful.fill(1, at(old.unitStarts, unit), at(old.unitStarts, unit + 1));
  }
}

function countBy(units: readonly number[], gapOf: (unit: number) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const unit of units) counts.set(gapOf(unit), (counts.get(gapOf(unit)) ?? 0) + 1);
  return counts;
}

/** Groups the units of a text that are word for word the same. */
export function unitsByKey(tokens: Tokens): Map<string, number[]> {
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

  constructor(
    private readonly alignment: Alignment,
    isCertain: (unit: number) => boolean,
  ) {
    const { old, places, scores, moved } = alignment;
    this.old = new Int32Array(old.units);
    for (let unit = 0; unit < old.units; unit++) {
      this.old[unit] = this.fixed.length;
      if (scores[unit] === 1 && !at(moved, at(old.unitStarts, unit)) && isCertain(unit))
        this.fixed.push(at(places, at(old.unitStarts, unit)));
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

/**
 * How much of what stands around a unit survives around its new place without a break, in bits, up to what is needed.
 */
function contextOf({ old, now, places, vocabulary }: Alignment, unit: number): number {
  const from = at(old.unitStarts, unit);
  const to = at(old.unitStarts, unit + 1);
  const shift = at(places, from) - from;
  let bits = 0;
  for (const [start, step] of [
    [from - 1, -1],
    [to, 1],
  ] as const) {
    let token = start;
    const isWithin = () => token >= 0 && token < old.count && Math.abs(token - start) < contextReach;
    for (; bits < contextBits && isWithin() && at(places, token) - token === shift; token += step)
      bits += vocabulary.bits(at(old.ids, token));
    const reachesEdge = token < 0 ? shift === 0 : token === old.count && old.count + shift === now.count;
    if (reachesEdge) bits += contextBits;
  }
  return bits;
}
