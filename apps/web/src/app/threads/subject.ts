import { resolve, type Describer, type Selector } from '@belegg/domain';
import type { Subject } from './new-thread';
import type { Begun } from './written';

/** An article's text as it is now. */
export interface CurrentText {
  readonly articleId: string;
  readonly text: string;
  readonly number: number;
  readonly describer: Describer;
}

/**
 * What a conversation that was begun on a passage is about in the text as it is now: its words, wherever the quote
 * stands alone; where it does not, the article, with the words as a quote.
 */
export function subjectOf(
  { selector, articleRevision }: Begun,
  { articleId, text, number, describer }: CurrentText,
): Subject {
  if (articleRevision === number) return { articleId, selector: copyOf(selector), articleRevision };
  const range = resolve(text, selector);
  if (!range) return { articleId, quote: selector[1].exact };
  return { articleId, selector: copyOf(describer.describe(range)), articleRevision: number };
}

function copyOf([position, quote]: Selector): [Selector[0], Selector[1]] {
  return [position, quote];
}
