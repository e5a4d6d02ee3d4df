// `npm test`: everything, in two lanes for two cores. `npm test -- units` runs one part, and what follows goes to its
// runner.
import { rmSync } from 'node:fs';
import { build } from './build.mjs';
import { Failure, runMain } from './failure.mjs';
import { run } from './processes.mjs';
import { seconds } from './step.mjs';
import { e2e } from './test/e2e.mjs';
import { lint, typecheck } from './test/static.mjs';
import { services, tools, units } from './test/units.mjs';
import { bin, env, resultFolder, root } from './test/workspace.mjs';

const runners = { lint, typecheck, units, services, tools, e2e };
const lanes = [
  ['e2e', 'units', 'tools', 'typecheck'],
  ['lint', 'services'],
];

async function main([only, ...rest] = process.argv.slice(2)) {
  if (only !== undefined && !runners[only])
    throw new Failure(`There is no part "${only}". Parts: ${Object.keys(runners).join(', ')}.`);
  const folder = resultFolder();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await generateClient();
  if (only === undefined || only === 'e2e' || only === 'tools') await build();
  const chosen = lanes.map((lane) => lane.filter((name) => only === undefined || name === only));
  const outcomes = (await Promise.all(chosen.map((names) => runLane(names, { folder, rest })))).flat();
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exit(sum('failed') > 0 ? 1 : 0);
}

/** Before the lanes part: one of them would else read the client while the other writes it. */
async function generateClient() {
  const { code, output } = await run(bin('nx'), ['run', 'api:prisma'], { cwd: root, env });
  if (code !== 0) throw new Failure('The database client could not be generated, for the reasons above.', output);
}

async function runLane(names, context) {
  const outcomes = [];
  for (const name of names) {
    console.log(`${name} ...`);
    const start = performance.now();
    const found = await runners[name](context);
    if (found.details) console.log(`\n${found.details}\n`);
    console.log(`${name}: ${found.passed} passed, ${found.failed} failed (${seconds(performance.now() - start)})`);
    outcomes.push(found);
  }
  return outcomes;
}

await runMain(import.meta, main);
