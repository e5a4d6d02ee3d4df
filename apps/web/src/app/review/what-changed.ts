import type { CitationView } from '@belegg/contract';
import { wordDiff, type DiffPart, type Selector, type Verdict } from '@belegg/domain';

/** What an annotation says, as far as one state of it can be compared with another. */
export interface Statement {
  readonly verdict?: Verdict | undefined;
  readonly rationale: string;
  readonly selector: Selector;
  readonly citations: readonly CitationView[];
}

/** A source that came, went, or is cited in other words or on another side. */
export interface CitationChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly citation: CitationView;
}

/** How what is said differs from what was said before; what is the same is absent. */
export interface Changes {
  /** The former verdict. */
  readonly verdict?: Verdict;
  readonly rationale?: readonly DiffPart[];
  readonly passage?: readonly DiffPart[];
  readonly citations: readonly CitationChange[];
}

export function changesSince(before: Statement, now: Statement): Changes {
  const [, { exact: formerly }] = before.selector;
  const [, { exact }] = now.selector;
  return {
    ...(before.verdict !== now.verdict && { verdict: before.verdict }),
    ...(before.rationale !== now.rationale && { rationale: wordDiff(before.rationale, now.rationale) }),
    ...(formerly !== exact && { passage: wordDiff(formerly, exact) }),
    citations: citationChanges(before.citations, now.citations),
  };
}

export function isNothing({ verdict, rationale, passage, citations }: Changes): boolean {
  return !verdict && !rationale && !passage && citations.length === 0;
}

function citationChanges(before: readonly CitationView[], now: readonly CitationView[]): CitationChange[] {
  const former = new Map(before.map((citation) => [citation.id, citation]));
  const kept = new Set(now.map(({ id }) => id));
  return [
    ...now.flatMap((citation): CitationChange[] => {
      const earlier = former.get(citation.id);
      if (!earlier) return [{ kind: 'added', citation }];
      return sameCitation(earlier, citation) ? [] : [{ kind: 'changed', citation }];
    }),
    ...before.filter(({ id }) => !kept.has(id)).map((citation): CitationChange => ({ kind: 'removed', citation })),
  ];
}

/** Whether they say the same; that a source changed since is not what they say. */
function sameCitation(a: CitationView, b: CitationView): boolean {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof CitationView>;
  fields.delete('sourceChanged');
  return [...fields].every((field) => JSON.stringify(a[field]) === JSON.stringify(b[field]));
}
