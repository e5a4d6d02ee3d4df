import type { SourceView } from '@belegg/contract';

/** Whom a source repeats, whom that one repeats, and so on, as far as they are known; each once. */
export function originChain(
  source: SourceView | undefined,
  known: ReadonlyMap<string, SourceView>,
): readonly SourceView[] {
  const chain: SourceView[] = [];
  const seen = new Set([source?.id]);
  for (let id = source?.originId; id !== undefined && !seen.has(id);) {
    const origin = known.get(id);
    if (!origin) break;
    chain.push(origin);
    seen.add(id);
    id = origin.originId;
  }
  return chain;
}
