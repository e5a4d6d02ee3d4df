type Numbers = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array;

/** Reads a number; beyond the array it is 0. */
export function at(array: Numbers, index: number): number {
  return array[index] ?? 0;
}

/** Adds to the number at `index`. */
export function add(array: Numbers, index: number, amount: number): void {
  array[index] = at(array, index) + amount;
}
