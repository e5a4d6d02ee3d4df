import type { CitationView } from '@belegg/contract';
import type { SourceRef } from '@belegg/domain';
import type { CitedSources } from '../sources';
import type { CitationRow } from './head/statement.repository';

/** A citation as an annotation holds it: it names revisions of sources, and says nothing of what these say. */
export interface StoredCitation extends Omit<CitationView, 'cited' | 'lineage' | 'sourceChanged'> {
  readonly lineage: readonly SourceRef[];
}

/** By source, the latest revision of it of which somebody said that it makes no difference. */
export type NoDifferences = Readonly<Record<string, number>>;

/** What is empty was not said. */
export function toStoredCitation(row: CitationRow): StoredCitation {
  return {
    id: row.id,
    sourceId: row.sourceId,
    sourceRevision: row.sourceRevision,
    stance: row.stance,
    ...(row.relaysSaid && { relays: row.relaysId }),
    lineage: row.lineage,
    ...(row.url !== '' && { url: row.url }),
    locator: row.locator,
    quote: row.quote,
    ...(row.quoteLanguage !== '' && { quoteLanguage: row.quoteLanguage }),
    translation: row.translation,
    ...(row.accessedAt && { accessedAt: row.accessedAt.toISOString().slice(0, 10) }),
    ...(row.evidenceSha256 !== null && { evidence: row.evidenceSha256 }),
    protected: row.protected,
  };
}

/** All revisions of sources that a citation rests on: the one that it cites first, then whom that goes back to. */
export const refsOf = ({ sourceId, sourceRevision, lineage }: StoredCitation): readonly SourceRef[] => [
  { sourceId, sourceRevision },
  ...lineage,
];

/** The latest revision of a source that somebody has looked at for an annotation that names this one. */
export const settledAt = ({ sourceId, sourceRevision }: SourceRef, noDifferences: NoDifferences): number =>
  Math.max(sourceRevision, noDifferences[sourceId] ?? 0);

/** A citation with what its sources said of themselves when they were cited. */
export function toCitationView(
  citation: StoredCitation,
  sources: CitedSources,
  noDifferences: NoDifferences,
): CitationView {
  const { kind, name } = sources.get(citation);
  const isChanged = refsOf(citation).some((ref) => sources.get(ref).latest > settledAt(ref, noDifferences));
  return {
    ...citation,
    cited: { kind, name },
    lineage: citation.lineage.map((ref) => ({ ...ref, name: sources.get(ref).name })),
    ...(isChanged && { sourceChanged: true as const }),
  };
}
