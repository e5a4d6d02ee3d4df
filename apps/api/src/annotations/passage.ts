import type { AnnotationView, NewAnnotation } from '@belegg/contract';
import { check, describe } from '@belegg/domain';
import { ProblemError } from '../platform/problem-error';
import type { QuoteRow } from './head/statement.repository';

/** A passage of one text, as it is stored. */
export type Passage = QuoteRow & { readonly start: number; readonly end: number };

/**
 * The passage that a selector names in a text. Where no surroundings were given, they become what makes it unique.
 * @throws ProblemError `selector-mismatch` when position, quote and text do not agree
 */
export function passageOf(text: string, selector: NewAnnotation['selector']): Passage {
  const [{ start, end }, { prefix, suffix }] = selector;
  if (check(text, selector) !== undefined) throw new ProblemError('selector-mismatch');
  return storedAs(prefix === '' && suffix === '' ? describe(text, { start, end }) : selector);
}

/** The passage on which an annotation stands in the current text; call it only of one that `isPlaced`. */
export const currentPassage = ({ selector }: Pick<AnnotationView, 'selector'>): Passage => storedAs(selector);

/**
 * Whether an annotation stands on its very words in the current text. A near match is a guess, so a person has to say
 * which passage is meant before anything can be written, submitted or approved there.
 */
export function isPlaced({ anchor: { outcome } }: Pick<AnnotationView, 'anchor'>): boolean {
  return outcome === 'unchanged' || outcome === 'moved';
}

/** A selector as it is stored. */
export function storedAs([{ start, end }, { exact, prefix, suffix }]: Readonly<ReturnType<typeof describe>>): Passage {
  return { start, end, exact, prefix, suffix };
}
