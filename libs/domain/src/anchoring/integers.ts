type Integers = Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** Reads an integer; beyond the array it is 0. */
export function at(array: Integers, index: number): number {
  return array[index] ?? 0;
}

/** Adds to the integer at `index`. */
export function add(array: Integers, index: number, amount: number): void {
  array[index] = at(array, index) + amount;
}
