import type { Alignment } from './alignment';
import { differenceOf, type Difference } from '../difference';
import { takeInEdges, type Edge } from './edges';
import type { Graphemes } from '../../text/graphemes';
import { at } from '../../text/numbers';

/*
 * Measured by `npm run bench -- anchoring --peers Belegg --articles 5 --sizes 500`: 78,000 passages under fifteen
 * kinds of edits, of which 10 are anchored wrong.
 */

/** The share of its characters that must survive together. At half, what replaced the rest is as long. */
const survivalFloor = 0.5;
/**
 * The share of a sentence that must survive for an identical passage in it to be unchanged. With 0.5, 1 of 2,400
 * passages in reworded sentences is called unchanged that is another (`reanchor.spec`, "never lies: reworded").
 */
const sureLikeness = 0.6;
/** The share that may be in doubt. With 0, 319 fewer are found and none fewer wrong; with 0.5, 3 more are wrong. */
const doubtLimit = 0.2;
/**
 * Survivors further apart than this or the passage's length are two places. UTF-16 units. With 0, 11 more are wrong.
 */
const scatter = 120;
/**
 * The bits that must survive in and around a passage within a reworded unit, how far around, and how much its distance
 * may shift, in tokens. Without it, 1 of 2,400 passages in reworded sentences is called unchanged that is another.
 */
const supportBits = 16;
const supportReach = 8;
const supportDrift = 3;
/** No grapheme that a person would mark is longer, in UTF-16 units. Not measured: it bounds work in hostile text. */
const longestGrapheme = 64;

/** A place in the new text, in UTF-16 units, and what it means. */
export type Place = { readonly from: number; readonly to: number } & (
  | { readonly outcome: 'unchanged' | 'moved' }
  | {
      readonly outcome: 'changed';
      readonly score: number;
      readonly difference: Difference;
      readonly unsure?: readonly Edge[];
    }
);

interface Cluster {
  first: number;
  last: number;
  survived: number;
}

/** Reads from the alignment of two texts what became of single passages. */
export class Placement {
  constructor(
    private readonly alignment: Alignment,
    private readonly graphemes: Graphemes,
  ) {}

  /** Where the passage `[from, to)` of the old text (UTF-16) is now; nothing when it is orphaned. */
  find(from: number, to: number): Place | undefined {
    const { old } = this.alignment;
    const first = old.firstEndingAfter(from);
    let end = old.firstEndingAfter(to - 1);
    if (end < old.count && at(old.starts, end) < to) end++;
    if (first >= end || this.isDoubtful(first, end) || !this.isSupported(first, end)) return undefined;
    return this.identical(from, to, first, end) ?? this.near(from, to, first, end);
  }

  private isDoubtful(first: number, end: number): boolean {
    const { old, doubtful } = this.alignment;
    let all = 0;
    let doubt = 0;
    for (let token = first; token < end; token++) {
      all += old.weight(token);
      if (at(doubtful, token)) doubt += old.weight(token);
    }
    return doubt > doubtLimit * all;
  }

  /**
   * Whether a passage of a reworded unit has enough around it, at the same distance as before, not to be there by
   * chance.
   */
  private isSupported(first: number, end: number): boolean {
    const { old, now, places, scores, vocabulary } = this.alignment;
    let shift: number | undefined;
    for (let token = first; token < end; token++) {
      if (scores[at(old.unitOf, token)] === 1) return true;
      if (at(places, token) >= 0) shift ??= at(places, token) - token;
    }
    if (shift === undefined) return false;
    let bits = 0;
    for (let token = Math.max(0, first - supportReach); token < Math.min(old.count, end + supportReach); token++) {
      const to = at(places, token);
      const isExact = to >= 0 && at(old.ids, token) === at(now.ids, to);
      if (isExact && ((token >= first && token < end) || Math.abs(to - token - shift) <= supportDrift))
        bits += vocabulary.bits(at(old.ids, token));
    }
    return bits >= supportBits;
  }

  private identical(from: number, to: number, first: number, end: number): Place | undefined {
    const { old, now, places, moved, scores } = this.alignment;
    const firstPlace = at(places, first);
    const lastPlace = at(places, end - 1);
    if (firstPlace < 0 || lastPlace < 0) return undefined;
    const start = at(now.starts, firstPlace) + from - at(old.starts, first);
    const stop = at(now.ends, lastPlace) + to - at(old.ends, end - 1);
    if (start < 0 || now.text.slice(start, stop) !== old.text.slice(from, to)) return undefined;
    if (!this.graphemes.isBorder(start) || !this.graphemes.isBorder(stop)) return undefined;
    const likeness = scores
      .subarray(at(old.unitOf, first), at(old.unitOf, end - 1) + 1)
      .reduce((least, score) => Math.min(least, score), 1);
    const isMoved = at(moved, first) === 1;
    if (likeness < (isMoved ? 1 : sureLikeness))
      return { outcome: 'changed', from: start, to: stop, score: likeness, difference: 'surroundings' };
    return { outcome: isMoved ? 'moved' : 'unchanged', from: start, to: stop };
  }

  private near(from: number, to: number, first: number, end: number): Place | undefined {
    const { old, now } = this.alignment;
    let weight = 0;
    for (let token = first; token < end; token++) weight += this.covered(token, from, to);
    const cluster = this.heaviestCluster(from, to, first, end);
    if (!cluster || cluster.survived < survivalFloor * weight) return undefined;
    const unsure = takeInEdges(this.alignment, cluster, first, end);
    const [start, stop] = this.edges(cluster, from, to, first, end).map((edge, index) =>
      this.nearestBorder(edge, index === 0 ? -1 : 1),
    );
    if (start === undefined || stop === undefined) return undefined;
    let newWeight = 0;
    for (let token = cluster.first; token <= cluster.last; token++)
      newWeight += Math.min(stop, at(now.ends, token)) - Math.max(start, at(now.starts, token));
    const score = (2 * cluster.survived) / (weight + newWeight);
    const difference = differenceOf(old.text.slice(from, to), now.text.slice(start, stop));
    return {
      outcome: 'changed',
      from: start,
      to: stop,
      score: Math.min(score, 1 - 1 / (2 * (to - from))),
      difference,
      ...(unsure.length > 0 && { unsure }),
    };
  }

  /** The first border between graphemes from an offset on; nothing inside a monstrous one. */
  private nearestBorder(from: number, step: 1 | -1): number | undefined {
    for (let distance = 0; distance <= longestGrapheme; distance++)
      if (this.graphemes.isBorder(from + distance * step)) return from + distance * step;
    return undefined;
  }

  /** How many UTF-16 units of a token the passage covers. */
  private covered(token: number, from: number, to: number): number {
    const { old } = this.alignment;
    return Math.min(to, at(old.ends, token)) - Math.max(from, at(old.starts, token));
  }

  /** The place where most of the passage's characters are together. */
  private heaviestCluster(from: number, to: number, first: number, end: number): Cluster | undefined {
    const { now, places } = this.alignment;
    const survivors: { token: number; place: number }[] = [];
    for (let token = first; token < end; token++)
      if (at(places, token) >= 0) survivors.push({ token, place: at(places, token) });
    survivors.sort((a, b) => a.place - b.place);
    const gap = Math.max(scatter, to - from);
    let best: Cluster | undefined;
    let current: Cluster | undefined;
    for (const { token, place } of survivors) {
      if (!current || at(now.starts, place) - at(now.ends, current.last) > gap)
        current = { first: place, last: place, survived: 0 };
      current.last = place;
      current.survived += this.covered(token, from, to) * this.alignment.likeness(token, place);
      if (!best || current.survived > best.survived) best = current;
    }
    return best;
  }

  /** A passage may begin or end within a word; where that word is still the same, so does its place. */
  private edges(cluster: Cluster, from: number, to: number, first: number, end: number): [number, number] {
    const { old, now, places } = this.alignment;
    const start = at(now.starts, cluster.first);
    const stop = at(now.ends, cluster.last);
    const cutBefore = at(places, first) === cluster.first ? Math.max(0, from - at(old.starts, first)) : 0;
    const cutAfter = at(places, end - 1) === cluster.last ? Math.max(0, at(old.ends, end - 1) - to) : 0;
    return start + cutBefore < stop - cutAfter ? [start + cutBefore, stop - cutAfter] : [start, stop];
  }
}
