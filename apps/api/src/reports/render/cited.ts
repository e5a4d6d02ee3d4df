import type { Report } from '@belegg/contract';

type Source = Report['sources'][number];
type Citation = Report['claims'][number]['citations'][number];

/** The source of a citation, as it was cited. */
export interface Cited {
  readonly name: string;
  readonly kind: Source['kind'] | undefined;
  /** The name of the one that this piece repeats. */
  readonly repeats: string | undefined;
  /** Whether the source says something else by now. */
  readonly isChanged: boolean;
}

/**
 * Looks the sources of citations up. In reports from before sources had revisions, a source repeats the same always.
 */
export function citedIn(sources: readonly Source[]): (citation: Citation) => Cited {
  const keyOf = (id: string, revision: number | undefined): string => `${id}.${revision ?? ''}`;
  const known = new Map(sources.map((source) => [keyOf(source.id, source.revision), source]));
  return ({ sourceId, sourceRevision, sourceChanged, origin }) => {
    const source = known.get(keyOf(sourceId, sourceRevision));
    return {
      name: source?.name ?? '',
      kind: source?.kind,
      repeats: (origin ?? source?.origin)?.name,
      isChanged: sourceChanged === true,
    };
  };
}

/** How many sources there are, however many revisions of them are cited. */
export const countSources = (sources: readonly Source[]): number => new Set(sources.map(({ id }) => id)).size;
