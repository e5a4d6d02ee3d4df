import type { Tokens, Vocabulary } from './tokens';

/** Two texts compared: which tokens of the old one survive, and where. */
export interface Alignment {
  readonly old: Tokens;
  readonly now: Tokens;
  readonly vocabulary: Vocabulary;
  /** For each old token its place in the new text, or -1. */
  readonly places: Int32Array;
  /** For each new token the old token that went there, or -1. */
  readonly origins: Int32Array;
  /** 1 for each old token with several equally good places. */
  readonly doubtful: Uint8Array;
  /** For each old unit the share of its characters that survive in one place; 1 for a settled one. */
  readonly scores: Float64Array;
  /** 1 for each old token that no longer stands in the order of most others. */
  readonly moved: Uint8Array;
  /** How much of an old token survives in a new one, from 0 to 1. */
  readonly likeness: (old: number, now: number) => number;
}

/** Odds against chance, in bits, for a passage that moved. */
const movedMargin = 8;

/** Records that an old token survives at a place. */
export function place(alignment: Alignment, token: number, to: number): void {
  alignment.places[token] = to;
  alignment.origins[to] = token;
}

/**
 * How many bits a unit must say to be taken for one that moved: as many as tell apart all pairs of units, and a margin.
 */
export function movedBits({ old, now }: Alignment): number {
  return Math.log2(Math.max(old.units, 1) * Math.max(now.units, 1)) + movedMargin;
}
