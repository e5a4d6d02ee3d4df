import { readAll, routes, type SourceView } from '@belegg/contract';
import type { Api } from '../shell/api';

/** A source with those that repeat it. */
export interface Dependent {
  readonly source: SourceView;
  readonly repeatedBy: readonly Dependent[];
}

/** More are not read for one page. */
export const mostDependents = 200;

/** All sources that go back to one, directly or through others, as a tree; read level by level. */
export async function readDependents(api: Api, id: string): Promise<readonly Dependent[]> {
  const children = new Map<string, readonly SourceView[]>();
  const seen = new Set([id]);
  for (let level: readonly string[] = [id]; level.length > 0 && seen.size <= mostDependents;) {
    const found = await Promise.all(
      level.map(async (originId) => [originId, await readRepeating(api, originId)] as const),
    );
    for (const [originId, sources] of found) children.set(originId, sources);
    level = found.flatMap(([, sources]) => sources.map((source) => source.id)).filter((next) => !seen.has(next));
    for (const next of level) seen.add(next);
  }
  const treeOf = (originId: string, above: readonly string[]): readonly Dependent[] =>
    (children.get(originId) ?? [])
      .filter(({ id: next }) => !above.includes(next))
      .map((source) => ({ source, repeatedBy: treeOf(source.id, [...above, source.id]) }));
  return treeOf(id, [id]);
}

export function countDependents(dependents: readonly Dependent[]): number {
  return dependents.reduce((sum, { repeatedBy }) => sum + 1 + countDependents(repeatedBy), 0);
}

async function readRepeating(api: Api, originId: string): Promise<readonly SourceView[]> {
  return readAll(api, routes.listSources, { query: { originId } }, mostDependents);
}
