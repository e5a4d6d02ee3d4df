import { movedBits, place, type Alignment } from './alignment';
import type { Block } from './blocks';
import { Fitter, type Fit, type Span } from './fit';
import { at } from '../../text/numbers';
import { Surprise } from './surprise';

/** A region that is longer is not searched whole. */
const longestRegion = 400;
/** The share of its characters that must survive for a unit to be found again in its place, and anywhere else. */
const floor = 0.4;
const movedFloor = 0.7;
/** Of a long sentence cut short, this share is enough if so many bits of it stand together, in order. */
const remnant = 0.15;
const remnantBits = 60;
/** How much better than any other place the place of a unit must be. */
const margin = 0.12;
/** Odds against chance, in bits, on top of the size of what was searched. */
const bitsMargin = 6;
/**
 * The share of a unit that a block must hold to be a hint of where the unit went, and not to look elsewhere near by.
 */
const hint = 0.2;
const sureHint = 0.6;

/** Where a unit is looked for: between its neighbours, or elsewhere. */
interface Region extends Span {
  readonly isElsewhere: boolean;
}

interface Tools {
  readonly fitter: Fitter;
  readonly surprise: Surprise;
  readonly taken: Uint8Array;
}

interface Proposal {
  readonly unit: number;
  readonly regions: readonly Region[];
  fit: Fit;
}

/**
 * Finds the units that survive with other words in them: each is fitted into the stretch of new text between its
 * settled neighbours, and around where most of it seems to have moved. It must be a good fit, clearly better than any
 * other place, and no other unit may fit that place as well. The best fits choose first.
 */
export function matchReworded(alignment: Alignment, blocks: readonly Block[], chain: Uint8Array): void {
  const taken = Uint8Array.from(alignment.origins, (origin) => (origin < 0 ? 0 : 1));
  const fitter = new Fitter(alignment.old, alignment.now, alignment.likeness);
  const candidates = [...new Regions(alignment, blocks, chain)];
  const elsewhere = candidates.filter(({ regions }) => regions.some(({ isElsewhere }) => isElsewhere));
  const surprise = new Surprise(
    alignment.old,
    alignment.now,
    alignment.vocabulary,
    elsewhere.map(({ unit }) => unitSpan(alignment, unit)),
  );
  const best = (unit: number, regions: readonly Region[]): Fit | undefined =>
    bestFit(alignment, { fitter, surprise, taken }, unitSpan(alignment, unit), regions);
  const proposals: Proposal[] = [];
  for (const { unit, regions } of candidates) {
    const fit = best(unit, regions);
    if (fit) proposals.push({ unit, regions, fit });
  }
  proposals.sort((a, b) => b.fit.score - a.fit.score || a.unit - b.unit);
  const owners = new Map<number, Proposal>();
  const copies = copiesOf(alignment, proposals);
  for (const proposal of proposals) {
    // A word-for-word copy that nobody else accounts for is as good a place as a near match in order.
    if (proposal.fit.score < 1 && copies.get(alignment.old.key(proposal.unit))?.some((from) => !at(taken, from)))
      continue;
    const rival = rivalOf(proposal.fit, owners);
    const fit = rival ? best(proposal.unit, proposal.regions) : proposal.fit;
    if (fit) {
      proposal.fit = fit;
      accept(alignment, proposal, taken, owners);
    } else if (rival && !isBetter(rival.fit.score, proposal.fit.score)) release(alignment, rival);
  }
}

/** Where in the new text the units stand word for word, by their key: the first tokens. */
function copiesOf({ old, now }: Alignment, proposals: readonly Proposal[]): Map<string, number[]> {
  const copies = new Map<string, number[]>(proposals.map(({ unit }) => [old.key(unit), []]));
  for (let unit = 0; unit < now.units; unit++) copies.get(now.key(unit))?.push(at(now.unitStarts, unit));
  return copies;
}

function unitSpan({ old }: Alignment, unit: number): Span {
  return { from: at(old.unitStarts, unit), to: at(old.unitStarts, unit + 1) };
}

/** The unit that owns most of the places that a fit would take. */
function rivalOf(fit: Fit, owners: ReadonlyMap<number, Proposal>): Proposal | undefined {
  for (const to of fit.places) {
    const owner = owners.get(to);
    if (owner) return owner;
  }
  return undefined;
}

function accept(alignment: Alignment, proposal: Proposal, taken: Uint8Array, owners: Map<number, Proposal>): void {
  const { from } = unitSpan(alignment, proposal.unit);
  alignment.scores[proposal.unit] = proposal.fit.score;
  proposal.fit.places.forEach((to, index) => {
    if (to < 0) return;
    place(alignment, from + index, to);
    alignment.doubtful[from + index] = at(proposal.fit.doubtful, index);
    alignment.moved[from + index] = at(proposal.fit.swapped, index);
    taken[to] = 1;
    owners.set(to, proposal);
  });
}

/** Two units fit one place equally well: neither has it. The place stays taken, so that no third gets it by default. */
function release(alignment: Alignment, { unit, fit }: Proposal): void {
  const { from } = unitSpan(alignment, unit);
  alignment.scores[unit] = 0;
  fit.places.forEach((to, index) => {
    if (to < 0) return;
    alignment.places[from + index] = -1;
    alignment.origins[to] = -1;
  });
}

function bestFit(
  alignment: Alignment,
  { fitter, surprise, taken }: Tools,
  unit: Span,
  regions: readonly Region[],
): Fit | undefined {
  let best: Fit | undefined;
  let second = 0;
  let isMoved = false;
  for (const region of regions) {
    const fit = fitter.fit(unit, region, taken);
    second = Math.max(second, fit.runnerUp);
    if (best && samePlace(best, fit)) continue;
    if (best && fit.score <= best.score) second = Math.max(second, fit.score);
    else {
      second = Math.max(second, best?.score ?? 0);
      best = fit;
      isMoved = region.isElsewhere;
    }
  }
  if (!best || !isBetter(best.score, second)) return undefined;
  if (isMoved)
    return best.score >= movedFloor && best.score * surprise.bits(unit) >= movedBits(alignment) ? best : undefined;
  const { bits, together } = evidence(alignment, unit, best);
  if (best.score < floor && (best.score < remnant || together < remnantBits)) return undefined;
  return bits >=
    Math.log2((unit.to - unit.from) * regions.reduce((sum, { from, to }) => sum + to - from, 0)) + bitsMargin
    ? best
    : undefined;
}

/**
 * Word for word the same is better than nearly the same; of two that are nearly the same one has to be clearly better.
 */
function isBetter(score: number, other: number): boolean {
  return score === 1 ? other < 1 : score - other >= margin;
}

function samePlace(a: Fit, b: Fit): boolean {
  return a.places.some((to, index) => to >= 0 && to === at(b.places, index));
}

/** How much the tokens that survive unchanged say, in bits, and the longest run of them alone. */
function evidence({ old, now, vocabulary }: Alignment, unit: Span, fit: Fit): { bits: number; together: number } {
  let bits = 0;
  let together = 0;
  let run = 0;
  fit.places.forEach((to, index) => {
    const id = at(old.ids, unit.from + index);
    const isExact = to >= 0 && at(now.ids, to) === id;
    if (!isExact || to !== at(fit.places, index - 1) + 1) run = 0;
    if (!isExact) return;
    bits += vocabulary.bits(id);
    run += vocabulary.bits(id);
    together = Math.max(together, run);
  });
  return { bits, together };
}

/** Where in the new text each unsettled unit is to be looked for. */
class Regions {
  /** For each old token the new token that the chain of blocks gives it, or -1; and the same for moved blocks. */
  private readonly stayedAt: Int32Array;
  private readonly movedTo: Int32Array;

  constructor(
    private readonly alignment: Alignment,
    blocks: readonly Block[],
    chain: Uint8Array,
  ) {
    this.stayedAt = new Int32Array(alignment.old.count).fill(-1);
    this.movedTo = new Int32Array(alignment.old.count).fill(-1);
    blocks.forEach(({ old, now, length }, index) => {
      const map = at(chain, index) ? this.stayedAt : this.movedTo;
      for (let k = 0; k < length; k++) map[old + k] = now + k;
    });
  }

  *[Symbol.iterator](): Generator<{ unit: number; regions: Region[] }> {
    const { old, now, scores } = this.alignment;
    const nextStart = new Int32Array(old.units + 1).fill(now.count);
    for (let unit = old.units - 1; unit >= 0; unit--)
      nextStart[unit] = this.isAnchor(unit) ? at(this.stayedAt, at(old.unitStarts, unit)) : at(nextStart, unit + 1);
    let from = 0;
    for (let unit = 0; unit < old.units; unit++) {
      if (this.isAnchor(unit)) from = at(this.stayedAt, at(old.unitStarts, unit + 1) - 1) + 1;
      if (scores[unit]) continue;
      const inOrder = this.inOrder(unit, { from, to: at(nextStart, unit) });
      const elsewhere = this.around(unit, this.movedTo, hint);
      const regions: Region[] = [];
      if (inOrder) regions.push({ ...inOrder, isElsewhere: false });
      if (elsewhere) regions.push({ ...elsewhere, isElsewhere: true });
      if (regions.length) yield { unit, regions };
    }
  }

  /** Whether the unit is settled, and where its neighbours in order are. */
  private isAnchor(unit: number): boolean {
    const { old, places, scores } = this.alignment;
    const first = at(old.unitStarts, unit);
    return scores[unit] === 1 && at(places, first) === at(this.stayedAt, first);
  }

  /**
   * Between the settled neighbours; where these are far apart, around what the chain holds of the unit or its
   * neighbours.
   */
  private inOrder(unit: number, between: Span): Span | undefined {
    if (between.to <= between.from) return undefined;
    const own = this.around(unit, this.stayedAt, between.to - between.from <= longestRegion ? sureHint : hint);
    if (own) return clip(own, between);
    return between.to - between.from <= longestRegion ? between : undefined;
  }

  /** A window around the place to which most of a unit goes by this map. */
  private around(unit: number, map: Int32Array, share: number): Span | undefined {
    const { old, now } = this.alignment;
    const { from, to } = unitSpan(this.alignment, unit);
    const slack = 8 + ((to - from) >> 1);
    const votes = new Map<number, number>();
    let total = 0;
    for (let token = from; token < to; token++) {
      total += old.weight(token);
      const place = at(map, token);
      if (place >= 0) votes.set(place - token, (votes.get(place - token) ?? 0) + old.weight(token));
    }
    const [shift, votesFor] = [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best), [0, 0]);
    return votesFor < share * total
      ? undefined
      : clip({ from: from + shift - slack, to: to + shift + slack }, { from: 0, to: now.count });
  }
}

function clip(span: Span, bounds: Span): Span | undefined {
  const clipped = { from: Math.max(span.from, bounds.from), to: Math.min(span.to, bounds.to) };
  return clipped.to > clipped.from ? clipped : undefined;
}
