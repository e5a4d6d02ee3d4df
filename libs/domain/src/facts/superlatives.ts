const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

const english =
  set(`most least best worst largest biggest smallest oldest youngest highest lowest longest shortest fastest
  slowest richest poorest hottest coldest driest wettest deepest deadliest costliest busiest earliest strongest weakest
  cheapest heaviest lightest greatest fewest tallest warmest newest safest hardest toughest closest furthest farthest
  wealthiest nearest bloodiest happiest healthiest loudest brightest darkest widest narrowest finest rarest`);
const norwegian = set(`størst største minste eldst eldste yngst yngste flest fleste mest meste best beste verst verste
  høyest høyeste høgast høgaste lavest laveste lågast lågaste lengst lengste kortest korteste kortast kortaste
  dyreste dyrest dyrast dyraste billigst billigste billigast billigaste raskest raskeste raskast raskaste
  tyngst tyngste viktigst viktigste viktigast viktigaste kaldest kaldeste kaldast kaldaste varmest varmeste varmast varmaste
  tørrest tørreste turraste våtest våteste våtaste dypest dypeste djupast djupaste rikest rikeste rikaste fattigste
  fattigaste sterkest sterkeste sterkast sterkaste svakeste svakaste dødeligste tidligste nyeste nyaste bredeste breiaste`);

/** Whether a word says that nothing has more of it. "At least" does not. Comparatives are none. */
export function isSuperlative(word: string, before: string, isEnglish: boolean): boolean {
  if (!isEnglish) return norwegian.has(word) || /^\p{L}{5,}(?:igste|igaste|ligst)$/u.test(word);
  return english.has(word) && !(before === 'at' && /^(least|most|best|worst)$/u.test(word));
}
