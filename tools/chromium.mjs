import { existsSync } from 'node:fs';

const system = '/usr/bin/chromium';
const args = [
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
];

/**
 * A Chromium that is there: the one that CHROMIUM names, Debian's, or the one of an npm package, which needs no system
 * package.
 * @returns {Promise<{ executablePath: string, args: string[] }>} launch options of Playwright
 */
export async function findChromium() {
  const executablePath = process.env.CHROMIUM || (existsSync(system) ? system : await unpack());
  return { executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox', ...args] : args };
}

async function unpack() {
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}
