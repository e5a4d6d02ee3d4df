import type { Problem } from '@belegg/contract';
import { Worker } from 'node:worker_threads';
import { Readers } from '../intake';
import { hostileFiles } from '../intake/reading/hostile';
import { TestTeam } from '../test/team';
import { multipart, multipartHeaders } from '../test/multipart';

/** Asks for an address again and again, in an event loop of its own, and posts the milliseconds of each answer. */
const asking = `
  const { parentPort, workerData } = require('node:worker_threads');
  (async () => {
    for (;;) {
      const before = performance.now();
      const { ok } = await fetch(workerData);
      parentPort.postMessage(ok ? performance.now() - before : Infinity);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();`;

describe('A hostile file', () => {
  let team: TestTeam;
  let worker: Worker;
  let answers: number[] = [];
  const measured: string[] = [];
  beforeAll(async () => {
    team = await TestTeam.open();
    await team.app.nest.listen(0, '127.0.0.1');
    const health = new URL('/health', await team.app.nest.getUrl()).href;
    worker = new Worker(asking, { eval: true, workerData: health });
    worker.on('message', (milliseconds: number) => answers.push(milliseconds));
  });
  afterAll(async () => {
    await worker.terminate();
    await team.close();
    // Figures for whoever looks; a test that held them would test the machine.
    console.info(['file | outcome | seconds | worst /health in ms (answers) | peak MiB', ...measured].join('\n'));
  });

  it('has the server to itself before', async () => {
    answers = [];
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    measured.push(`none | | 2.0 | ${Math.max(0, ...answers).toFixed(0)} (${answers.length}) | 0`);
    expect(answers.every(Number.isFinite)).toBe(true);
  });

  it.each(hostileFiles())(
    'is read or refused with a sentence while the server answers others: $name',
    async ({ name, bytes }) => {
      answers = [];
      const before = performance.now();
      const { status, body } = await team.editor.call<Problem>(
        'POST',
        '/api/articles/import/preview',
        multipart([{ name, bytes: Buffer.from(bytes) }], {}),
        multipartHeaders,
      );
      const seconds = (performance.now() - before) / 1000;
      const peak = team.app.nest.get(Readers).lastPeak / 2 ** 20;
      measured.push(
        [
          name,
          status === 200 ? 'read' : body.code,
          seconds.toFixed(1),
          `${Math.max(0, ...answers).toFixed(0)} (${answers.length})`,
          peak.toFixed(0),
        ].join(' | '),
      );
      expect([200, 413, 422]).toContain(status);
      if (status !== 200) expect(body.detail?.length).toBeGreaterThan(20);
      expect(answers.every(Number.isFinite)).toBe(true);
    },
    60_000,
  );
});
