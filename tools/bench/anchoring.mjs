// Where passages are after an edit whose truth is known: Belegg beside what others do, for each kind of edit and by
// size. usage: npm run bench -- anchoring [--sentences 500] [--articles 5] [--sizes 500,5000,20000] [--kinds
// mixed,moved] [--deadline 20000] [--peers Belegg] [--seeds 20]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';
import { edgeTable } from './anchoring/edges.mjs';
import { diffMatchPatch, matchQuote, offsetAlone } from './anchoring/peers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    sentences: { type: 'string', default: '500' },
    articles: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '500,5000,20000' },
    kinds: { type: 'string' },
    deadline: { type: 'string', default: '20000' },
    peers: { type: 'string' },
    seeds: { type: 'string', default: '20' },
  },
});
const deadline = Number(values.deadline);
const domain = await library();
const { reanchor, edits, editedArticle, targetsIn, Truths, judge, movedTargets, Random } = domain;
const all = {
  Belegg: (old, now, targets) => {
    const anchors = reanchor(old, now, targets);
    return {
      anchors: anchors.map(({ range }) => range),
      outcomes: anchors.map(({ outcome }) => outcome),
      done: anchors.length,
    };
  },
  matchQuote,
  'diff-match-patch': diffMatchPatch,
  'offset alone': offsetAlone,
};
const peers = Object.fromEntries(
  Object.entries(all).filter(([name]) => name === 'Belegg' || (values.peers?.split(',').includes(name) ?? true)),
);

console.log(
  `node ${process.version}; targets are twice the sentences; medians over articles, peers interleaved; deadline ${deadline} ms a run`,
);
console.log(
  'wrong: share of all anchored in a wrong place. revived: share of the deleted that were anchored. moved: share of the moved that were found.',
);
console.log('@apache-annotator/dom needs a document and searches exact quotes only: it does not run here.');
warmUp();
edgeTable(domain, Number(values.seeds));
for (const kind of values.kinds?.split(',') ?? Object.keys(edits))
  table(kind, Number(values.sentences), Number(values.articles));
for (const size of values.sizes.split(',').map(Number))
  table('mixed', size, size > 5000 ? 1 : Math.min(3, Number(values.articles)));

async function library() {
  const folder = join(root, 'tmp/bench');
  mkdirSync(folder, { recursive: true });
  const entry = join(folder, 'anchoring-entry.ts');
  const modules = ['reanchor', 'test/edge-words', 'test/edits', 'test/random', 'test/truth'].map((name) =>
    join(root, 'libs/domain/src/anchoring', name),
  );
  writeFileSync(entry, modules.map((path) => `export * from ${JSON.stringify(path)};\n`).join(''));
  const bundle = await rolldown({ input: entry, tsconfig: false });
  await bundle.write({ file: join(folder, 'anchoring.mjs') });
  return import(pathToFileURL(join(folder, 'anchoring.mjs')).href);
}

/** Lets the engine compile everything before it is timed. */
function warmUp() {
  for (let seed = 1; seed <= 5; seed++) {
    const edited = editedArticle('rough', 200, new Random(seed));
    const targets = targetsIn(edited.oldText, edited.paragraphs, 200, new Random(seed));
    for (const peer of Object.values(peers)) peer(edited.oldText, edited.newText, targets, deadline);
  }
}

function table(kind, sentences, articles) {
  const tallies = Object.fromEntries(Object.keys(peers).map((name) => [name, { times: [], counts: {}, cut: false }]));
  const order = Object.keys(peers);
  for (let seed = 1; seed <= articles; seed++) {
    const edited = editedArticle(kind, sentences, new Random(seed * 1000 + sentences));
    const targets = targetsIn(edited.oldText, edited.paragraphs, sentences * 2, new Random(seed));
    const known = new Truths(edited);
    const truths = targets.map((target) => known.of(target));
    const moved = movedTargets(edited, targets, truths);
    for (const name of order) {
      const started = performance.now();
      const found = peers[name](edited.oldText, edited.newText, targets, deadline);
      const elapsed = performance.now() - started;
      tallies[name].times.push(elapsed * (targets.length / found.done));
      if (found.done < targets.length) tallies[name].cut = true;
      count(tallies[name].counts, found, truths, moved);
    }
    order.push(order.shift());
  }
  console.log(`\n${kind}, ${sentences} sentences, ${sentences * 2} targets`);
  console.log('peer             | right % | wrong % | revived % | moved % |     ms | times Belegg');
  const own = median(tallies.Belegg.times);
  for (const [name, { times, counts, cut }] of Object.entries(tallies)) {
    const share = (part, whole) => (whole ? ((100 * part) / whole).toFixed(2) : '-').padStart(7);
    const time = median(times);
    console.log(
      `${name.padEnd(16)} | ${share(counts.right, counts.all)} | ${share(counts.wrong ?? 0, counts.all)} |   ${share(counts.revived ?? 0, counts.deleted)} | ${share(counts.movedFound ?? 0, counts.movedTotal)} | ${(cut ? '~' : '') + time.toFixed(0).padStart(cut ? 5 : 6)} | ${(time / own).toFixed(1)}`,
    );
  }
  outcomes(tallies.Belegg.counts);
}

/**
 * @param {{ anchors: ({ start: number, end: number } | undefined)[], outcomes?: string[], done: number }} found by a
 * peer; only Belegg tells outcomes
 */
function count(counts, found, truths, moved) {
  const { anchors, outcomes, done } = found;
  const add = (key) => (counts[key] = (counts[key] ?? 0) + 1);
  for (let index = 0; index < done; index++) {
    const truth = truths[index];
    const outcome = outcomes?.[index] ?? (anchors[index] ? 'anchored' : 'orphaned');
    const verdict = judge({ outcome, range: anchors[index] }, truth);
    for (const key of ['all', verdict, outcome, `${outcome} ${verdict}`]) add(key);
    if (!truth) add('deleted');
    if (!moved[index]) continue;
    add('movedTotal');
    if (verdict === 'right') add('movedFound');
  }
}

function outcomes(counts) {
  const parts = ['unchanged', 'moved', 'changed'].map((outcome) => {
    const of = (verdict) => counts[`${outcome} ${verdict}`] ?? 0;
    return `${outcome} ${of('right') + of('wrong') + of('revived')} (${of('wrong')} wrong, ${of('revived')} deleted)`;
  });
  console.log(
    `Belegg's outcomes: ${parts.join('; ')}; orphaned ${counts.orphaned ?? 0} (${counts.lost ?? 0} of them survive)`,
  );
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}
