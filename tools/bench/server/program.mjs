// The built program on a database of its own, and what is measured on it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../build.mjs';
import { startDatabase } from '../../database.mjs';
import { deploy } from '../../migrations/deploy.mjs';
import { freePort, run } from '../../processes.mjs';
import { serve } from '../../server.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
export const editor = { email: 'editor@demo.test', password: 'belegg-demo' };

/** Builds and serves the program with the demo newsroom; `call` speaks to it as the editor. */
export async function startProgram() {
  await build();
  const home = mkdtempSync(join(tmpdir(), 'belegg-bench-'));
  chmodSync(home, 0o755);
  const database = await startDatabase({ folder: join(home, 'postgres') });
  await deploy(database.url);
  await run(process.execPath, [join(root, 'dist/apps/api/cli.js'), 'demo'], {
    env: { ...process.env, DATABASE_URL: database.url, DATA_DIR: home },
  });
  process.env.LOG_LEVEL ??= 'warn';
  const port = await freePort();
  const server = await serve(database.url, { port, host: '127.0.0.1', dataDir: home });
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
  const stop = async () => {
    await server.stop();
    await database.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { base, cookie, call, signIn, databaseUrl: database.url, stop };
}

async function signIn(base, who = editor) {
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(who),
  });
  if (answer.status !== 201) throw new Error(`sign-in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

export function article(call, sentences) {
  return call('POST', '/api/articles', { title: 'Måling', language: 'nb', format: 'text', content: text(sentences) });
}

export function text(sentences) {
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

export function annotation(target, index) {
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

export function webAnnotation(target, index, number) {
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

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
