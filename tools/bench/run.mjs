// Runs a benchmark by name: npm run bench -- NAME [options]
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .map((file) => file.slice(0, -4));
// The benchmark reads its own options, and its name is none of them.
const [name] = process.argv.splice(2, 1);
if (names.includes(name)) await import(`./${name}.mjs`);
else {
  console.error(`usage: npm run bench -- NAME\n${names.map((each) => `  ${each}`).join('\n')}`);
  process.exitCode = 1;
}
