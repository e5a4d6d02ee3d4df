// How well, and how fast, what was checked before is found: the pairs of libs/domain/src/similar/test/pairs.ts, first
// by the domain's rule among all claims, then by the built program, whose database chooses the claims that the rule
// looks at. usage: npm run bench -- checked-before [--domain] [--claims 20000]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';
import { fill } from './server/fill.mjs';
import { median, startProgram } from './server/program.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: { domain: { type: 'boolean', default: false }, claims: { type: 'string', default: '20000' } },
});
const { checkedBefore, halfOf, languageOf, measure } = await measures();

for (const half of ['tuned', 'held']) {
  const { pairs, first, amongThree, falseAlarms } = measure(halfOf(half));
  console.log(
    `${half} half, the rule alone among ${checkedBefore.length} claims: ${amongThree} of ${pairs} among the first three, ` +
      `${first} first; something is shown for ${falseAlarms} of ${pairs} of which nothing was checked`,
  );
}
if (!values.domain) await served();

async function served() {
  const program = await startProgram();
  try {
    for (const language of ['nb', 'en'])
      await approve(
        program,
        language,
        checkedBefore.filter((claim) => claim.language === language).map(({ text }) => text),
      );
    await ask(program, `among ${checkedBefore.length} claims`);
    await fill(program.databaseUrl, { articles: 50, claims: Number(values.claims) });
    await ask(program, `among ${values.claims} more approved ones`);
  } finally {
    await program.stop();
  }
}

/** One article with a claim on each line, all approved by somebody else. */
async function approve({ call, signIn, base }, language, texts) {
  const content = texts.join('\n');
  const article = await call('POST', '/api/articles', { title: 'Sjekket før', language, format: 'text', content });
  const reviewer = await signIn(base, { email: 'reviewer@demo.test', password: 'belegg-demo' });
  for (const exact of texts) {
    const start = [...article.revision.text.slice(0, article.revision.text.indexOf(exact))].length;
    const position = { type: 'TextPositionSelector', start, end: start + [...exact].length };
    const made = await call('POST', `/api/articles/${article.id}/annotations`, {
      selector: [position, { type: 'TextQuoteSelector', exact }],
      verdict: 'confirmed',
    });
    const body = { withoutSources: 'Måling.' };
    const sent = await call('POST', `/api/annotations/${made.id}/submit`, body, { 'if-match': made.etag });
    await call('POST', `/api/annotations/${made.id}/approve`, {}, { 'if-match': sent.etag, cookie: reviewer });
  }
}

async function ask({ call }, among) {
  let [all, first, amongThree] = [0, 0, 0];
  const times = [];
  for (const { asked, checked } of [...halfOf('tuned'), ...halfOf('held')]) {
    const language = languageOf(asked);
    const article = await call('POST', '/api/articles', { title: 'Ny', language, format: 'text', content: asked });
    const selector = [
      { type: 'TextPositionSelector', start: 0, end: [...asked].length },
      { type: 'TextQuoteSelector', exact: asked },
    ];
    const { id } = await call('POST', `/api/articles/${article.id}/annotations`, { selector, verdict: 'confirmed' });
    const started = performance.now();
    const { items } = await call('GET', `/api/annotations/${id}/similar`);
    times.push(performance.now() - started);
    const place = items.findIndex(({ exact }) => exact === checked);
    all += 1;
    if (place === 0) first += 1;
    if (place >= 0 && place < 3) amongThree += 1;
  }
  const slowest = Math.max(...times);
  console.log(
    `by the program, ${among}: ${amongThree} of ${all} among the first three, ${first} first; ` +
      `${median(times).toFixed(0)} ms, the slowest ${slowest.toFixed(0)} ms, the first ${times[0]?.toFixed(0)} ms`,
  );
}

async function measures() {
  const file = join(root, 'tmp/bench/measure.mjs');
  mkdirSync(join(root, 'tmp/bench'), { recursive: true });
  const bundle = await rolldown({ input: join(root, 'libs/domain/src/similar/test/measure.ts'), tsconfig: false });
  await bundle.write({ file });
  return import(pathToFileURL(file).href);
}
