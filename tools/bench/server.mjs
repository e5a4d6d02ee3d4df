// What the server does a second, beside Fastify and pg on the same PostgreSQL: interleaved in one run, medians of the
// rounds. The built program with session, validation, log, heads and row security; durable commits. Options: rounds=3
// secs=3
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { annotation, article, median, startProgram, text, webAnnotation } from './server/program.mjs';

const options = Object.fromEntries(process.argv.slice(2).map((arg) => arg.split('=')));
const rounds = Number(options.rounds ?? 3);
const secs = Number(options.secs ?? 3);
const root = fileURLToPath(new URL('../..', import.meta.url));

const program = await startProgram();
const peer = fork(join(root, 'tools/bench/server/peer.mjs'), [program.databaseUrl]);
const peerPort = await new Promise((resolve) => peer.once('message', (/** @type {any} */ { port }) => resolve(port)));
try {
  await measure();
} finally {
  peer.kill();
  await program.stop();
}

async function measure() {
  const { base, cookie, call } = program;
  const written = await article(call, 500);
  const read = await article(call, 500);
  const many = await article(call, 5_000);
  for (let made = 0; made < 200; made += 1) await article(call, 10);
  const web = (target, count) =>
    Array.from({ length: count }, (_, index) => webAnnotation(target, index % target.sentences.length, index));
  await call('POST', `/api/articles/${read.id}/annotations/import`, web(read, 1_000));

  const body = JSON.stringify(annotation(written, 3));
  const json = { 'content-type': 'application/json' };
  const kinds = [
    ...[1, 16, 64].map((connections) => ({
      name: `create an annotation, ${connections} connections`,
      connections,
      ours: {
        url: `${base}/api/articles/${written.id}/annotations`,
        method: 'POST',
        body,
        headers: { ...json, cookie },
      },
      peers: { url: `http://127.0.0.1:${peerPort}/articles/w/annotations`, method: 'POST', body, headers: json },
    })),
    {
      name: 'read 1,000 annotations, 16 connections',
      connections: 16,
      ours: { url: `${base}/api/articles/${read.id}/annotations`, headers: { cookie } },
      peers: { url: `http://127.0.0.1:${peerPort}/articles/r/annotations` },
    },
    {
      name: 'list articles (203, a page of 50), 16 connections',
      connections: 16,
      ours: { url: `${base}/api/articles`, headers: { cookie } },
    },
  ];
  for (let index = 0; index < 1_000; index += 1)
    await fetch(`http://127.0.0.1:${peerPort}/articles/r/annotations`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(annotation(read, index % read.sentences.length)),
    });
  const found = new Map(kinds.map(({ name }) => [name, { ours: [], peers: [] }]));
  for (let round = 0; round <= rounds; round += 1)
    for (const { name, connections, ours, peers } of kinds)
      for (const [who, target] of Object.entries({ ours, ...(peers && { peers }) })) {
        const result = await autocannon({ ...target, connections, duration: round === 0 ? 1 : secs, timeout: 60 });
        if (result.non2xx + result.errors > 0)
          console.log(`${name}, ${who}: ${result.non2xx} refused, ${result.errors} errors`);
        // The first round warms up.
        if (round > 0) found.get(name)[who].push(result.requests.average);
      }
  console.log(`\n| ${rounds} rounds of ${secs} s | Belegg a second | Fastify + pg | ratio |\n|---|---|---|---|`);
  for (const [name, { ours, peers }] of found) {
    const [a, b] = [median(ours), median(peers)];
    console.log(
      `| ${name} | ${a.toFixed(0)} | ${peers.length ? b.toFixed(0) : ''} | ${peers.length ? (a / b).toFixed(2) : ''} |`,
    );
  }
  const time = async (name, work) => {
    const start = performance.now();
    await work();
    console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(2)} s`);
  };
  await time('import 10,000 annotations onto 5,000 sentences', () =>
    call('POST', `/api/articles/${many.id}/annotations/import`, web(many, 10_000)),
  );
  await time('a new text under 10,000 annotations', () =>
    call(
      'POST',
      `/api/articles/${many.id}/revisions`,
      { format: 'text', content: `Ny innledning.\n${text(5_000)}` },
      {
        'if-match': many.etag,
      },
    ),
  );
}
