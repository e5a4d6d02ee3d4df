import type { CitationInput, CitationView } from '@belegg/contract';
import { newId } from '../platform/ids';
import type { Tx } from '../platform/database/database';
import { ProblemError } from '../platform/problem-error';
import { holdSources } from '../sources';

/**
 * Gives new citations an id, and holds their sources so that they cannot be retired before the transaction ends.
 * @param own the ids of the citations that the annotation has now; no other can be sent
 * @throws ProblemError `invalid`, with a pointer to each citation, source or piece of evidence that is not there
 */
export async function checkCitations(
  tx: Tx,
  newsroomId: string,
  given: readonly CitationInput[],
  own: ReadonlySet<string>,
): Promise<CitationView[]> {
  const sources = await holdSources(
    tx,
    newsroomId,
    given.map(({ sourceId }) => sourceId),
  );
  const evidence = await findEvidence(
    tx,
    newsroomId,
    given.flatMap((citation) => citation.evidence ?? []),
  );
  const seen = new Set<string>();
  const errors = given.flatMap((citation, index) => {
    const faults: [field: string, detail: string][] = [];
    if (citation.id !== undefined && !own.has(citation.id)) faults.push(['id', 'unknownCitation']);
    if (citation.id !== undefined && seen.has(citation.id)) faults.push(['id', 'duplicate']);
    if (citation.id !== undefined) seen.add(citation.id);
    if (!sources.has(citation.sourceId)) faults.push(['sourceId', 'unknownSource']);
    if (citation.evidence !== undefined && !evidence.has(citation.evidence))
      faults.push(['evidence', 'unknownEvidence']);
    return faults.map(([field, detail]) => ({ pointer: `/citations/${index}/${field}`, detail }));
  });
  if (errors.length > 0) throw new ProblemError('invalid', { errors });
  return given.map((citation) => ({ ...citation, id: citation.id ?? newId() }));
}

async function findEvidence(tx: Tx, newsroomId: string, hashes: string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await tx.evidence.findMany({ where: { newsroomId, sha256: { in: hashes } }, select: { sha256: true } });
  return new Set(rows.map(({ sha256 }) => sha256));
}
