/** Endings of Norwegian and English words, the longest first; what is left has three letters or more. */
const ending =
  /(?:hetene|heten|elsene|elsen|ingene|ingen|inger|ingar|ings|ing|ations|ation|asjoner|asjonen|asjon|ment|ness|ene|ane|ers|ende|ande|edes|ede|ed|es|et|en|er|ar|te|de|ly|e|a|s|t)$/u;

/** A word without case, accents and inflection, so that forms of it are often equal. Not a word of its own. */
export function stemOf(word: string): string {
  const plain = word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s$|['’]$/u, '')
    .replace(/ø/gu, 'o')
    .replace(/æ/gu, 'ae');
  const bare = plain.replace(ending, '');
  const stem = bare.length >= 3 ? bare : plain;
  return stem.replace(/(.)\1$/u, '$1');
}

/**
 * How alike two stems are, from 0 to 1: equal, one that begins as the other, one within the other, or by their letters.
 */
export function stemLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 4 && long.startsWith(short)) return 0.8;
  if (short.length >= 4 && long.endsWith(short)) return 0.7;
  const shared = commonStart(short, long);
  if (shared >= 4 && shared >= short.length - 2) return 0.6;
  const pairs = sharedPairs(short, long);
  return pairs >= 0.6 ? pairs * 0.8 : 0;
}

function commonStart(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  return shared;
}

/** The share of pairs of letters that two words have in common. */
function sharedPairs(a: string, b: string): number {
  if (a.length < 4) return 0;
  const left = new Map<string, number>();
  for (let i = 1; i < a.length; i++) left.set(a.slice(i - 1, i + 1), (left.get(a.slice(i - 1, i + 1)) ?? 0) + 1);
  let shared = 0;
  for (let i = 1; i < b.length; i++) {
    const pair = b.slice(i - 1, i + 1);
    const count = left.get(pair) ?? 0;
    if (count > 0) shared += 1;
    left.set(pair, count - 1);
  }
  return (2 * shared) / (a.length + b.length - 2);
}
