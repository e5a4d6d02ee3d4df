// Words replaced at the edges of passages: how often a suggested place leaves one out, and how often there is none.

/** Prints, for each edge and length of passage, shares over so many articles of 150 sentences. */
export function edgeTable({ reanchor, edgeWords, edges, Random }, seeds) {
  console.log(`\nwords replaced at the edges of passages, ${seeds} seeds`);
  console.log('omitted, beyond: share of the suggestions without the new word, or with a word too many');
  console.log('edge  | words | passages | omitted % | beyond % | unsure % | orphaned %');
  for (const edge of edges) {
    const groups = new Map();
    for (let seed = 1; seed <= seeds; seed++) {
      const { oldText, newText, cases } = edgeWords(edge, 150, new Random(seed));
      reanchor(
        oldText,
        newText,
        cases.map(({ target }) => target),
      ).forEach((anchor, index) => {
        for (const group of [lengthOf(cases[index].words), 'all']) {
          if (!groups.has(group)) groups.set(group, { all: 0, placed: 0, omitted: 0, beyond: 0, unsure: 0 });
          count(groups.get(group), anchor, cases[index].expected);
        }
      });
    }
    for (const [group, tally] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) row(edge, group, tally);
  }
}

const lengthOf = (words) => (words <= 3 ? ' 2-3' : words <= 6 ? ' 4-6' : ' 7-12');

function count(tally, anchor, expected) {
  tally.all++;
  if (!anchor.range) return;
  tally.placed++;
  if (anchor.range.start > expected.start || anchor.range.end < expected.end) tally.omitted++;
  if (anchor.range.start < expected.start || anchor.range.end > expected.end) tally.beyond++;
  if (anchor.unsure) tally.unsure++;
}

function row(edge, group, { all, placed, omitted, beyond, unsure }) {
  const share = (part, whole) => (whole ? ((100 * part) / whole).toFixed(2) : '-').padStart(8);
  console.log(
    `${edge.padEnd(5)} | ${group.padEnd(5)} | ${String(all).padStart(8)} |  ${share(omitted, placed)} | ${share(beyond, placed)} | ${share(unsure, placed)} |   ${share(all - placed, all)}`,
  );
}
