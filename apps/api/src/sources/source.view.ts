import { source, type NewSource, type SourceView } from '@belegg/contract';
import type { SourceRow } from './source.repository';

const storedKind = source.shape.kind;

/** What is known of a source, as it was given. */
export function toFacts({
  kind,
  name,
  aliases,
  url,
  note,
  originId,
  protected: isProtected,
  description,
}: SourceRow): NewSource {
  return {
    kind: storedKind.parse(kind),
    name,
    aliases,
    note,
    description,
    protected: isProtected,
    ...(url !== '' && { url }),
    ...(originId !== null && { originId }),
  };
}

export function toSourceView(row: SourceRow): SourceView {
  const { id, uses, version, createdAt, updatedAt } = row;
  return {
    id,
    ...toFacts(row),
    uses,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    etag: `"s${version}"`,
  };
}
