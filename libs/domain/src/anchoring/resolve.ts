import { CodePointText } from '../text/code-points';
import type { Range } from '../text/range';
import { isPassage } from './describe';
import { Graphemes } from '../text/graphemes';
import { splitsPair } from '../text/kinds';
import { search } from './search';
import type { Selector, TextQuoteSelector } from './selector';

/** The part of a selector that is wrong. */
export type SelectorFault = 'position' | 'exact' | 'prefix' | 'suffix';

/**
 * Finds the passage in any text: where the position says, if the quote and what should surround it stand there; else
 * at the only other place where they do. Nothing is returned where there is no such place, or more than one.
 * A place found by its quote never begins or ends inside a grapheme.
 */
export function resolve(text: string, selector: Selector): Range | undefined {
  const points = new CodePointText(text);
  const [{ start, end }, quote] = selector;
  return faultAt(points, selector) === undefined ? { start, end } : onlyPlace(points, quote);
}

/**
 * Whether position and quote of a selector agree with each other and the text, as they must when an annotation is made.
 * @returns nothing, or the part that is wrong: `exact` when the quote is nowhere in the text, `position` when it stands
 * elsewhere, `prefix` or `suffix` when the passage is there but not what should surround it.
 */
export function check(text: string, selector: Selector): SelectorFault | undefined {
  const fault = faultAt(new CodePointText(text), selector);
  return fault === 'position' && !occurs(text, selector[1].exact) ? 'exact' : fault;
}

/** What is wrong when the quote is expected at the position; `position` when it is not there. */
function faultAt(
  points: CodePointText,
  [{ start, end }, { exact, prefix, suffix }]: Selector,
): SelectorFault | undefined {
  if (!isPassage({ start, end }, points.length) || points.slice(start, end) !== exact) return 'position';
  const { text } = points;
  const from = points.toUtf16(start);
  const to = points.toUtf16(end);
  if (!text.endsWith(prefix, from) || splitsPair(text, from - prefix.length)) return 'prefix';
  if (!text.startsWith(suffix, to) || splitsPair(text, to + suffix.length)) return 'suffix';
  return undefined;
}

function occurs(text: string, exact: string): boolean {
  for (const at of search(text, exact)) {
    if (!splitsPair(text, at) && !splitsPair(text, at + exact.length)) return true;
  }
  return false;
}

function onlyPlace(points: CodePointText, { exact, prefix, suffix }: TextQuoteSelector): Range | undefined {
  if (exact === '') return undefined;
  const { text } = points;
  const graphemes = new Graphemes(text);
  const whole = prefix + exact + suffix;
  let found: Range | undefined;
  for (const at of search(text, whole)) {
    const from = at + prefix.length;
    const to = from + exact.length;
    const misplaced =
      splitsPair(text, at) ||
      splitsPair(text, at + whole.length) ||
      !graphemes.isBorder(from) ||
      !graphemes.isBorder(to);
    if (misplaced) continue;
    if (found) return undefined;
    found = { start: points.fromUtf16(from), end: points.fromUtf16(to) };
  }
  return found;
}
