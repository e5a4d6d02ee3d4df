import { defineConfig, type LaunchOptions } from '@playwright/test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Chosen by tools/test.mjs, which also removes the data: `npm test -- e2e`, and what follows goes to Playwright. */
const { E2E_PORT: port, E2E_DATA_DIR: dataDir, E2E_BROWSER: browser } = process.env;
if (port === undefined || dataDir === undefined || browser === undefined)
  throw new Error('Run it with: npm test -- e2e');
const baseURL = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: 'src',
  globalSetup: './src/no-source-rule.ts',
  outputDir: join(tmpdir(), `belegg-e2e-${port}`),
  fullyParallel: true,
  workers: 2,
  // A shared machine stalls now and then: a test that passes the second time is named, but does not turn the run red.
  retries: process.env['CI'] === 'true' ? 1 : 0,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL,
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    trace: 'retain-on-failure',
    launchOptions: JSON.parse(browser) as LaunchOptions,
  },
  webServer: {
    command: 'node tools/start.mjs',
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { PORT: port, HOST: '127.0.0.1', DATA_DIR: dataDir, DATABASE_URL: '', CHECK_ANSWERS: 'true' },
    url: `${baseURL}/ready`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
});
