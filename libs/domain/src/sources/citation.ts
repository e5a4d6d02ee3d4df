/** What a source is; it tells a reader what kind of voice speaks. */
export const sourceKinds = [
  'newsAgency',
  'newspaper',
  'broadcaster',
  'person',
  'authority',
  'organization',
  'document',
  'website',
  'other',
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** What a source does to a claim: speak for it, against it, or explain it. */
export const stances = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof stances)[number];
