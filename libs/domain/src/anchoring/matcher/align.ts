import { movedBits, place, type Alignment } from './alignment';
import { findBlocks, type Block } from './blocks';
import { heaviestChain } from './chain';
import { doubtCopies, unitsByKey } from './copies';
import type { Span } from './fit';
import { at } from '../../text/numbers';
import { matchReworded } from './reworded';
import { Surprise } from './surprise';
import { Tokens, Vocabulary } from './tokens';
import { doubtTwins } from './twins';
import { Typos } from './typos';

/** What a block that stayed has to say, in bits. */
const stayedBits = 14;

/** Compares two texts, in time linear in their length. */
export function align(oldText: string, newText: string): Alignment {
  const vocabulary = new Vocabulary();
  const old = new Tokens(oldText, vocabulary);
  const now = new Tokens(newText, vocabulary);
  const typos = new Typos(vocabulary);
  const alignment: Alignment = {
    old,
    now,
    vocabulary,
    likeness: (a, b) => typos.likeness(at(old.ids, a), at(now.ids, b)),
    places: new Int32Array(old.count).fill(-1),
    origins: new Int32Array(now.count).fill(-1),
    doubtful: new Uint8Array(old.count),
    scores: new Float64Array(old.units),
    moved: new Uint8Array(old.count),
  };
  const blocks = findBlocks(old, now);
  const chain = heaviestChain(
    blocks,
    Float64Array.from(blocks, (block) => blockWeight(old, block)),
  );
  settle(alignment, blocks, chain);
  matchReworded(alignment, blocks, chain);
  settleLeftovers(alignment);
  findMoved(alignment);
  doubtTwins(alignment);
  doubtCopies(alignment);
  return alignment;
}

function blockWeight(old: Tokens, { old: from, length }: Block): number {
  let weight = 0;
  for (let token = from; token < from + length; token++) weight += old.weight(token);
  return weight;
}

/**
 * Units that lie within one block whole are settled: they survive token for token. What a block holds of others is only
 * a hint.
 */
function settle(alignment: Alignment, blocks: readonly Block[], chain: Uint8Array): void {
  const { old, now, vocabulary } = alignment;
  const moved = blocks.filter((_, index) => !at(chain, index));
  const surprise = new Surprise(old, now, vocabulary, moved.map(spanOf));
  blocks.forEach((block, index) => {
    const { from, to } = spanOf(block);
    const reachesEdge = (from === 0 && block.now === 0) || (to === old.count && block.now + block.length === now.count);
    const isCertain = at(chain, index)
      ? reachesEdge || plainBits(alignment, from, to) >= stayedBits
      : surprise.bits({ from, to }) >= movedBits(alignment);
    if (!isCertain) return;
    let unit = at(old.unitOf, from);
    if (at(old.unitStarts, unit) < from) unit++;
    for (; unit < old.units && at(old.unitStarts, unit + 1) <= to; unit++)
      settleUnit(alignment, unit, block.now - from);
  });
}

function spanOf({ old, length }: Block): Span {
  return { from: old, to: old + length };
}

function plainBits({ old, vocabulary }: Alignment, from: number, to: number): number {
  let bits = 0;
  for (let token = from; token < to; token++) bits += vocabulary.bits(at(old.ids, token));
  return bits;
}

function settleUnit(alignment: Alignment, unit: number, shift: number): void {
  alignment.scores[unit] = 1;
  for (let token = at(alignment.old.unitStarts, unit); token < at(alignment.old.unitStarts, unit + 1); token++)
    place(alignment, token, token + shift);
}

/** What is left over once in each text, word for word, after all copies of it found their places, has moved. */
function settleLeftovers(alignment: Alignment): void {
  const { old, now, origins, scores, vocabulary } = alignment;
  const inNew = unitsByKey(now);
  const pairs: { unit: number; span: Span; copy: number }[] = [];
  for (const [key, units] of unitsByKey(old)) {
    const left = units.filter((unit) => scores[unit] === 0);
    const free = left.length === 1 ? (inNew.get(key) ?? []).filter((copy) => isFree(now, origins, copy)) : [];
    const [unit, copy] = [left[0], free[0]];
    if (unit !== undefined && copy !== undefined && free.length === 1)
      pairs.push({ unit, copy, span: { from: at(old.unitStarts, unit), to: at(old.unitStarts, unit + 1) } });
  }
  const surprise = new Surprise(
    old,
    now,
    vocabulary,
    pairs.map(({ span }) => span),
  );
  for (const { unit, copy, span } of pairs) {
    if (surprise.bits(span) >= movedBits(alignment)) settleUnit(alignment, unit, at(now.unitStarts, copy) - span.from);
  }
}

function isFree({ unitStarts }: Tokens, origins: Int32Array, unit: number): boolean {
  return origins.subarray(at(unitStarts, unit), at(unitStarts, unit + 1)).every((origin) => origin < 0);
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
