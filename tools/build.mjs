import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { Failure, foreseen, runMain } from './failure.mjs';
import { run } from './processes.mjs';
import { step } from './step.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const products = [
  'dist/apps/api/main.js',
  'dist/apps/api/cli.js',
  'dist/apps/embed/embed.js',
  'dist/apps/web/browser/index.html',
];
const stamp = join(root, 'dist/.sources');

/** Builds the page and the API, unless what is there was built from exactly these sources. */
export async function build() {
  if (!existsSync(join(root, 'apps'))) return; // an image holds the products alone
  const sources = hashSources();
  if (isComplete() && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  await step('Building the page and the API', async () => {
    rmSync(stamp, { force: true });
    const { code, output } = await run(
      'node_modules/.bin/nx',
      ['run-many', '-t', 'build,embed', '-p', 'api,web', '--output-style=stream'],
      { cwd: root, env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NO_COLOR: '1' } },
    );
    if (code !== 0 || !isComplete())
      throw foreseen(output) ?? new Failure('The build failed, for the reasons above.', output);
    await compressPage();
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(stamp, sources);
  });
}

const isComplete = () => products.every((file) => existsSync(join(root, file)));

/** Once and as well as can be, since the server compresses as fast as it can: a fifth less to load. */
async function compressPage() {
  const folder = join(root, 'dist/apps/web/browser');
  const files = readdirSync(folder)
    .filter((name) => /\.(js|css|html|svg)$/.test(name))
    .map((name) => join(folder, name));
  await Promise.all(
    files.map(async (file) => writeFile(`${file}.br`, await promisify(brotliCompress)(await readFile(file)))),
  );
}

/** Of the bytes, not the times: a fresh checkout has new times and the same sources. */
function hashSources() {
  const hash = createHash('sha256');
  for (const file of [
    'package-lock.json',
    'tsconfig.base.json',
    'nx.json',
    'prisma/schema.prisma',
    ...['apps/api', 'apps/web', 'libs'].flatMap(sourcesIn),
  ]) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function sourcesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        !/\.spec\.ts$/.test(entry.name) &&
        !/generated|node_modules|\.angular|\btest\b/.test(entry.parentPath),
    )
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort();
}

await runMain(import.meta, build);
