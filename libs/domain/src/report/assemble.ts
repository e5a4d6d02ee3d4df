import type { AnchorOutcome, Selector } from '../anchoring/selector';
import { sumCoverage, type SentenceCoverage } from '../review/coverage';
import { standingSteps, type Status, type Step } from '../review/status';
import { verdicts, type Verdict } from '../review/verdict';
import type { Stance } from '../sources/citation';
import { deriveIndependence } from '../sources/independence';
import type { CheckabilityReason } from '../text/checkability';
import type { Range } from '../text/range';
import { correctionsSince, type EarlierReport } from './corrections';
import type { NamedSource } from './profile';

/** Somebody, as a report names them. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

/** What a report needs of an act of review: who, when, on which texts. */
export interface DatedStep extends Step {
  readonly by: NamedPerson;
  readonly at: string;
  readonly comment: string;
  /** Of a submission: why the sources are missing that the newsroom asks for. */
  readonly withoutSources?: string | undefined;
}

/** A source as it said of itself when it was cited. */
export interface SourceRef {
  readonly sourceId: string;
  readonly sourceRevision: number;
}

export interface CitationFacts extends SourceRef {
  readonly id: string;
  readonly stance: Stance;
  /** Whom this piece repeats, whom that one repeats, and so on. */
  readonly lineage: readonly SourceRef[];
  /** Whether the source, or one that it goes back to, says something else by now. */
  readonly sourceChanged?: boolean | undefined;
  /** What the annotation itself holds and a report says otherwise. */
  readonly relays?: string | null | undefined;
  readonly cited?: unknown;
}

/** An annotation as it stands when the report is made; what citations hold beyond their source is passed through. */
export interface AnnotationFacts<C extends CitationFacts> {
  readonly id: string;
  readonly revision: number;
  readonly status: Status;
  /** None on an open question. */
  readonly verdict?: Verdict | undefined;
  readonly rationale: string;
  readonly selector: Selector;
  readonly anchor: { readonly outcome: AnchorOutcome };
  readonly citations: readonly C[];
  readonly authors: readonly NamedPerson[];
  readonly steps: readonly DatedStep[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What a source says of itself in one revision. */
export interface SourceFacts extends NamedSource {
  readonly revision: number;
  /** What it has in common with others that are the same. */
  readonly keys: readonly string[];
}

export interface SentenceFacts extends Range, SentenceCoverage {
  readonly index: number;
  /** The stretches that somebody said need no check, where that is not all of the sentence. */
  readonly rest?: readonly Range[] | undefined;
  readonly reason?: CheckabilityReason | undefined;
  readonly note?: string | undefined;
  readonly markedBy?: NamedPerson | undefined;
  readonly confirmedBy?: NamedPerson | undefined;
}

/** Everything that a report follows from; the head (newsroom, article, text, sign-off) is passed through. */
export interface ReportFacts<Head, C extends CitationFacts, S extends SourceFacts> {
  readonly head: Head;
  readonly annotations: readonly AnnotationFacts<C>[];
  /** The revisions that are cited, and those that these go back to. */
  readonly sources: readonly S[];
  readonly sentences: readonly SentenceFacts[];
  /** The sign-off before this one of the same article, if there was one. */
  readonly previous?: EarlierReport | undefined;
}

/**
 * The report as data: the one assembly that every format is made from. Pure; the same facts give the same report.
 * Claims are in the order of the text, orphans last; retired annotations are left out. An open question is no claim: no
 * text that holds one can be signed off.
 */
export function assembleReport<Head, C extends CitationFacts, S extends SourceFacts>(facts: ReportFacts<Head, C, S>) {
  const sources = new Map(facts.sources.map((source) => [refOf(source.id, source.revision), source]));
  const annotations = facts.annotations.filter(({ status }) => status !== 'retired').toSorted(inTextOrder);
  const claims = annotations.filter(isClaim).map((annotation, index) => claimOf(annotation, index + 1, sources));
  const questions = annotations.filter(({ verdict }) => verdict === undefined).map(questionOf);
  const cited = new Set(
    claims.flatMap(({ citations }) => citations.map(({ sourceId, sourceRevision }) => refOf(sourceId, sourceRevision))),
  );
  return {
    ...facts.head,
    corrections: [...(facts.previous?.corrections ?? []), ...correctionsSince(facts.previous, claims)],
    coverage: sumCoverage(facts.sentences),
    verdicts: countVerdicts(claims),
    claims,
    questions: questions.length > 0 ? questions : undefined,
    sources: facts.sources
      .filter(({ id, revision }) => cited.has(refOf(id, revision)))
      .toSorted(
        (a, b) =>
          (a.name < b.name ? -1 : Number(a.name > b.name)) ||
          (a.id < b.id ? -1 : Number(a.id > b.id)) ||
          a.revision - b.revision,
      )
      .map((source) => without(source, 'keys')),
    sentences: facts.sentences.map(({ index, start, end, state, open, rest, reason, note, markedBy, confirmedBy }) => ({
      index,
      start,
      end,
      state,
      open: state === 'partly' ? [...open] : undefined,
      rest: rest && [...rest],
      reason,
      note,
      markedBy,
      confirmedBy,
    })),
  };
}

type ClaimFacts<C extends CitationFacts> = AnnotationFacts<C> & { readonly verdict: Verdict };

function isClaim<C extends CitationFacts>(annotation: AnnotationFacts<C>): annotation is ClaimFacts<C> {
  return annotation.verdict !== undefined;
}

/** An annotation that has no verdict yet: it says what is asked, and who asks. */
function questionOf({ id, selector: [position, quote], anchor, rationale, authors }: AnnotationFacts<CitationFacts>) {
  return {
    annotationId: id,
    exact: quote.exact,
    range: anchor.outcome === 'orphaned' ? undefined : { start: position.start, end: position.end },
    rationale,
    authors: authors.map((author) => ({ id: author.id, name: author.name })),
  };
}

function claimOf<C extends CitationFacts>(
  annotation: ClaimFacts<C>,
  number: number,
  sources: ReadonlyMap<string, SourceFacts>,
) {
  const [position, quote] = annotation.selector;
  const orphaned = annotation.anchor.outcome === 'orphaned';
  const { supporting, independent } = independenceOf(annotation.citations, sources);
  return {
    annotationId: annotation.id,
    number,
    verdict: annotation.verdict,
    status: annotation.status,
    exact: quote.exact,
    prefix: quote.prefix,
    suffix: quote.suffix,
    range: orphaned ? undefined : { start: position.start, end: position.end },
    anchor: annotation.anchor.outcome,
    rationale: annotation.rationale,
    annotationRevision: annotation.revision,
    authors: annotation.authors.map(({ id, name }) => ({ id, name })),
    createdAt: annotation.createdAt,
    updatedAt: annotation.updatedAt,
    approval: approvalOf(annotation),
    steps: annotation.steps.map(({ kind, by, at, comment, annotationRevision, articleRevision }) => ({
      kind,
      by: { id: by.id, name: by.name },
      at,
      comment,
      annotationRevision,
      articleRevision,
    })),
    withoutSources: standingSteps(annotation.steps).findLast(
      ({ kind, annotationRevision }) => kind === 'submitted' && annotationRevision === annotation.revision,
    )?.withoutSources,
    citations: annotation.citations.map((citation) => citationOf(citation, sources)),
    supporting,
    independent,
  };
}

/** Who approved what it says now, and on which text; only an annotation that is approved has one. */
function approvalOf({ status, steps }: AnnotationFacts<CitationFacts>) {
  const approval = status === 'approved' ? standingSteps(steps).findLast(({ kind }) => kind === 'approved') : undefined;
  return (
    approval && {
      by: { id: approval.by.id, name: approval.by.name },
      at: approval.at,
      articleRevision: approval.articleRevision,
    }
  );
}

function inTextOrder(a: AnnotationFacts<CitationFacts>, b: AnnotationFacts<CitationFacts>): number {
  const orphans = Number(a.anchor.outcome === 'orphaned') - Number(b.anchor.outcome === 'orphaned');
  return (
    orphans ||
    a.selector[0].start - b.selector[0].start ||
    a.selector[0].end - b.selector[0].end ||
    (a.id < b.id ? -1 : 1)
  );
}

function countVerdicts(claims: readonly { readonly verdict: Verdict }[]): Record<Verdict, number> {
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of claims) counts[verdict] += 1;
  return counts;
}

const refOf = (sourceId: string, revision: number): string => `${sourceId}.${revision}`;

/** What supports a claim, with sources that are the same by what they said of themselves when they were cited. */
function independenceOf(citations: readonly CitationFacts[], sources: ReadonlyMap<string, SourceFacts>) {
  const likeness = new Map<string, string[]>();
  for (const { sourceId, sourceRevision } of citations.flatMap((citation) => [citation, ...citation.lineage])) {
    const keys = sources.get(refOf(sourceId, sourceRevision))?.keys ?? [];
    const known = likeness.get(sourceId);
    if (known) known.push(...keys);
    else likeness.set(sourceId, [...keys]);
  }
  const cited = citations.map(({ sourceId, stance, lineage }) => ({
    sourceId,
    stance,
    lineage: lineage.map((ref) => ref.sourceId),
  }));
  return deriveIndependence(cited, likeness);
}

/** A citation as a report has it: it names whom this piece repeats, and nothing else of the registry. */
function citationOf<C extends CitationFacts>(citation: C, sources: ReadonlyMap<string, SourceFacts>) {
  const [first] = citation.lineage;
  return {
    ...without(citation, 'lineage', 'relays', 'cited'),
    sourceChanged: citation.sourceChanged === true ? (true as const) : undefined,
    origin: first && namedIn(sources, first),
  };
}

function without<T extends object, K extends keyof T>(value: T, ...fields: K[]): Omit<T, K> {
  const left = Object.entries(value).filter(([name]) => !(fields as PropertyKey[]).includes(name));
  return Object.fromEntries(left) as Omit<T, K>;
}

function namedIn(sources: ReadonlyMap<string, SourceFacts>, ref: SourceRef): NamedSource | undefined {
  const source = sources.get(refOf(ref.sourceId, ref.sourceRevision));
  if (!source) return undefined;
  const { id, name, protected: isProtected, description } = source;
  return { id, name, protected: isProtected, description };
}
