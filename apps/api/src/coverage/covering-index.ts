import type { Judged, Range, Status, Verdict } from '@belegg/domain';
import { CodePointText, overlaps } from '@belegg/domain';

/** An annotation as far as it covers words and can conflict with others; an orphan has no range. */
export interface Standing {
  readonly id: string;
  readonly status: Status;
  readonly verdict: Verdict | undefined;
  readonly range: Range | undefined;
}

/** Those that stand on the same words, in the same status, with the same verdict: they cover and conflict alike. */
interface Group {
  readonly range: Range;
  readonly status: Status;
  readonly verdict: Verdict | undefined;
  readonly ids: Set<string>;
}

/** The most that are looked at of one annotation: those that are approved and those on the most similar words come first. */
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
  covering(stretches: readonly Range[], without: ReadonlySet<string>): Pick<Standing, 'status' | 'range'>[] {
    return [...this.groups.values()].filter(
      ({ range, ids }) =>
        stretches.some((stretch) => overlaps(stretch, range)) && !(ids.size <= without.size && isWithin(ids, without)),
    );
  }

  /** Those that have another verdict on words of an annotation. @param without leaves these out */
  rivals({ id, verdict, range }: Standing, without: ReadonlySet<string>): Judged[] {
    if (!range) return [];
    const distance = (group: Group): number =>
      Math.abs(group.range.start - range.start) + Math.abs(group.range.end - range.end);
    const groups = [...this.groups.values()]
      .filter((group) => group.verdict !== verdict && overlaps(group.range, range))
      .sort((a, b) => Number(b.status === 'approved') - Number(a.status === 'approved') || distance(a) - distance(b));
    const rivals: Judged[] = [];
    for (const group of groups) {
      if (rivals.length >= mostRivals) break;
      const ids = [...group.ids].filter((other) => other !== id && !without.has(other)).sort();
      for (const other of ids.slice(0, mostRivals - rivals.length)) rivals.push(this.judged(other, group));
    }
    return rivals;
  }

  private judged(id: string, { status, verdict, range }: Group): Judged {
    return { id, status, verdict, range, exact: this.points.slice(range.start, range.end) };
  }
}

function isWithin(ids: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const id of ids) if (!others.has(id)) return false;
  return true;
}
