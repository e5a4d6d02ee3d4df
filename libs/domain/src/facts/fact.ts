/** What can be right or wrong in a sentence, told by its form. */
export const factKinds = ['name', 'number', 'date', 'quotation', 'superlative'] as const;
export type FactKind = (typeof factKinds)[number];

/** One such thing. The range is in code points of the whole text; a clock time is a `date`. */
export interface Fact {
  readonly kind: FactKind;
  readonly start: number;
  readonly end: number;
}
