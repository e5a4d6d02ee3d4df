import { at as read } from '../text/numbers';

/**
 * From this length on a needle is searched for in guaranteed linear time; below it the engine's own search is faster.
 */
const longNeedle = 256;

/**
 * All offsets where `needle` begins, overlapping ones too, in order; linear on any text and needle. An empty needle is
 * nowhere.
 */
export function* search(text: string, needle: string): Generator<number, undefined, undefined> {
  if (needle.length >= longNeedle) return yield* knuthMorrisPratt(text, needle);
  if (needle === '') return;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) yield at;
}

function* knuthMorrisPratt(text: string, needle: string): Generator<number, undefined, undefined> {
  const fallback = new Int32Array(needle.length);
  let matched = 0;
  const step = (code: number): void => {
    while (matched > 0 && (matched === needle.length || code !== needle.charCodeAt(matched)))
      matched = read(fallback, matched - 1);
    if (code === needle.charCodeAt(matched)) matched++;
  };
  for (let at = 1; at < needle.length; at++) {
    step(needle.charCodeAt(at));
    fallback[at] = matched;
  }
  matched = 0;
  for (let at = 0; at < text.length; at++) {
    step(text.charCodeAt(at));
    if (matched === needle.length) yield at + 1 - matched;
  }
}
