// What a report costs in each format: time, peak memory and size for 25, 500 and 2,000 claims; and what the PDF costs
// beside a bare Typst compilation of the same content. Each figure comes from a process of its own, so that memory is
// its own too.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'tmp/bench');
const formats = ['html', 'pdf', 'docx', 'md', 'csv', 'xlsx', 'json', 'webannotation', 'claimreview'];
const sizes = [25, 500, 2000];

const script = await bundle();
const measure = (...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};

console.log(`format         ${sizes.map((size) => `${size} claims: ms, MB peak, kB`.padStart(32)).join('')}`);
for (const format of formats) {
  const cells = sizes.map((size) => measure(format, String(size)));
  console.log(
    `${format.padEnd(15)}${cells.map(({ ms, peak, bytes }) => `${ms.toFixed(0)}, ${peak.toFixed(0)}, ${(bytes / 1024).toFixed(0)}`.padStart(32)).join('')}`,
  );
}
const { whole, bare } = measure('typst', '2000');
console.log(
  `PDF of 2000 claims: ${whole.toFixed(0)} ms from the report, ${bare.toFixed(0)} ms the Typst compilation alone, ratio ${(whole / bare).toFixed(2)} (medians of 5, interleaved)`,
);

/** The renderers as a program of one file, and a report to give them. */
async function bundle() {
  mkdirSync(folder, { recursive: true });
  const entry = join(root, 'tools/bench/reports/measure.ts');
  const file = join(folder, 'reports.mjs');
  const built = await rolldown({
    input: entry,
    platform: 'node',
    tsconfig: join(root, 'apps/api/tsconfig.json'),
    external: [/^node:/, /^(?!@belegg\/|@oxc-project\/)[@a-z]/],
  });
  await built.write({ file, format: 'esm', codeSplitting: false });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  return file;
}
