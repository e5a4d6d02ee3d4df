import { lookAlikes } from './look-alikes';

/** Characters that are not seen: Unicode's Default_Ignorable_Code_Point. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * What a name is recognized by, whatever its case, its spaces, characters that are not seen, and letters of other
 * scripts that look the same (UTS #39, skeleton): names with a common key are taken for one.
 */
export function nameKeys(name: string): readonly string[] {
  const seen = name.normalize('NFKC').replace(unseen, '').replace(/\s+/gu, '');
  const latin = [...seen].map((character) => lookAlikes.get(character) ?? character).join('');
  // An I, an l and a 1 look the same before the case is given up, and only then.
  const alike = latin.replace(/[I1|]/g, 'l').replaceAll('0', 'O').toLowerCase().replaceAll('rn', 'm');
  return [...new Set([`name:${latin.toLowerCase()}`, `look:${alike}`])];
}
