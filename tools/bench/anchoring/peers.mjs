// What others do with a passage when the text under it changes. Each: (oldText, newText, targets, deadline in ms) ->
// {anchors, done}: for each target that was reached in time a {start, end}, or nothing where it was given up.
import search from 'approx-string-match';
import DiffMatchPatch from 'diff-match-patch';

/** Stays at its offset, whatever stands there now. */
export function offsetAlone(oldText, newText, targets) {
  return {
    anchors: targets.map((target) => (target.end <= newText.length ? target : undefined)),
    done: targets.length,
  };
}

/**
 * Compares all characters, and takes a passage to be where those of its characters are that stayed, if they are at
 * least half.
 */
export function diffMatchPatch(oldText, newText, targets, deadline) {
  const differ = new DiffMatchPatch();
  differ.Diff_Timeout = deadline / 1000;
  const places = new Int32Array(oldText.length).fill(-1);
  let before = 0;
  let after = 0;
  for (const [kind, text] of differ.diff_main(oldText, newText)) {
    if (kind === 0) for (let k = 0; k < text.length; k++) places[before + k] = after + k;
    if (kind <= 0) before += text.length;
    if (kind >= 0) after += text.length;
  }
  const anchors = targets.map(({ start, end }) => {
    const kept = places.subarray(start, end).filter((place) => place >= 0);
    return kept.length * 2 < end - start ? undefined : { start: kept[0], end: kept.at(-1) + 1 };
  });
  return { anchors, done: targets.length };
}

const contextLength = 32;
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 };

/**
 * Hypothesis: searches each quote with up to half of its characters wrong, and weighs quote, context and old position.
 */
export function matchQuote(oldText, newText, targets, deadline) {
  const started = performance.now();
  const anchors = [];
  for (const { start, end } of targets) {
    if (performance.now() - started > deadline) break;
    const quote = oldText.slice(start, end);
    anchors.push(
      bestMatch(
        newText,
        quote,
        oldText.slice(Math.max(0, start - contextLength), start),
        oldText.slice(end, end + contextLength),
        start,
      ),
    );
  }
  return { anchors, done: anchors.length };
}

function bestMatch(text, quote, prefix, suffix, hint) {
  const likeness = ({ start, end, errors }) => {
    const before = text.slice(Math.max(0, start - prefix.length), start);
    const after = text.slice(end, end + suffix.length);
    return (
      weights.quote * (1 - errors / quote.length) +
      weights.prefix * contextLikeness(before, prefix) +
      weights.suffix * contextLikeness(after, suffix) +
      weights.position * (1 - Math.abs(start - hint) / text.length)
    );
  };
  let best;
  for (const match of matchesOf(text, quote, Math.min(256, quote.length / 2))) {
    const score = likeness(match);
    if (!best || score > best.score) best = { start: match.start, end: match.end, score };
  }
  return best;
}

/** Exact matches where there are any, else the approximate ones with the fewest errors. */
function matchesOf(text, quote, errors) {
  const exact = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    exact.push({ start: at, end: at + quote.length, errors: 0 });
  return exact.length ? exact : search(text, quote, errors);
}

function contextLikeness(text, wanted) {
  if (!text || !wanted) return 1;
  return 1 - (search(text, wanted, wanted.length)[0]?.errors ?? wanted.length) / wanted.length;
}
