import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure, foreseen } from './failure.mjs';
import { run } from './processes.mjs';

const dist = fileURLToPath(new URL('../dist/apps/api', import.meta.url));
const patience = 20_000;

/**
 * @typedef {object} Server
 * @property {Promise<void>} ended resolves when the process is gone, asked to or not
 * @property {() => Promise<void>} stop lets it finish the requests that are open
 * @property {() => void} kill ends one that is stuck, at once
 */

const environment = (url, { port, host, dataDir }) => ({
  ...process.env,
  DATABASE_URL: url,
  PORT: String(port),
  HOST: host,
  DATA_DIR: dataDir,
});

/**
 * Starts the built API and resolves once it listens. It ends by itself when this process is gone.
 * @returns {Promise<Server>}
 */
export function serve(url, settings) {
  // Its own session, so that Ctrl-C reaches this program alone, which then stops things in their order.
  const child = spawn(process.execPath, ['--enable-source-maps', join(dist, 'main.js')], {
    detached: true,
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: environment(url, settings),
  });
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  return new Promise((resolve, reject) => {
    let errors = '';
    const collect = (text) => {
      errors += text;
    };
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', reject);
    child.once('close', () =>
      reject(
        foreseen(errors) ??
          new Failure(errors.trim().replace(/^Belegg cannot start: /, '') || 'The server ended before it could serve.'),
      ),
    );
    child.once('message', () => {
      child.stderr.off('data', collect).pipe(process.stderr);
      resolve({ ended, stop: () => stop(child, ended), kill: () => child.kill('SIGKILL') });
    });
  });
}

async function stop(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await ended;
  clearTimeout(timer);
}

/** Runs a command of the built API, such as `demo`. @returns {Promise<{ code: number, output: string }>} */
export function runCommand(args, url, settings) {
  return run(process.execPath, ['--enable-source-maps', join(dist, 'cli.js'), ...args], {
    env: environment(url, settings),
  });
}

/** The same, with its output straight to the terminal. @returns {Promise<number>} its exit code */
export function passCommand(args, url, settings) {
  const child = spawn(process.execPath, ['--enable-source-maps', join(dist, 'cli.js'), ...args], {
    stdio: 'inherit',
    env: environment(url, settings),
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code) => resolve(code ?? 1));
  });
}
