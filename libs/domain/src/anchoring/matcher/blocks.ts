import { at } from '../../text/numbers';
import type { Tokens } from './tokens';

/** `length` tokens that are alike in the old text from `old` and in the new text from `now`. */
export interface Block {
  readonly old: number;
  readonly now: number;
  readonly length: number;
}

/** Sequences of this many tokens are looked for, the most telling first. */
const gramLengths = [8, 5, 3] as const;

/**
 * Blocks of tokens that stand in both texts, in whatever order: first those grown from sequences that occur exactly
 * once in what is still unmatched on each side (the idea of patience diff, without its demand for order), then what the
 * beginnings and the ends of the texts share. Linear in the texts. Sorted by place in the old text; they do not
 * overlap.
 */
export function findBlocks(old: Tokens, now: Tokens): Block[] {
  const search = new BlockSearch(old, now);
  for (const length of gramLengths) search.seed(length);
  search.growEnds();
  return search.blocks.sort((a, b) => a.old - b.old);
}

class BlockSearch {
  readonly blocks: Block[] = [];
  private readonly oldTaken: Uint8Array;
  private readonly nowTaken: Uint8Array;

  constructor(
    private readonly old: Tokens,
    private readonly now: Tokens,
  ) {
    this.oldTaken = new Uint8Array(old.count);
    this.nowTaken = new Uint8Array(now.count);
  }

  seed(length: number): void {
    const table = new GramTable(this.old, this.now, length);
    table.fill(this.oldTaken, this.nowTaken);
    for (let start = 0; start + length <= this.old.count; start++) {
      if (at(this.oldTaken, start)) continue;
      const place = table.onlyPlace(start);
      if (place >= 0 && !at(this.nowTaken, place) && this.isFree(start, place, length))
        start = this.grow(start, place, length) - 1;
    }
  }

  growEnds(): void {
    this.grow(0, 0, 0);
    this.grow(this.old.count, this.now.count, 0);
  }

  private isFree(start: number, place: number, length: number): boolean {
    for (let k = 0; k < length; k++) if (!this.alike(start + k, place + k)) return false;
    return true;
  }

  /** Whether the tokens are alike and neither is taken; also false beyond the ends. */
  private alike(old: number, now: number): boolean {
    return (
      old >= 0 &&
      now >= 0 &&
      old < this.old.count &&
      now < this.now.count &&
      at(this.old.ids, old) === at(this.now.ids, now) &&
      !at(this.oldTaken, old) &&
      !at(this.nowTaken, now)
    );
  }

  /** Widens a block as far as both texts go on alike. Returns where it ends in the old text. */
  private grow(old: number, now: number, length: number): number {
    let before = 0;
    while (this.alike(old - before - 1, now - before - 1)) before++;
    let after = length;
    while (this.alike(old + after, now + after)) after++;
    if (before + after > 0) {
      const block = { old: old - before, now: now - before, length: before + after };
      this.oldTaken.fill(1, block.old, block.old + block.length);
      this.nowTaken.fill(1, block.now, block.now + block.length);
      this.blocks.push(block);
    }
    return old + after;
  }
}

const Seen = { none: 0, once: 1, often: 2 } as const;

/** A hash table of the token sequences of one length that are still unmatched in both texts. */
class GramTable {
  private readonly mask: number;
  private readonly keys: Int32Array;
  private readonly oldSeen: Uint8Array;
  private readonly nowSeen: Uint8Array;
  private readonly places: Int32Array;

  constructor(
    private readonly old: Tokens,
    private readonly now: Tokens,
    private readonly length: number,
  ) {
    const size = 1 << Math.ceil(Math.log2(2 * old.count + 2));
    this.mask = size - 1;
    this.keys = new Int32Array(size);
    this.oldSeen = new Uint8Array(size);
    this.nowSeen = new Uint8Array(size);
    this.places = new Int32Array(size);
  }

  fill(oldTaken: Uint8Array, nowTaken: Uint8Array): void {
    this.eachFree(this.old, oldTaken, (start) => {
      const slot = this.slot(this.old, start);
      this.oldSeen[slot] = at(this.oldSeen, slot) === Seen.none ? Seen.once : Seen.often;
      this.keys[slot] = this.key(this.old, start);
    });
    this.eachFree(this.now, nowTaken, (start) => {
      const slot = this.slot(this.now, start);
      this.nowSeen[slot] = at(this.nowSeen, slot) === Seen.none ? Seen.once : Seen.often;
      this.places[slot] = start;
    });
  }

  /** Where the sequence at `start` of the old text stands in the new one, if it stands once in each; else -1. */
  onlyPlace(start: number): number {
    const slot = this.slot(this.old, start);
    return at(this.oldSeen, slot) === Seen.once && at(this.nowSeen, slot) === Seen.once ? at(this.places, slot) : -1;
  }

  private eachFree(tokens: Tokens, taken: Uint8Array, visit: (start: number) => void): void {
    let free = 0;
    for (let token = 0; token < tokens.count; token++) {
      free = at(taken, token) ? 0 : free + 1;
      if (free >= this.length) visit(token + 1 - this.length);
    }
  }

  private key(tokens: Tokens, start: number): number {
    let hash = 0x811c9dc5;
    for (let k = 0; k < this.length; k++) {
      hash = Math.imul(hash ^ at(tokens.ids, start + k), 0x01000193);
      hash ^= hash >>> 15;
    }
    return hash | 0;
  }

  private slot(tokens: Tokens, start: number): number {
    const key = this.key(tokens, start);
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & this.mask;
    while (at(this.oldSeen, slot) !== Seen.none && at(this.keys, slot) !== key) slot = (slot + 1) & this.mask;
    return slot;
  }
}
