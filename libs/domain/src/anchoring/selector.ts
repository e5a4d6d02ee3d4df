/** W3C Web Annotation, 4.2.5: offsets in Unicode code points, `end` exclusive. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** W3C Web Annotation, 4.2.4: the passage and just enough of what stands around it to be unique. */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** How a passage is named: by position and by quote, which must agree. */
export type Selector = readonly [TextPositionSelector, TextQuoteSelector];

/** What became of a passage on a later text. `moved`: identical, but its order among its neighbours changed. */
export const anchorOutcomes = ['unchanged', 'moved', 'changed', 'orphaned'] as const;
export type AnchorOutcome = (typeof anchorOutcomes)[number];
