import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';

/**
 * Runs a program to its end. Never rejects for its exit code.
 * @returns {Promise<{ code: number, output: string }>} stdout and stderr in one
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const kill = () => child.kill();
    process.once('exit', kill);
    child.on('close', () => process.off('exit', kill));
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The command line of a live process, or undefined. Process ids are used again, so a number alone proves nothing. */
export function commandOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return undefined;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') || undefined; // empty for a zombie
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || undefined;
  }
}

/** Resolves to true as soon as the condition holds, to false when it does not within that many milliseconds. */
export async function until(condition, milliseconds, pause = 25) {
  for (const end = performance.now() + milliseconds; performance.now() < end;) {
    if (await condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return false;
}

/** A TCP port on 127.0.0.1 that nobody listens on at the moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .on('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
        server.close(() => resolve(port));
      });
  });
}

/**
 * Takes a lock file for this process until it ends. A lock whose process is gone is taken over.
 * @returns {number | undefined} the process that holds it, if another one does
 */
export function lock(file) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    process.on('exit', () => rmSync(file, { force: true }));
    return undefined;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = Number(readFileSync(file, 'utf8'));
  if (holder !== process.pid && commandOf(holder)?.includes('.mjs')) return holder;
  rmSync(file, { force: true });
  return lock(file);
}
