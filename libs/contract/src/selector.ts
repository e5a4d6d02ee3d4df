import { anchorOutcomes } from '@belegg/domain';
import * as z from 'zod';
import { bounded, maxTextBytes } from './primitives';

export const textPositionSelector = z.strictObject({
  type: z.literal('TextPositionSelector'),
  start: z.int().min(0).meta({ description: 'Unicode code points from the start of the text' }),
  end: z.int().min(1).meta({ description: 'Unicode code points, exclusive' }),
});

export const textQuoteSelector = z.strictObject({
  type: z.literal('TextQuoteSelector'),
  exact: bounded(maxTextBytes).min(1),
  prefix: bounded(1000).default(''),
  suffix: bounded(1000).default(''),
});

/**
 * W3C Web Annotation selectors of one passage: position and quote, which have to agree with each other and the text.
 */
export const selector = z.tuple([textPositionSelector, textQuoteSelector]);

/** How a passage came through to the current text. `score` (0 to 1) is there for `changed`. */
export const anchor = z.object({ outcome: z.enum(anchorOutcomes), score: z.number().min(0).max(1).optional() });

/** A passage that an annotation was to stand on and that is not, or not only once, in the text. */
export const lostPassage = z.object({ exact: z.string() });
