import { at } from '../../text/numbers';
import type { Block } from './blocks';

/**
 * Which blocks kept their order: the heaviest set of blocks that ascend in both texts. The others have moved.
 * @param blocks sorted by place in the old text
 * @returns for each block 1 if it is in the chain; O(n log n)
 */
export function heaviestChain(blocks: readonly Block[], weights: Float64Array): Uint8Array {
  const rank = new Int32Array(blocks.length);
  const places = Int32Array.from(blocks, ({ now }) => now);
  [...blocks.keys()].sort((a, b) => at(places, a) - at(places, b)).forEach((block, index) => (rank[block] = index + 1));
  const best = new Float64Array(blocks.length + 1);
  const holder = new Int32Array(blocks.length + 1).fill(-1);
  const before = new Int32Array(blocks.length);
  let last = -1;
  let heaviest = 0;
  for (let block = 0; block < blocks.length; block++) {
    // A Fenwick tree over the order in the new text gives the heaviest chain that ends before this block.
    let weight = 0;
    let previous = -1;
    for (let node = at(rank, block) - 1; node > 0; node -= node & -node) {
      const candidate = at(best, node);
      if (candidate > weight) [weight, previous] = [candidate, at(holder, node)];
    }
    before[block] = previous;
    weight += at(weights, block);
    for (let node = at(rank, block); node <= blocks.length; node += node & -node) {
      if (weight > at(best, node)) {
        best[node] = weight;
        holder[node] = block;
      }
    }
    if (weight > heaviest) [heaviest, last] = [weight, block];
  }
  const chain = new Uint8Array(blocks.length);
  for (let block = last; block >= 0; block = at(before, block)) chain[block] = 1;
  return chain;
}
