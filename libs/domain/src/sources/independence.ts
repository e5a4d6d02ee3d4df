import type { Stance } from './citation';

/** A source as far as the registry says whom it repeats unless a citation says otherwise. */
export interface OriginNode {
  readonly id: string;
  readonly originId?: string | undefined;
}

/** A source as it is cited for a claim. */
export interface CitedSource {
  readonly sourceId: string;
  readonly stance: Stance;
  /** Whom this piece repeats, whom that one repeats, and so on; empty where it speaks for itself. */
  readonly lineage: readonly string[];
}

/** By source id, what it has in common with others that are the same: two that share a key count as one. */
export type Likeness = ReadonlyMap<string, readonly string[]>;

/** What supports a claim, grouped by the root that it goes back to: three outlets that quote one agency are one. */
export interface Independence {
  readonly supporting: number;
  readonly independent: number;
  readonly origins: readonly { readonly originId: string; readonly sources: number }[];
}

/**
 * Whom a piece of a source goes back to: the one that it repeats, then whom each repeats by default, the nearest first.
 * It ends before anything comes a second time.
 * @param relays whom the piece repeats; undefined if nobody
 */
export function lineageOf(
  sourceId: string,
  relays: string | undefined,
  sources: ReadonlyMap<string, OriginNode>,
): string[] {
  const lineage = new Set<string>();
  for (
    let id = relays;
    id !== undefined && id !== sourceId && !lineage.has(id);
    id = sources.get(id)?.originId ?? undefined
  )
    lineage.add(id);
  return [...lineage];
}

/**
 * Counts what supports one claim, each source once for each root, and how many roots there are. A root that is itself
 * cited for the claim as repeating somebody goes on to that one; in a circle the smallest id stands for all. Takes time
 * in proportion to the citations.
 */
export function deriveIndependence(cited: readonly CitedSource[], likeness: Likeness = new Map()): Independence {
  const supporting = cited.filter(({ stance }) => stance === 'supports');
  const same = new Classes(likeness);
  const chains = supporting.map(({ sourceId, lineage }) => {
    const source = same.of(sourceId);
    const end = same.of(lineage.at(-1) ?? sourceId);
    return { source, end };
  });
  const follow = follower(chains);
  const origins = new Map<string, Set<string>>();
  for (const { source, end } of chains) {
    const root = end === source ? source : follow(end);
    origins.set(root, (origins.get(root) ?? new Set<string>()).add(source));
  }
  const counted = [...origins].map(([originId, sources]) => ({ originId, sources: sources.size }));
  return {
    supporting: counted.reduce((sum, { sources }) => sum + sources, 0),
    independent: counted.length,
    origins: counted,
  };
}

/** Follows an end through the citations of that source, as long as they all lead to one other. */
function follower(chains: readonly { readonly source: string; readonly end: string }[]): (end: string) => string {
  const next = new Map<string, string>();
  for (const { source, end } of chains) {
    const known = next.get(source);
    next.set(source, known === undefined || known === end ? end : source);
  }
  const roots = new Map<string, string>();
  return (end) => {
    const path: string[] = [];
    const places = new Map<string, number>();
    let current = end;
    let root: string | undefined;
    while (root === undefined) {
      const entry = places.get(current);
      const onward = next.get(current);
      if (roots.has(current)) root = roots.get(current);
      else if (entry !== undefined) root = path.slice(entry).reduce(smaller);
      else if (onward === undefined || onward === current) root = current;
      else {
        places.set(current, path.length);
        path.push(current);
        current = onward;
      }
    }
    for (const id of path) roots.set(id, root);
    return root;
  };
}

/** Sources that count as one, by the keys that they share; the smallest id stands for all of a class. */
class Classes {
  private readonly parents = new Map<string, string>();

  constructor(likeness: Likeness) {
    const firstWith = new Map<string, string>();
    for (const [id, keys] of likeness)
      for (const key of keys) {
        const first = firstWith.get(key);
        if (first === undefined) firstWith.set(key, id);
        else this.join(first, id);
      }
  }

  of(id: string): string {
    let at = id;
    for (let parent = this.parents.get(at); parent !== undefined; parent = this.parents.get(at)) {
      const grandparent = this.parents.get(parent);
      if (grandparent !== undefined) this.parents.set(at, grandparent);
      at = parent;
    }
    return at;
  }

  private join(one: string, another: string): void {
    const [a, b] = [this.of(one), this.of(another)];
    if (a !== b) this.parents.set(a < b ? b : a, a < b ? a : b);
  }
}

const smaller = (a: string, b: string): string => (b < a ? b : a);

/** Whether giving `sourceId` this origin would make it repeat itself, directly or through others. */
export function closesCircle(sourceId: string, originId: string, sources: ReadonlyMap<string, OriginNode>): boolean {
  const seen = new Set<string>();
  for (let id: string | undefined = originId; id !== undefined && !seen.has(id); id = sources.get(id)?.originId) {
    if (id === sourceId) return true;
    seen.add(id);
  }
  return false;
}
