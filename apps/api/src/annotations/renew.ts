import { lineageOf, type OriginNode, type SourceRef } from '@belegg/domain';
import { refsOf, type StoredCitation } from './cited';

/** A revision of a source to be cited from now on, and whom the source says there that it repeats. */
export interface Renewal extends SourceRef {
  readonly originId: string | undefined;
}

/** Who repeats whom now, and the number of everybody's latest revision. */
export type Lineages = ReadonlyMap<string, OriginNode & { readonly revision: number }>;

/**
 * A citation that names another revision of one source, which it cites or goes back to. What stands before that source
 * stays as it was said; what comes after follows from what the source says there, in the revisions that were named
 * before where they were.
 */
export function renew(citation: StoredCitation, renewal: Renewal, reached: Lineages): StoredCitation {
  const { sourceId, sourceRevision, originId } = renewal;
  const refs = refsOf(citation);
  const at = refs.findIndex((ref) => ref.sourceId === sourceId);
  if (at < 0 || refs[at]?.sourceRevision === sourceRevision) return citation;
  if (at === 0 && citation.relays !== undefined) return { ...citation, sourceRevision };
  const before = refs.slice(0, at);
  const known = new Map(refs.map((ref) => [ref.sourceId, ref.sourceRevision]));
  const after = lineageOf(sourceId, originId, reached)
    .filter((id) => before.every((ref) => ref.sourceId !== id))
    .flatMap((id) => {
      const revision = known.get(id) ?? reached.get(id)?.revision;
      return revision === undefined ? [] : [{ sourceId: id, sourceRevision: revision }];
    });
  return at === 0
    ? { ...citation, sourceRevision, lineage: after }
    : { ...citation, lineage: [...before.slice(1), { sourceId, sourceRevision }, ...after] };
}
