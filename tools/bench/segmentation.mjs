// How fast, and with --gold how well, domain/text cuts sentences, beside Intl.Segmenter.
// usage: node tools/bench/segmentation.mjs [--gold DIR]
// DIR holds files such as nb-dev.jsonl, each line a paragraph {text, sentences: [[start, end], ...]} in code points.
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({ options: { gold: { type: 'string' } } });
const { segment, blocksOfPlainText } = await domain();

speed();
if (values.gold)
  for (const file of readdirSync(values.gold)
    .filter((name) => /^(nb|nn|en)\b.*\.jsonl$/.test(name))
    .sort())
    score(values.gold, file);

async function domain() {
  const file = join(root, 'tmp/bench/domain.mjs');
  mkdirSync(join(root, 'tmp/bench'), { recursive: true });
  const bundle = await rolldown({ input: join(root, 'libs/domain/src/index.ts'), tsconfig: false });
  await bundle.write({ file });
  return import(pathToFileURL(file).href);
}

/** Articles of about 5 kB, from a fixed seed, with the abbreviations, ordinals, quotations and speech of news. */
function articles(count) {
  let seed = 1;
  const below = (n) => (seed = (seed * 48271) % 2147483647) % n;
  const pick = (list) => list[below(list.length)];
  const words =
    'kommunen broen vedtok ikke selv etter forslaget til en ny vei som skal stå ferdig før neste valg og koster mer enn planlagt bl.a. ca. f.eks. særlig'.split(
      ' ',
    );
  const shapes = [
    (clause) => `Det er klart at ${clause}.`,
    (clause) => `– Vi vet at ${clause}, sier J. K. Dahl.`,
    (clause) => `Den 24. november sa St. Berg at «${clause}. Det holder!»`,
    (clause) => `Hvorfor ble det slik at ${clause}? Svaret kom kl. 10.30: ${clause} …`,
    (clause) => `Ordføreren (41) viser til St.meld. nr. 4 (s. 12), der ${clause}.`,
  ];
  const sentence = () => pick(shapes)(Array.from({ length: 6 + below(14) }, () => pick(words)).join(' '));
  const paragraph = () => Array.from({ length: 1 + below(4) }, sentence).join(' ');
  return Array.from({ length: count }, () => Array.from({ length: 20 }, paragraph).join('\n'));
}

function speed() {
  const texts = articles(200).map((text) => ({ text, blocks: blocksOfPlainText(text) }));
  const megabytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
  const intl = new Intl.Segmenter('nb', { granularity: 'sentence' });
  const contenders = {
    'domain/text': () => texts.forEach(({ text, blocks }) => segment(text, blocks, 'nb')),
    'Intl.Segmenter': () => texts.forEach(({ text }) => Array.from(intl.segment(text), ({ index }) => index)),
  };
  const rates = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < 15; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const started = performance.now();
      run();
      rates[name].push(megabytes / ((performance.now() - started) / 1000));
    }
  }
  console.log(`${texts.length} articles, ${megabytes.toFixed(2)} MB, medians of 15 interleaved rounds`);
  for (const [name, list] of Object.entries(rates)) {
    const sorted = list.sort((a, b) => a - b);
    console.log(
      `${name.padEnd(14)} ${sorted[7].toFixed(1)} MB/s (${sorted[0].toFixed(1)} to ${sorted[14].toFixed(1)})`,
    );
  }
}

/** Precision, recall and F1 of the boundaries between sentences: of all, and of those after . ! ? or … alone. */
function score(folder, file) {
  const language = file.slice(0, 2);
  const kinds = { all: /$/u, 'after .!?…': /[.!?…]["»”'’)\]]*$/u };
  const sums = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, { hits: 0, found: 0, gold: 0 }]));
  for (const line of readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean)) {
    const { text, sentences } = JSON.parse(line);
    const chars = [...text];
    const ends = (spans) => spans.slice(0, -1).map(([, end]) => chars.slice(0, end).join('').trimEnd());
    const gold = ends(sentences);
    const found = ends(
      segment(text, [{ kind: 'paragraph', start: 0, end: chars.length }], language).map(({ start, end }) => [
        start,
        end,
      ]),
    );
    for (const [kind, pattern] of Object.entries(kinds)) {
      const sum = sums[kind];
      const counted = found.filter((before) => pattern.test(before));
      sum.hits += counted.filter((before) => gold.includes(before)).length;
      sum.found += counted.length;
      sum.gold += gold.filter((before) => pattern.test(before)).length;
    }
  }
  for (const [kind, { hits, found, gold }] of Object.entries(sums)) {
    const figures = [hits / found, hits / gold, (2 * hits) / (found + gold)].map((figure) => figure.toFixed(4));
    console.log(
      `${file.padEnd(16)} ${kind.padEnd(11)} precision ${figures[0]}  recall ${figures[1]}  F1 ${figures[2]}  (${gold} boundaries)`,
    );
  }
}
