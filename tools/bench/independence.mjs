// How long it takes to count the roots behind the citations of one claim: of a chain, a circle, and a crowd.
// usage: npm run bench -- independence [--citations 10000]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({ options: { citations: { type: 'string', default: '10000' } } });
const count = Number(values.citations);
const { deriveIndependence } = await domain();

const piece = (from, to) => ({ sourceId: `s${from}`, stance: 'supports', lineage: to === undefined ? [] : [`s${to}`] });
const numbers = Array.from({ length: count }, (_, n) => n);
const stories = {
  'a chain': numbers.map((n) => piece(n, n + 1)),
  'a circle': numbers.map((n) => piece(n, (n + 1) % count)),
  'a crowd behind ten agencies': numbers.map((n) => piece(n + 10, n % 10)),
  'as many names of one': numbers.map((n) => piece(n)),
};
const same = new Map(numbers.map((n) => [`s${n}`, ['name:one', `domain:${n}.example`]]));

for (const [name, cited] of Object.entries(stories)) {
  const likeness = name === 'as many names of one' ? same : new Map();
  const times = [];
  let found;
  for (let round = 0; round < 15; round++) {
    const started = performance.now();
    found = deriveIndependence(cited, likeness);
    times.push(performance.now() - started);
  }
  const median = times.toSorted((a, b) => a - b)[7] ?? 0;
  console.log(`${name}: ${count} citations, ${found?.independent} independent, ${median.toFixed(1)} ms (median of 15)`);
}

async function domain() {
  const file = join(root, 'tmp/bench/domain.mjs');
  mkdirSync(join(root, 'tmp/bench'), { recursive: true });
  const bundle = await rolldown({ input: join(root, 'libs/domain/src/index.ts'), tsconfig: false });
  await bundle.write({ file });
  return import(pathToFileURL(file).href);
}
