import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../chromium.mjs';
import { freePort, run } from '../processes.mjs';
import { outcome } from './outcome.mjs';
import { bin, env, root } from './workspace.mjs';

/** Playwright against the built program, which it starts on a free port with data of its own. */
export async function e2e({ folder, rest }) {
  const results = join(folder, 'playwright.json');
  const { code, output } = await run(bin('playwright'), ['test', '-c', 'apps/e2e/playwright.config.ts', ...rest], {
    cwd: root,
    env: {
      ...env,
      E2E_PORT: String(await freePort()),
      E2E_DATA_DIR: join(folder, 'data'),
      E2E_BROWSER: JSON.stringify(await findChromium()),
      PLAYWRIGHT_JSON_OUTPUT_NAME: results,
    },
  });
  if (!existsSync(results)) return outcome({ passed: 0, failed: 0, code: code || 1, details: output });
  const { stats, suites } = JSON.parse(readFileSync(results, 'utf8'));
  const flaky = suites.flatMap(flakyIn);
  if (flaky.length > 0) console.log(`e2e: passed the second time only: ${flaky.join('; ')}`);
  return outcome({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    code,
    details: suites.flatMap(failuresIn).join('\n\n') || output,
  });
}

function flakyIn({ title, suites = [], specs = [] }) {
  const found = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [...found.map((spec) => `${title}:${spec.line} ${spec.title}`), ...suites.flatMap(flakyIn)];
}

/** Each failed test with its errors, without what the browser said while it started. */
function failuresIn({ title, suites = [], specs = [] }) {
  const failed = specs
    .filter(({ ok }) => !ok)
    .map((spec) => {
      const errors = spec.tests.flatMap(({ results }) =>
        results.flatMap((result) => result.errors.map(({ message }) => message)),
      );
      return `${title}:${spec.line} ${spec.title}\n${errors.join('\n').replace(/^\s*(\[pid=|<launch).*\n?/gm, '')}`;
    });
  return [...failed, ...suites.flatMap(failuresIn)];
}
