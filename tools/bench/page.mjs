// What the page takes in Chromium: from navigation to painted, from a key to a new claim painted, and frames while
// scrolling. Medians in milliseconds. Options: rounds=5 sizes=500x1000,5000x10000
/* global window, document, requestAnimationFrame, scrollBy, innerHeight */
import { chromium } from '@playwright/test';
import { findChromium } from '../chromium.mjs';
import { article, editor, median, startProgram, webAnnotation } from './server/program.mjs';

const options = Object.fromEntries(process.argv.slice(2).map((arg) => arg.split('=')));
const rounds = Number(options.rounds ?? 5);
const sizes = (options.sizes ?? '500x1000,5000x10000').split(',').map((size) => size.split('x').map(Number));

/** Sentences that have no claim yet. */
const free = 10;

const program = await startProgram();
const browser = await chromium.launch(await findChromium());
try {
  console.log(
    '| sentences, annotations | navigation to painted | key to a new claim painted | frame while scrolling, p95 |',
  );
  console.log('|---|---|---|---|');
  for (const [sentences, annotations] of sizes) {
    const made = await article(program.call, sentences);
    const several = Array.from({ length: annotations }, (_, index) =>
      webAnnotation(made, free + (index % (sentences - free)), index),
    );
    await program.call('POST', `/api/articles/${made.id}/annotations/import`, several);
    const found = { painted: [], added: [], scrolled: [] };
    for (let round = 0; round <= rounds; round += 1) {
      const one = await measure(made.id, round);
      // The first round warms up.
      if (round > 0) for (const [name, value] of Object.entries(one)) found[name].push(value);
    }
    const figures = Object.values(found).map((values) => median(values).toFixed(0));
    console.log(`| ${sentences}, ${annotations} | ${figures.join(' | ')} |`);
  }
} finally {
  await browser.close();
  await program.stop();
}

async function measure(id, round) {
  const context = await browser.newContext({ baseURL: program.base, viewport: { width: 1440, height: 900 } });
  await context.request.post('/api/session', { data: editor, headers: { origin: program.base } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(`/articles/${id}`, { waitUntil: 'commit' });
  const painted = await page.evaluate(() => window['painted']);
  // The cards and what else comes after the text.
  await page.locator('app-closed-card').first().waitFor();
  const added = await addClaim(page, round);
  const scrolled = await scroll(page);
  await context.close();
  return { painted, added, scrolled };
}

/** Tells when the first highlights of the text were painted: milliseconds from navigation. */
function watch() {
  window['painted'] = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('mark[data-annotations]') === null) return requestAnimationFrame(look);
      return requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    };
    document.addEventListener('DOMContentLoaded', look);
  });
}

/** Selects a sentence by keys and makes a claim of it. */
async function addClaim(page, round) {
  await page.locator('[data-sentence]').nth(round).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('toolbar').waitFor();
  await page.evaluate(() => {
    window['added'] = new Promise((resolve) => {
      document.addEventListener(
        'keydown',
        ({ timeStamp }) => {
          const look = () => {
            if (document.querySelector('app-open-card') === null) return requestAnimationFrame(look);
            return requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
          };
          look();
        },
        { once: true, capture: true },
      );
    });
  });
  await page.keyboard.press('2');
  return page.evaluate(() => window['added']);
}

/** Scrolls down 120 times a fifth of the window. @returns the frame that 95 of 100 are shorter than */
function scroll(page) {
  return page.evaluate(async () => {
    const frames = [];
    let last = await new Promise(requestAnimationFrame);
    for (let step = 0; step < 120; step += 1) {
      scrollBy(0, innerHeight / 5);
      const now = await new Promise(requestAnimationFrame);
      frames.push(now - last);
      last = now;
    }
    return frames.sort((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? 0;
  });
}
