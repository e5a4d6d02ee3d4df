import type { CoveringAnnotation, Judged, Range, Status, Verdict } from '@belegg/domain';
import { CodePointText, overlaps } from '@belegg/domain';

/** An annotation as far as it covers words and can conflict with others; an orphan has no range. */
export interface Standing {
  readonly id: string;
  readonly status: Status;
  /** None on an open question. */
  readonly verdict?: Verdict | undefined;
  readonly range: Range | undefined;
}

/** Those that stand on the same words, in the same status, with the same verdict: they cover and conflict alike. */
interface Group {
  readonly range: Range;
  readonly status: Status;
  readonly verdict: Verdict | undefined;
  readonly ids: Set<string>;
}

/**
 * The most that are looked at of one annotation: those that are approved and those on the most similar words come
 * first.
 */
const mostRivals = 200;

/** The annotations of an article that stand in its current text, without the retired ones. */
export class CoveringIndex {
  private readonly groups = new Map<string, Group>();
  private readonly byId = new Map<string, Group>();
  readonly points: CodePointText;

  constructor(text: string, standing: Iterable<Standing>) {
    this.points = new CodePointText(text);
    for (const one of standing) this.put(one);
  }

  get size(): number {
    return this.byId.size;
  }

  /** Puts an annotation in the place of what it was. */
  put({ id, status, verdict, range }: Standing): void {
    this.remove(id);
    if (status === 'retired' || !range) return;
    const key = `${range.start} ${range.end} ${status} ${verdict ?? ''}`;
    const group = this.groups.get(key) ?? { range, status, verdict, ids: new Set<string>() };
    this.groups.set(key, group);
    group.ids.add(id);
    this.byId.set(id, group);
  }

  private remove(id: string): void {
    const group = this.byId.get(id);
    if (!group) return;
    this.byId.delete(id);
    group.ids.delete(id);
    if (group.ids.size > 0) return;
    const { range, status, verdict } = group;
    this.groups.delete(`${range.start} ${range.end} ${status} ${verdict ?? ''}`);
  }

  /** Those that share words with a stretch, as coverage sees them: each kind once. @param without leaves these out */
  covering(stretches: readonly Range[], without: ReadonlySet<string>): CoveringAnnotation[] {
    return [...this.groups.values()]
      .filter(
        ({ range, ids }) =>
          stretches.some((stretch) => overlaps(stretch, range)) &&
          !(ids.size <= without.size && isWithin(ids, without)),
      )
      .map(toCovering);
  }

  /**
   * Those that have another verdict on words of an annotation, the most alike first.
   * @param changed what some of them become
   */
  rivals(one: Standing, changed: readonly Standing[]): Judged[] {
    const { range, verdict } = one;
    if (!range) return [];
    const isRival = (other: Kind): boolean =>
      other.status !== 'retired' &&
      other.verdict !== undefined &&
      other.verdict !== verdict &&
      !!other.range &&
      overlaps(other.range, range);
    const without = new Set([one.id, ...changed.map(({ id }) => id)]);
    const found = changed
      .filter((other) => other.id !== one.id && isRival(other))
      .map((other): Ranked => ({ id: other.id, kind: other, rank: rankOf(other, range) }));
    const groups = [...this.groups.values()].filter(isRival).map((kind) => ({ kind, rank: rankOf(kind, range) }));
    let last = 0;
    for (const { kind, rank } of groups.sort((a, b) => a.rank - b.rank)) {
      if (rank !== last && found.length >= mostRivals) break;
      last = rank;
      for (const id of kind.ids) if (!without.has(id)) found.push({ id, kind, rank });
    }
    return found
      .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
      .slice(0, mostRivals)
      .map(({ id, kind }) => this.judged(id, kind));
  }

  private judged(id: string, { status, verdict, range }: Kind): Judged {
    return { id, status, verdict, range, exact: range ? this.points.slice(range.start, range.end) : '' };
  }
}

type Kind = Pick<Standing, 'status' | 'verdict' | 'range'>;

/** An annotation as coverage sees it. */
export const toCovering = ({ status, verdict, range }: Kind): CoveringAnnotation => ({
  status,
  isQuestion: verdict === undefined,
  range,
});

interface Ranked {
  readonly id: string;
  readonly kind: Kind;
  readonly rank: number;
}

/** Those that are approved come first, then those whose words are the most similar. */
const rankOf = ({ status, range }: Kind, to: Range): number =>
  (status === 'approved' ? 0 : beyondAll) +
  (range ? Math.abs(range.start - to.start) + Math.abs(range.end - to.end) : 0);
const beyondAll = 2 ** 40;

function isWithin(ids: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const id of ids) if (!others.has(id)) return false;
  return true;
}
