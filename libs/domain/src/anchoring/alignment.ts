import { findBlocks, type Block } from './blocks';
import { heaviestChain } from './chain';
import { at } from './integers';
import { matchReworded } from './reworded';
import { Tokens, Vocabulary } from './tokens';
import { doubtTwins } from './twins';
import { Typos } from './typos';

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

/** Odds against chance, in bits, that a block needs to be taken for a passage that moved or, less, for one that stayed. */
const movedMargin = 8;
const stayedBits = 14;

/** Compares two texts, in time linear in their length. */
export function align(oldText: string, newText: string): Alignment {
  const vocabulary = new Vocabulary();
  const old = new Tokens(oldText, vocabulary);
  const now = new Tokens(newText, vocabulary);
  const typos = new Typos(vocabulary);
  const alignment: Alignment = {
    old, now, vocabulary,
    likeness: (a, b) => typos.likeness(at(old.ids, a), at(now.ids, b)),
    places: new Int32Array(old.count).fill(-1),
    origins: new Int32Array(now.count).fill(-1),
    doubtful: new Uint8Array(old.count),
    scores: new Float64Array(old.units),
    moved: new Uint8Array(old.count),
  };
  const blocks = findBlocks(old, now);
  const chain = heaviestChain(blocks, Float64Array.from(blocks, (block) => blockWeight(old, block)));
  settle(alignment, blocks, chain);
  matchReworded(alignment, blocks, chain);
  findMoved(alignment);
  doubtTwins(alignment);
  return alignment;
}

/** Records that an old token survives at a place. */
export function place(alignment: Alignment, token: number, to: number): void {
  alignment.places[token] = to;
  alignment.origins[to] = token;
}

function blockWeight(old: Tokens, { old: from, length }: Block): number {
  let weight = 0;
  for (let token = from; token < from + length; token++) weight += old.weight(token);
  return weight;
}

/** Units that lie within one block whole are settled: they survive token for token. What a block holds of others is only a hint. */
function settle(alignment: Alignment, blocks: readonly Block[], chain: Uint8Array): void {
  const { old, now, vocabulary } = alignment;
  const movedBits = Math.log2(Math.max(old.count, 1) * Math.max(now.count, 1)) + movedMargin;
  blocks.forEach((block, index) => {
    const end = block.old + block.length;
    let unit = at(old.unitOf, block.old);
    if (at(old.unitStarts, unit) < block.old) unit++;
    let bits = 0;
    for (let token = block.old; token < end; token++) bits += vocabulary.bits(at(old.ids, token));
    const reachesEdge = (block.old === 0 && block.now === 0) || (end === old.count && block.now + block.length === now.count);
    if (!reachesEdge && bits < (at(chain, index) ? stayedBits : movedBits)) return;
    for (; unit < old.units && at(old.unitStarts, unit + 1) <= end; unit++) {
      alignment.scores[unit] = 1;
      for (let token = at(old.unitStarts, unit); token < at(old.unitStarts, unit + 1); token++) place(alignment, token, token - block.old + block.now);
    }
  });
}

/** Marks the units that are not in the heaviest set of surviving units that kept their order. */
function findMoved({ old, places, scores, moved }: Alignment): void {
  const survivors: Block[] = [];
  const weights: number[] = [];
  const units: number[] = [];
  for (let unit = 0; unit < old.units; unit++) {
    if (!scores[unit]) continue;
    const from = at(old.unitStarts, unit);
    const to = at(old.unitStarts, unit + 1);
    let first = from;
    while (at(places, first) < 0) first++;
    survivors.push({ old: from, now: at(places, first), length: to - from });
    units.push(unit);
    weights.push(at(old.ends, to - 1) - at(old.starts, from));
  }
  const chain = heaviestChain(survivors, Float64Array.from(weights));
  units.forEach((unit, index) => {
    if (!at(chain, index)) moved.fill(1, at(old.unitStarts, unit), at(old.unitStarts, unit + 1));
  });
}
