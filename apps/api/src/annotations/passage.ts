import type { AnnotationView, NewAnnotation } from '@belegg/contract';
import { check, Describer } from '@belegg/domain';
import { LRUCache } from 'lru-cache';
import { ProblemError } from '../platform/problem-error';
import type { Text } from '../texts';
import type { QuoteRow } from './head/statement.repository';

/** A passage of one text, as it is stored. */
export type Passage = QuoteRow & { readonly start: number; readonly end: number };

/**
 * The passage that a selector names in a text. Where no surroundings were given, they become what makes it unique.
 * @throws ProblemError `selector-mismatch` when position, quote and text do not agree
 */
export function passageOf(
  { text, sha256 }: Pick<Text, 'text' | 'sha256'>,
  selector: NewAnnotation['selector'],
): Passage {
  const [{ start, end }, { prefix, suffix }] = selector;
  if (check(text, selector) !== undefined) throw new ProblemError('selector-mismatch');
  return storedAs(prefix === '' && suffix === '' ? describerOf(text, sha256).describe({ start, end }) : selector);
}

/** Code units of the texts whose describers are kept; one takes about five bytes a unit. */
const mostDescribed = 5_000_000;
const describers = new LRUCache<string, Describer>({ maxSize: mostDescribed });

/** Its index of a text is worth keeping from one annotation to the next. */
function describerOf(text: string, sha256: string): Describer {
  const known = describers.get(sha256);
  if (known) return known;
  const describer = new Describer(text);
  describers.set(sha256, describer, { size: text.length + 1 });
  return describer;
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
export function storedAs([{ start, end }, { exact, prefix, suffix }]: Readonly<
  ReturnType<Describer['describe']>
>): Passage {
  return { start, end, exact, prefix, suffix };
}
