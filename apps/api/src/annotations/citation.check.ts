import type { CitationInput } from '@belegg/contract';
import { lineageOf } from '@belegg/domain';
import { newId } from '../platform/ids';
import type { Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';
import { ProblemError } from '../platform/problem-error';
import { holdSources, readCitedSources, readLineage } from '../sources';
import type { StoredCitation } from './cited';

type Held = Awaited<ReturnType<typeof holdSources>>;

/** The citations that somebody gives an annotation, and those that it has now; no other can be sent. */
export interface Citing {
  readonly given: readonly CitationInput[];
  readonly own: readonly StoredCitation[];
}

/**
 * Gives new citations an id, lets each name the revision of its source and of those that it goes back to, and holds its
 * sources so that they cannot be changed or retired before the transaction ends. A citation that the annotation has
 * already names the revisions that it named before, unless it says otherwise.
 * @param own the citations that the annotation has now; no other can be sent
 * @throws ProblemError `invalid`, with a pointer to each citation, source or piece of evidence that is not there
 */
export async function checkCitations(
  tx: Tx,
  newsroomId: string,
  given: readonly CitationInput[],
  own: readonly StoredCitation[],
): Promise<StoredCitation[]> {
  const [checked = []] = await checkEachCitations(tx, newsroomId, [{ given, own }]);
  if (checked instanceof ProblemError) throw checked;
  return checked;
}

/** As `checkCitations` of several annotations, in a fixed number of statements; for each what it would throw. */
export async function checkEachCitations(
  tx: Tx,
  newsroomId: string,
  all: readonly Citing[],
): Promise<(StoredCitation[] | ProblemError)[]> {
  const everything = all.flatMap(({ given }) => given);
  if (everything.length === 0) return all.map(() => []);
  const [sources, evidence] = await Promise.all([
    holdSources(
      tx,
      newsroomId,
      everything.flatMap(({ sourceId, relays }) => (relays ? [sourceId, relays] : [sourceId])),
    ),
    findEvidence(
      tx,
      newsroomId,
      everything.flatMap((citation) => citation.evidence ?? []),
    ),
  ]);
  const named = all.map((citing) => nameRevisions(citing, sources, evidence));
  const sound = named.flatMap((one) => (one instanceof ProblemError ? [] : one));
  const stored = await withLineages(tx, newsroomId, sound, sources);
  let next = 0;
  return named.map((one) => (one instanceof ProblemError ? one : stored.slice(next, (next += one.length))));
}

function nameRevisions({ given, own }: Citing, sources: Held, evidence: ReadonlySet<string>): Named[] | ProblemError {
  const former = new Map(own.map((citation) => [citation.id, citation]));
  const errors = faultsOf(given, former, sources, evidence);
  if (errors.length > 0) return new ProblemError('invalid', { errors });
  return given.map((citation) => {
    const before = former.get(citation.id ?? '');
    const kept = before?.sourceId === citation.sourceId ? before : undefined;
    const latest = sources.get(citation.sourceId)?.revision ?? 1;
    const sourceRevision = citation.sourceRevision ?? kept?.sourceRevision ?? latest;
    const isSame = kept?.sourceRevision === sourceRevision && kept.relays === citation.relays;
    return { ...citation, id: citation.id ?? newId(), sourceRevision, lineage: isSame ? kept.lineage : undefined };
  });
}

function faultsOf(
  given: readonly CitationInput[],
  former: ReadonlyMap<string, StoredCitation>,
  sources: Held,
  evidence: ReadonlySet<string>,
) {
  const seen = new Set<string>();
  return given.flatMap((citation, index) => {
    const faults: [field: string, detail: string][] = [];
    if (citation.id !== undefined && !former.has(citation.id)) faults.push(['id', 'unknownCitation']);
    if (citation.id !== undefined && seen.has(citation.id)) faults.push(['id', 'duplicate']);
    if (citation.id !== undefined) seen.add(citation.id);
    const source = sources.get(citation.sourceId);
    if (!source) faults.push(['sourceId', 'unknownSource']);
    else if ((citation.sourceRevision ?? 1) > source.revision) faults.push(['sourceRevision', 'unknownRevision']);
    if (citation.relays === citation.sourceId) faults.push(['relays', 'repeatsItself']);
    else if (citation.relays && !sources.has(citation.relays)) faults.push(['relays', 'unknownSource']);
    if (citation.evidence !== undefined && !evidence.has(citation.evidence))
      faults.push(['evidence', 'unknownEvidence']);
    return faults.map(([field, detail]) => ({ pointer: `/citations/${index}/${field}`, detail }));
  });
}

type Named = CitationInput &
  Pick<StoredCitation, 'id' | 'sourceRevision'> & { readonly lineage: StoredCitation['lineage'] | undefined };

/** Whom each piece goes back to: what it says itself, or what its source says in the revision that is cited. */
async function withLineages(
  tx: Tx,
  newsroomId: string,
  named: readonly Named[],
  sources: Held,
): Promise<StoredCitation[]> {
  const older = named.filter(
    ({ lineage, relays, sourceId, sourceRevision }) =>
      lineage === undefined && relays === undefined && sourceRevision !== sources.get(sourceId)?.revision,
  );
  const earlier = await readCitedSources(tx, newsroomId, older);
  const firstOf = (citation: Named): string | undefined => {
    const { relays, sourceId } = citation;
    if (relays !== undefined) return relays ?? undefined;
    return (older.includes(citation) ? earlier.get(citation) : sources.get(sourceId))?.originId ?? undefined;
  };
  const firsts = named.flatMap((citation) => (citation.lineage ? [] : (firstOf(citation) ?? [])));
  const reached = await readLineage(tx, newsroomId, [...new Set(firsts)]);
  return named.map((citation) => ({
    ...citation,
    lineage:
      citation.lineage ??
      lineageOf(citation.sourceId, firstOf(citation), reached).flatMap((id) => {
        const revision = reached.get(id)?.revision;
        return revision === undefined ? [] : [{ sourceId: id, sourceRevision: revision }];
      }),
  }));
}

async function findEvidence(tx: Tx, newsroomId: string, hashes: string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await readRows<{ sha256: string }>(
    tx,
    sql`SELECT "sha256" FROM "Evidence" WHERE "newsroomId" = ${newsroomId}::uuid AND "sha256" = ANY(${hashes}::text[])`,
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}
