// What the server does a second, beside Fastify and pg on the same PostgreSQL: interleaved in one run, medians of the rounds.
// The built program with session, validation, log, heads and row security; durable commits.
// Options: rounds=3 secs=3
import { fork } from 'node:child_process';
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { build } from '../build.mjs';
import { startDatabase } from '../database.mjs';
import { deploy } from '../migrations/deploy.mjs';
import { freePort, run } from '../processes.mjs';
import { serve } from '../server.mjs';

const options = Object.fromEntries(process.argv.slice(2).map((arg) => arg.split('=')));
const rounds = Number(options.rounds ?? 3);
const secs = Number(options.secs ?? 3);
const root = fileURLToPath(new URL('../..', import.meta.url));

await build();
const home = mkdtempSync(join(tmpdir(), 'belegg-bench-'));
chmodSync(home, 0o755);
const database = await startDatabase({ folder: join(home, 'postgres') });
await deploy(database.url);
await run(process.execPath, [join(root, 'dist/apps/api/cli.js'), 'demo'], {
  env: { ...process.env, DATABASE_URL: database.url, DATA_DIR: home },
});
const port = await freePort();
const server = await serve(database.url, { port, host: '127.0.0.1', dataDir: home });
const peer = fork(join(root, 'tools/bench/server/peer.mjs'), [database.url]);
const peerPort = await new Promise((resolve) => peer.once('message', (/** @type {any} */ { port }) => resolve(port)));
try {
  await measure();
} finally {
  peer.kill();
  await server.stop();
  await database.stop();
  rmSync(home, { recursive: true, force: true });
}

async function measure() {
  const base = `http://127.0.0.1:${port}`;
  const cookie = await signIn(base);
  const call = async (method, path, body, headers = {}) => {
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: { cookie, ...(body && { 'content-type': 'application/json' }), ...headers },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
    return answer.status === 204 ? undefined : answer.json();
  };
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

async function signIn(base) {
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'editor@demo.test', password: 'belegg-demo' }),
  });
  if (answer.status !== 201) throw new Error(`sign-in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

function article(call, sentences) {
  return call('POST', '/api/articles', { title: 'Måling', language: 'nb', format: 'text', content: text(sentences) });
}

function text(sentences) {
  const lines = [];
  for (let index = 0; index < sentences; index += 5)
    lines.push(
      Array.from(
        { length: Math.min(5, sentences - index) },
        (_, at) => `Setning nummer ${index + at} sier at ${index * 7 + at} personer var der.`,
      ).join(' '),
    );
  return lines.join('\n');
}

function passage({ revision, sentences }, index) {
  const { start, end } = sentences[index];
  return { start, end, exact: revision.text.slice(start, end) };
}

function annotation(target, index) {
  const { start, end, exact } = passage(target, index);
  return {
    selector: [
      { type: 'TextPositionSelector', start, end },
      { type: 'TextQuoteSelector', exact },
    ],
    verdict: 'denied',
    rationale: 'Kilden oppgir et annet tall.',
  };
}

function webAnnotation(target, index, number) {
  const { selector } = annotation(target, index);
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:bench:${number}`,
    type: 'Annotation',
    motivation: 'assessing',
    body: [{ type: 'TextualBody', value: 'Kilden oppgir et annet tall.', purpose: 'commenting' }],
    target: { source: 'https://example.test/', selector },
  };
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
