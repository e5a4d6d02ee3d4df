import { overlaps, type Range } from '../text/range';
import type { Status } from './status';
import type { Verdict } from './verdict';

/** An annotation as far as it can conflict with others; without a range (an orphan) or a verdict it does not. */
export interface Judged {
  readonly id: string;
  readonly status: Status;
  readonly verdict?: Verdict | undefined;
  readonly range?: Range | undefined;
  /** The words of its range. */
  readonly exact: string;
}

/**
 * `contradicts`: another verdict on the same words. `overlaps`: another verdict on words of which some are the same.
 */
export const conflictKinds = ['contradicts', 'overlaps'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

export interface Conflict<J extends Judged = Judged> {
  readonly kind: ConflictKind;
  readonly other: J;
}

/** Two that cannot both stand, or that both stand only for a reason; the one that comes first in the text first. */
export interface Clash<J extends Judged = Judged> {
  readonly kind: ConflictKind;
  readonly pair: readonly [J, J];
}

/** The most conflicts of each kind that are told of one annotation. */
export const mostConflicts = 20;

/** Whether it counts in review: it waits for a decision or is approved. Drafts are told of, and block nothing. */
export const isLive = ({ status }: Pick<Judged, 'status'>): boolean => status === 'submitted' || status === 'approved';

/** How two annotations conflict, if they do. The same words are the same without the punctuation around them. */
export function conflictKind(a: Judged, b: Judged): ConflictKind | undefined {
  const [one, other] = [placedOf(a), placedOf(b)];
  return one && other ? kindOf(one, other) : undefined;
}

/** What one annotation conflicts with among others, contradictions first, at most `mostConflicts` of each kind. */
export function conflictsOf<J extends Judged>(one: Judged, others: readonly J[]): Conflict<J>[] {
  const found = others.flatMap((other): Conflict<J>[] => {
    const kind = conflictKind(one, other);
    return kind ? [{ kind, other }] : [];
  });
  const some = (kind: ConflictKind) => found.filter((conflict) => conflict.kind === kind).slice(0, mostConflicts);
  return [...some('contradicts'), ...some('overlaps')];
}

/**
 * All that conflicts in a text, as `conflictsOf` tells it, by the id of each annotation. Time follows how much is told.
 */
export function conflictsIn<J extends Judged>(annotations: readonly J[]): ReadonlyMap<string, readonly Conflict<J>[]> {
  const found = new Map<string, Conflict<J>[]>();
  for (const { kind, pair } of clashesOf(annotations)) {
    for (const [one, other] of [pair, [pair[1], pair[0]]] as const) {
      const known = found.get(one.id) ?? [];
      found.set(one.id, known);
      if (known.filter((conflict) => conflict.kind === kind).length < mostConflicts) known.push({ kind, other });
    }
  }
  return found;
}

/**
 * The pairs that conflict while both count: what approval and sign-off look at; contradictions first, each kind in the
 * order of the text. Whatever contradicts is among them; of one annotation's overlaps the first `mostConflicts` are.
 */
export function liveClashes<J extends Judged>(annotations: readonly J[]): Clash<J>[] {
  return clashesOf(annotations.filter(isLive));
}

interface Placed<J extends Judged = Judged> {
  readonly annotation: J;
  readonly words: Range;
}

function placedOf<J extends Judged>(annotation: J): Placed<J> | undefined {
  const { status, verdict, range, exact } = annotation;
  return status === 'retired' || verdict === undefined || !range
    ? undefined
    : { annotation, words: withoutEdges(range, exact) };
}

function kindOf({ annotation: a, words: one }: Placed, { annotation: b, words: other }: Placed) {
  if (a.id === b.id || a.verdict === b.verdict) return undefined;
  if (one.start === other.start && one.end === other.end) return 'contradicts';
  return overlaps(one, other) ? 'overlaps' : undefined;
}

function clashesOf<J extends Judged>(annotations: readonly J[]): Clash<J>[] {
  const placed = annotations
    .flatMap((annotation): Placed<J>[] => {
      const one = placedOf(annotation);
      return one ? [one] : [];
    })
    .sort((a, b) => a.words.start - b.words.start || a.words.end - b.words.end);
  return [...contradictions(placed), ...overlapping(placed)];
}

function contradictions<J extends Judged>(placed: readonly Placed<J>[]): Clash<J>[] {
  const onSameWords = new Map<string, Placed<J>[]>();
  for (const one of placed) {
    const key = `${one.words.start}-${one.words.end}`;
    onSameWords
      .set(key, onSameWords.get(key) ?? [])
      .get(key)
      ?.push(one);
  }
  return [...onSameWords.values()].flatMap((group) => sweep(group, 'contradicts'));
}

function overlapping<J extends Judged>(placed: readonly Placed<J>[]): Clash<J>[] {
  return sweep(placed, 'overlaps');
}

/** The most that are looked at for the overlaps of one annotation with those of one other verdict. */
const mostLookedAt = 10 * mostConflicts;

/**
 * Each with those of another verdict that began before it and have not ended. Of the same verdict none is looked at,
 * and whatever has ended leaves when it is met.
 * @param placed in the order in which they begin
 */
function sweep<J extends Judged>(placed: readonly Placed<J>[], kind: ConflictKind): Clash<J>[] {
  const begun = new Map<Verdict | undefined, Placed<J>[]>();
  return placed.flatMap((current) => {
    const { verdict } = current.annotation;
    const found: Clash<J>[] = [];
    for (const [other, before] of begun) {
      if (other === verdict) continue;
      const looked = dropEnded(before, current.words.start).filter((earlier) => kindOf(earlier, current) === kind);
      found.push(
        ...looked
          .slice(0, mostConflicts)
          .map(({ annotation }) => ({ kind, pair: [annotation, current.annotation] as const })),
      );
    }
    const same = begun.get(verdict);
    if (same) same.push(current);
    else begun.set(verdict, [current]);
    return found;
  });
}

/** The first of a list that have not ended; those before them that have are taken off it. */
function dropEnded<J extends Judged>(before: Placed<J>[], at: number): Placed<J>[] {
  const open: Placed<J>[] = [];
  for (let index = 0; index < before.length && open.length < mostLookedAt;) {
    const earlier = before[index];
    const last = before.at(-1);
    if (!earlier || !last) break;
    if (earlier.words.end > at) {
      open.push(earlier);
      index += 1;
    } else {
      before[index] = last;
      before.pop();
    }
  }
  return open;
}

const letterOrDigit = /[\p{L}\p{N}]/u;
const endOfWord = /[\p{L}\p{N}\p{M}]/u;

/** The range of the words alone; all of it where there are none. */
function withoutEdges({ start, end }: Range, exact: string): Range {
  let from = start;
  for (const point of exact) {
    if (letterOrDigit.test(point)) break;
    from += 1;
  }
  if (from >= end) return { start, end };
  let to = end;
  for (let unit = exact.length; unit > 0; to -= 1) {
    const before = exact.codePointAt(unit - 2) ?? 0;
    const size = unit > 1 && before > 0xffff ? 2 : 1;
    if (endOfWord.test(exact.slice(unit - size, unit))) break;
    unit -= size;
  }
  return { start: from, end: to };
}
