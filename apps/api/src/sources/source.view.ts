import { source, type NewSource, type SourceRevisionView, type SourceView } from '@belegg/contract';
import type { People } from '../platform/people';
import { keysOf } from './likeness';
import type { SourceRevisionRow } from './revision.repository';
import type { SourceRow } from './source.repository';

const storedKind = source.shape.kind;

/** What a source says of itself, as it was given. */
export function toFacts(row: SourceRow | SourceRevisionRow): NewSource {
  const { kind, name, aliases, domains, url, note, originId, distinct, protected: isProtected, description } = row;
  return {
    kind: storedKind.parse(kind),
    name,
    aliases,
    domains,
    note,
    distinct,
    description,
    protected: isProtected,
    ...(url !== '' && { url }),
    ...(originId !== null && { originId }),
  };
}

export function toRevisionView(row: SourceRevisionRow, people: People): SourceRevisionView {
  const { sourceId, number, actorId, createdAt } = row;
  return {
    sourceId,
    ...toFacts(row),
    number,
    ...(actorId !== null && { by: people(actorId) }),
    createdAt: createdAt.toISOString(),
  };
}

export function toSourceView(row: SourceRow): SourceView {
  const { id, uses, revision, protectedNumber, createdAt, updatedAt } = row;
  return {
    id,
    ...toFacts(row),
    revision,
    ...(protectedNumber !== null && { protectedNumber }),
    // What is hidden from its reader is taken out at the end, of all that is answered.
    isHidden: false,
    keys: keysOf(row),
    uses,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    etag: `"r${revision}"`,
  };
}
