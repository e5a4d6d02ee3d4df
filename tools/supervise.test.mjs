import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import { freePort, until } from './processes.mjs';
import { supervise } from './supervise.mjs';

/** A server in a process of its own: it dies on /die, and answers nobody any more after /hang. */
const program = `
  let stuck = false;
  require('node:http').createServer((request, response) => {
    if (request.url === '/die') process.exit(1);
    if (request.url === '/hang') stuck = true;
    if (!stuck || request.url === '/hang') response.end(String(process.pid));
  }).listen(Number(process.argv[1]), '127.0.0.1', () => console.log('up'));`;

async function start(port) {
  const child = spawn(process.execPath, ['-e', program, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit').then(() => {});
  await Promise.race([once(child.stdout, 'data'), ended]);
  const end = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { ended, stop: end, kill: () => child.kill('SIGKILL') };
}

describe('the supervisor', () => {
  const times = { interval: 50, patience: 1_000, firstPause: 20, longestPause: 200 };
  for (const [what, path] of [
    ['that dies', '/die'],
    ['that hangs', '/hang'],
  ]) {
    test(`starts a server again ${what}, and stops the new one`, async () => {
      const port = await freePort();
      const ask = (to) => fetch(`http://127.0.0.1:${port}${to}`, { signal: AbortSignal.timeout(2_000) });
      const pid = () =>
        ask('/').then(
          (answer) => answer.text(),
          () => undefined,
        );
      const told = [];
      const supervised = await supervise({
        start: () => start(port),
        health: `http://127.0.0.1:${port}/health`,
        tell: (line) => told.push(line),
        times,
      });
      const first = await pid();
      await ask(path).catch(() => {});
      let second;
      const changed = async () => {
        second = await pid();
        return second !== undefined && second !== first;
      };
      assert.ok(await until(changed, 60_000), told.join('\n'));
      assert.match(told.join('\n'), /Starting it again in 0\.02 s/);
      await supervised.stop();
      await supervised.ended;
      assert.equal(await pid(), undefined);
    });
  }

  test('says so when the first start fails', async () => {
    const failing = () => Promise.reject(new Error('no port'));
    await assert.rejects(supervise({ start: failing, health: '', tell: () => {} }), /no port/);
  });
});
