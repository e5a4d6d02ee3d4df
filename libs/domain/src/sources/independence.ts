import type { Stance } from './citation';

/** A source as far as the origin graph sees it: `originId` is the source that it repeats. */
export interface OriginNode {
  readonly id: string;
  readonly originId?: string | undefined;
}

export interface CitedSource {
  readonly sourceId: string;
  readonly stance: Stance;
}

/** Sources that support a claim, grouped by the origin that they go back to: three outlets that quote one agency are one. */
export interface Independence {
  readonly supporting: number;
  readonly independent: number;
  readonly origins: readonly { readonly originId: string; readonly sources: number }[];
}

/** Follows whom a source repeats to the one that repeats nobody. In a circle, the smallest id in it stands for all. */
export function rootOrigin(sourceId: string, sources: ReadonlyMap<string, OriginNode>): string {
  const path: string[] = [];
  let current = sourceId;
  for (;;) {
    const entry = path.indexOf(current);
    if (entry >= 0) return path.slice(entry).reduce((least, id) => (id < least ? id : least));
    path.push(current);
    const origin = sources.get(current)?.originId;
    if (origin === undefined) return current;
    current = origin;
  }
}

/** Counts the supporting sources of one claim, each once, and how many of them are independent of each other. */
export function deriveIndependence(
  cited: readonly CitedSource[],
  sources: ReadonlyMap<string, OriginNode>,
): Independence {
  const supporting = new Set(cited.filter(({ stance }) => stance === 'supports').map(({ sourceId }) => sourceId));
  const origins = new Map<string, number>();
  for (const id of supporting) {
    const root = rootOrigin(id, sources);
    origins.set(root, (origins.get(root) ?? 0) + 1);
  }
  return {
    supporting: supporting.size,
    independent: origins.size,
    origins: [...origins].map(([originId, count]) => ({ originId, sources: count })),
  };
}

/** Whether giving `sourceId` this origin would make it repeat itself, directly or through others. */
export function closesCircle(sourceId: string, originId: string, sources: ReadonlyMap<string, OriginNode>): boolean {
  const seen = new Set<string>();
  for (let id: string | undefined = originId; id !== undefined && !seen.has(id); id = sources.get(id)?.originId) {
    if (id === sourceId) return true;
    seen.add(id);
  }
  return false;
}
