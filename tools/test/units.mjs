import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run } from '../processes.mjs';
import { outcome } from './outcome.mjs';
import { bin, env, projects, root } from './workspace.mjs';

const tested = projects.filter((project) => existsSync(join(root, project, 'jest.config.mjs')));
/** Nest 12 and Prisma's client are native ES modules, which the preset for Angular cannot take. */
const nativeModules = { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' };

/** The services, on a real PostgreSQL. */
export const services = (context) =>
  jest(
    context,
    'services',
    tested.filter((project) => project === 'apps/api'),
    nativeModules,
  );

/** The libraries and the page, in one process, so that two workers are enough for all. */
export const units = (context) =>
  jest(
    context,
    'units',
    tested.filter((project) => project !== 'apps/api'),
    {},
  );

/** Runs Jest over rooms. A room in which nothing ran has failed. */
async function jest({ folder, rest }, name, rooms, more) {
  const results = join(folder, `${name}.json`);
  const { code, output } = await run(
    bin('jest'),
    ['--projects', ...rooms, '--json', `--outputFile=${results}`, '--silent', '--maxWorkers=2', ...rest],
    { cwd: root, env: { ...env, ...more } },
  );
  if (!existsSync(results)) return outcome({ passed: 0, failed: 0, code: code || 1, details: output });
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'));
  const silent = rooms.filter(
    (room) =>
      !testResults.some(
        ({ name: file, assertionResults }) =>
          assertionResults.length > 0 && relative(root, file).startsWith(`${room}/`),
      ),
  );
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((result) => result.status !== 'failed'),
  );
  const details = [
    ...silent.map((room) => `${room}: no test ran`),
    ...testResults
      .filter(({ status }) => status === 'failed')
      .map(({ name: file, message }) => `${relative(root, file)}\n${message}`),
  ];
  return outcome({
    passed: numPassedTests,
    failed: numFailedTests + broken.length + silent.length,
    code,
    details: details.join('\n') || output,
  });
}

/** The tests of the tools, and the proof of the borders. */
export async function tools() {
  const files = readdirSync(join(root, 'tools'))
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => `tools/${name}`);
  const { code, output } = await run(
    process.execPath,
    ['--test', '--test-reporter=tap', '--test-concurrency=1', ...files],
    { cwd: root, env },
  );
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  return outcome({
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    code,
    details: failuresOf(output) || output,
  });
}

/** Of TAP: each failed test with what stands below it. */
function failuresOf(output) {
  return [...output.matchAll(/^( *)not ok .*\n(?:\1 {2}.*\n|\s*\n)*/gm)].map(([text]) => text).join('\n');
}
