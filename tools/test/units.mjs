import { spawn } from 'node:child_process';
import { once } from 'node:events';
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

/**
 * Runs Jest over rooms. A room in which nothing ran has failed, unless the caller asked for certain tests alone: then
 * something has to have run anywhere. With --watch it belongs to the terminal until somebody ends it.
 */
async function jest({ folder, rest }, name, rooms, more) {
  const results = join(folder, `${name}.json`);
  if (rest.some((arg) => arg.startsWith('--watch')))
    return watch(['--projects', ...rooms, ...rest], { ...env, ...more });
  const { code, output } = await run(
    bin('jest'),
    [
      '--projects',
      ...rooms,
      '--json',
      `--outputFile=${results}`,
      '--silent',
      '--maxWorkers=2',
      // Modules of finished files are never given back: a worker that holds this much is replaced.
      '--workerIdleMemoryLimit=1500MB',
      ...rest,
    ],
    { cwd: root, env: { ...env, ...more } },
  );
  if (!existsSync(results)) return outcome({ passed: 0, failed: 0, code: code || 1, details: output });
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'));
  const silent = (rest.length > 0 ? [] : rooms).filter(
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

/** @param {string[]} args @param {NodeJS.ProcessEnv} surroundings */
async function watch(args, surroundings) {
  const child = spawn(bin('jest'), args, { cwd: root, env: surroundings, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return outcome({ passed: code === 0 ? 1 : 0, failed: 0, code: code ?? 1, details: '' });
}

/**
 * The tests of the tools, and the proof of the borders. What follows the part's name picks files by a part of their
 * path.
 */
export async function tools({ rest }) {
  const files = readdirSync(join(root, 'tools'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.mjs') && rest.every((part) => name.includes(part)))
    .sort()
    .map((name) => `tools/${name}`);
  if (files.length === 0) return outcome({ passed: 0, failed: 0, code: 0, details: 'No test file is called that.' });
  const { code, output } = await run(
    process.execPath,
    ['--test', '--test-reporter=tap', '--test-concurrency=1', ...files],
    { cwd: root, env },
  );
  for (const [, skipped, why] of output.matchAll(/^ *ok \d+ - (.*) # SKIP(.*)$/gm))
    console.log(`tools: left out: ${skipped} (${why.trim() || 'no reason given'})`);
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
