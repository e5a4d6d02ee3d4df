// How long a search takes from call to answer, right after everything was put in, and again.
// usage: npm run bench -- search [--articles 2000] [--claims 20000] [--large]    (--large: 20,000 articles, 500,000
// claims)
import { parseArgs } from 'node:util';
import { fill } from './server/fill.mjs';
import { median, startProgram } from './server/program.mjs';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    claims: { type: 'string', default: '20000' },
    large: { type: 'boolean', default: false },
  },
});
const sizes = values.large
  ? { articles: 20_000, claims: 500_000 }
  : { articles: Number(values.articles), claims: Number(values.claims) };

const searches = {
  'a common word': 'kroner',
  'a rare one': 'sak 777',
  'half a word': 'syk',
  'a word of names': 'kirkenes',
  'a misspelled name': 'kirkeness',
  'three words': 'rederiet fraktet laks',
  nothing: 'xyzzy',
};

const program = await startProgram();
try {
  await fill(program.databaseUrl, sizes);
  console.log(`| ${sizes.articles} articles, ${sizes.claims} claims | first | median of 15 | slowest of 15 | found |`);
  console.log('|---|---|---|---|---|');
  for (const [name, q] of Object.entries(searches)) await ask(name, `/api/search?q=${encodeURIComponent(q)}`);
  await ask('articles alone, as the start page asks', '/api/articles?q=kroner');
} finally {
  await program.stop();
}

/** @param {string} name @param {string} path */
async function ask(name, path) {
  const times = [];
  let found;
  for (let round = 0; round < 16; round++) {
    const started = performance.now();
    found = await program.call('GET', path);
    times.push(performance.now() - started);
  }
  const [first = 0, ...later] = times;
  const slow = later.toSorted((a, b) => a - b).at(-1) ?? 0;
  const count = found.items?.length ?? found.articles.length + found.claims.length + found.sources.length;
  console.log(
    `| ${name} | ${first.toFixed(0)} ms | ${median(later).toFixed(0)} ms | ${slow.toFixed(0)} ms | ${count} |`,
  );
}
