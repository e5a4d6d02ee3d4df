import {
  carryRuleVersion,
  CodePointText,
  Describer,
  keepCuts,
  mayCarry,
  reanchor,
  type Anchor,
  type CarryBasis,
  type Range,
  type Sentence,
  type Status,
} from '@belegg/domain';
import type { AnnotationHead, NewAnchor, OwnPlace } from '../annotations';
import type { MarkRow } from '../coverage';
import type { NewText, Text } from '../texts';

/** What a plan needs to know of an annotation. */
export type PlannedAnnotation = Pick<AnnotationHead, 'id' | 'revision' | 'status' | 'range'>;

/** All that a new text is compared with. */
export interface Standing {
  readonly current: Text;
  /** Without the retired ones. */
  readonly annotations: readonly PlannedAnnotation[];
  /** Of the annotations that are not word for word in the current text: the passages that they were made on. */
  readonly ownPlaces: readonly OwnPlace[];
  /** The texts of those, by number. */
  readonly earlier: ReadonlyMap<number, Text>;
  readonly marks: readonly MarkRow[];
}

/** What a new text does to the annotations and marks of an article. */
export interface RevisionPlan {
  readonly anchors: readonly NewAnchor[];
  /** The sentences of which what was said still holds: their index in the new text by that in the current one. */
  readonly sentences: ReadonlyMap<number, number>;
  /** The sentences of the new text, with the cuts that people made in the current one. */
  readonly cuts: readonly Sentence[];
  /** Sentences of the new text that stand nowhere in the current one. */
  readonly newSentences: readonly Range[];
}

interface Target {
  readonly annotation: PlannedAnnotation;
  readonly text: Text;
  readonly from: Range;
}

const orphaned: Anchor = { outcome: 'orphaned' };

/** Acts of review that still hold on the current text, and can hold on the next. */
const decided: ReadonlySet<Status> = new Set<Status>(['submitted', 'returned', 'approved']);

/**
 * Finds every annotation in a new text, and says what holds on along with it. One that stands word for word in the
 * current text is looked for from there. Any other is looked for from the passage that it was made on, so that a
 * guess is never built on a guess, and a passage that comes back can be found again.
 */
export function planRevision(standing: Standing, cutByProgram: NewText): RevisionPlan {
  const { current } = standing;
  const next = { ...cutByProgram, sentences: keepCuts(current, cutByProgram) };
  const old = basisOf(current);
  const now = basisOf(next);
  const describer = new Describer(next.text);
  const marked = standing.marks.flatMap((mark) => current.sentences[mark.sentence] ?? []);
  const indexAt = new Map(next.sentences.map(({ start, index }) => [start, index]));
  const anchors: NewAnchor[] = [];
  const kept = new Map<number, number>();
  const byText = Map.groupBy(targetsOf(standing), ({ text }) => text);
  if (!byText.has(current)) byText.set(current, []);
  for (const [text, targets] of byText) {
    const sentences = text === current ? marked : [];
    const found = reanchor(text.text, next.text, [...targets.map(({ from }) => from), ...sentences]);
    targets.forEach(({ annotation, from }, index) => {
      const anchor = found[index] ?? orphaned;
      const holds = text === current && decided.has(annotation.status) && mayCarry(from, anchor, old, now);
      anchors.push({
        annotationId: annotation.id,
        annotationRevision: annotation.revision,
        outcome: anchor.outcome,
        ...(anchor.outcome === 'changed' && { score: anchor.score }),
        ...(anchor.outcome !== 'orphaned' && { selector: describer.describe(anchor.range) }),
        ...(holds && { carryRule: carryRuleVersion }),
      });
    });
    sentences.forEach((sentence, index) => {
      const anchor = found[targets.length + index] ?? orphaned;
      const place = anchor.outcome === 'unchanged' ? indexAt.get(anchor.range.start) : undefined;
      if (place !== undefined && mayCarry(sentence, anchor, old, now)) kept.set(sentence.index, place);
    });
  }
  return { anchors, sentences: kept, cuts: next.sentences, newSentences: sentencesOnlyIn(next, current) };
}

function targetsOf({ current, annotations, ownPlaces, earlier }: Standing): Target[] {
  const own = new Map(ownPlaces.map((place) => [place.annotationId, place]));
  return annotations.flatMap((annotation) => {
    const place = own.get(annotation.id);
    const text = place ? earlier.get(place.articleRevision) : current;
    const from = place ?? annotation.range;
    return text && from ? [{ annotation, text, from: { start: from.start, end: from.end } }] : [];
  });
}

const basisOf = ({ text, sentences, language, date }: NewText): CarryBasis => ({
  text: new CodePointText(text),
  sentences,
  language,
  date,
});

function sentencesOnlyIn(next: NewText, current: Text): Range[] {
  const said = new Set(wordsOf(current));
  const words = wordsOf(next);
  return next.sentences.filter((_, index) => !said.has(words[index] ?? '')).map(({ start, end }) => ({ start, end }));
}

function wordsOf({ text, sentences }: { readonly text: string; readonly sentences: readonly Sentence[] }): string[] {
  const points = new CodePointText(text);
  return sentences.map(({ start, end }) => points.slice(start, end));
}
