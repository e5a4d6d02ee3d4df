import type { AnnotationView } from '@belegg/contract';
import { deriveStatus, type Range, type Status } from '@belegg/domain';
import type { NoDifferences, StoredCitation } from '../cited';
import type { Passage } from '../passage';
import type { StepFact } from './facts.repository';

/** What holds now of an annotation. It follows from the annotation's facts alone. */
export interface AnnotationHead extends Pick<
  AnnotationView,
  'id' | 'articleId' | 'revision' | 'verdict' | 'rationale' | 'selector' | 'articleRevision' | 'anchor'
> {
  readonly status: Status;
  readonly citations: readonly StoredCitation[];
  readonly noDifference: NoDifferences;
  /** The number of the article revision that its latest revision was made on, and of the one that is current. */
  readonly madeOn: number;
  readonly currentRevision: number;
  /** In the current text, in code points; an orphan has none. */
  readonly range: Range | undefined;
  /** Whoever wrote any part of it, the first author first. */
  readonly authorIds: readonly string[];
  /** In the order in which they happened. */
  readonly steps: readonly StepFact[];
  /** Article revisions onto which what was decided on the one before was carried, for the latest revision. */
  readonly carriedOnto: readonly number[];
  /** How many facts there are of it: its revisions and its steps. */
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One revision of an annotation as a fact. */
export interface RevisionFact extends Pick<AnnotationHead, 'verdict' | 'rationale' | 'citations'> {
  readonly number: number;
  readonly articleRevision: number;
  readonly passage: Passage;
  readonly authorId: string;
  readonly createdAt: Date;
}

/** The head of an annotation that was just made. */
export function firstHead(id: string, articleId: string, revision: RevisionFact): AnnotationHead {
  return project({
    ...said(revision),
    id,
    articleId,
    authorIds: [revision.authorId],
    steps: [],
    noDifference: {},
    createdAt: revision.createdAt,
  });
}

export function withRevision(head: AnnotationHead, revision: RevisionFact): AnnotationHead {
  const authorIds = head.authorIds.includes(revision.authorId)
    ? head.authorIds
    : [...head.authorIds, revision.authorId];
  return project({ ...head, ...said(revision), authorIds });
}

/** Somebody said that a source's changes up to a revision make no difference. */
export function withNoDifference(head: AnnotationHead, sourceId: string, sourceRevision: number): AnnotationHead {
  return { ...head, noDifference: { ...head.noDifference, [sourceId]: sourceRevision } };
}

export function withStep(head: AnnotationHead, step: StepFact): AnnotationHead {
  return project({ ...head, steps: [...head.steps, step], updatedAt: step.createdAt });
}

/** Adds what follows from the facts: the status, by the domain's rule, and how many facts there are. */
export function project(facts: Omit<AnnotationHead, 'status' | 'version'>): AnnotationHead {
  return {
    ...facts,
    version: facts.revision + facts.steps.length,
    status: deriveStatus({
      annotationRevision: facts.revision,
      articleRevision: facts.currentRevision,
      steps: facts.steps,
      carriedOnto: facts.carriedOnto,
    }),
  };
}

/** What a revision says; it stands word for word on the text that it was made on, and nothing is carried to it. */
function said({ number, articleRevision, passage, verdict, rationale, citations, createdAt }: RevisionFact) {
  const { start, end, exact, prefix, suffix } = passage;
  return {
    revision: number,
    verdict,
    rationale,
    citations,
    madeOn: articleRevision,
    currentRevision: articleRevision,
    articleRevision,
    anchor: { outcome: 'unchanged' as const },
    selector: selectorOf({ start, end, exact, prefix, suffix }),
    range: { start, end },
    carriedOnto: [],
    updatedAt: createdAt,
  };
}

export function selectorOf({ start, end, exact, prefix, suffix }: Passage): AnnotationHead['selector'] {
  return [
    { type: 'TextPositionSelector', start, end },
    { type: 'TextQuoteSelector', exact, prefix, suffix },
  ];
}

/** A strong ETag: what it says, the text that it stands on, and what happened to it last. */
export const etagOf = ({ revision, currentRevision, version }: AnnotationHead): string =>
  `"a${revision}.r${currentRevision}.v${version}"`;
