import { fields, sameField, type Field, type Statement } from './statement';

/**
 * Two edits of the same state, brought together. Where both changed the same field in different ways, a person chooses.
 */
export interface Merge {
  /** With mine where there is a conflict. */
  readonly merged: Statement;
  readonly conflicts: readonly Field[];
}

/** A three-way merge by field: what only one side changed is taken from that side. */
export function merge(base: Statement, mine: Statement, theirs: Statement): Merge {
  const conflicts = fields.filter(
    (field) => !sameField(field, base, mine) && !sameField(field, base, theirs) && !sameField(field, mine, theirs),
  );
  const onlyTheirs = fields.filter((field) => sameField(field, base, mine));
  return { merged: choose(mine, theirs, onlyTheirs), conflicts };
}

/** `mine`, but for the fields that are to be theirs. */
export function choose(mine: Statement, theirs: Statement, fromTheirs: readonly Field[]): Statement {
  const from = (field: Field): Statement => (fromTheirs.includes(field) ? theirs : mine);
  return {
    verdict: from('verdict').verdict,
    rationale: from('rationale').rationale,
    citations: from('citations').citations,
  };
}
