/** The most levels of quotations and lists within each other, and the most signs that can begin or end markup. */
const mostLevels = 50;
const mostSigns = 1_000;

/** What a line of Markdown can begin with: white space, and the markers of quotations and lists. */
const markers = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/;
const signs = new Set('*_~`[]<');
/** What can stand before the `@` of an address; parsers look for one from each character of such a run to its end. */
const beforeAt = /[\w.!#$%&'*+/=?`{|}~-]+/g;
const mostSteps = 30_000_000;

/**
 * Whether Markdown can be parsed in a moment and without running out of stack: parsers go down a call a level, and try
 * each sign of emphasis against each other one. It takes time in proportion to the length (measured: 20,000 code units
 * that pass take under 50 ms to parse; 19,000 times `>` ran out of stack, 10,000 times `_a` took half a second, and
 * 19,000 times `a` before an `@` a third).
 */
export function isModestMarkdown(text: string): boolean {
  let count = 0;
  for (const character of text) if (signs.has(character) && ++count > mostSigns) return false;
  if (stepsTo(text) > mostSteps) return false;
  return text.split(/\r\n|\r|\n/).every((line) => levelsOf(markers.exec(line)?.[0] ?? '') <= mostLevels);
}

/** How many characters are looked at in search of addresses. */
function stepsTo(text: string): number {
  if (!text.includes('@')) return 0;
  let steps = 0;
  for (const [run] of text.matchAll(beforeAt)) steps += run.length ** 2;
  return steps;
}

/** Two columns of indentation can be a level of a list. */
function levelsOf(beginning: string): number {
  const indentation = beginning.replaceAll('\t', '    ').length - beginning.replaceAll(/[ \t]/g, '').length;
  return [...beginning.matchAll(/>|[-*+]|\d+[.)]/g)].length + Math.floor(indentation / 4);
}
