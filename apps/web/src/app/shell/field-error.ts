import type { FieldTree } from '@angular/forms/signals';

/** What is wrong with a field of a signal form, once somebody has been there: for the `error` of `ui-field`. */
export function fieldError<Value>(field: FieldTree<Value>): string | undefined {
  const state = field();
  return state.touched() ? state.errors()[0]?.message : undefined;
}
