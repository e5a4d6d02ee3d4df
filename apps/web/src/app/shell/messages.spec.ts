import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eventTypes } from '@belegg/contract';
import type { Messages } from './i18n';
import { terms } from './terms';

const rooms = join(__dirname, '..');
const files = readdirSync(rooms, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(messages|terms)\.ts$/.test(file),
);
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

async function textsOf(file: string): Promise<Messages> {
  const module = (await import(join(rooms, file))) as { messages?: Messages; terms?: Messages };
  const found = module.messages ?? module.terms;
  if (!found) throw new Error(`${file} exports no messages`);
  return found;
}

describe('The texts of all rooms', () => {
  it.each(files)('%s says the same in both languages', async (file) => {
    const { nb, en } = await textsOf(file);
    for (const [key, text] of Object.entries(nb)) {
      const other = (en as Record<string, string>)[key] ?? '';
      expect([key, placeholders(other)]).toEqual([key, placeholders(text)]);
      expect(text.trim() && other.trim()).toBeTruthy();
    }
  });

  it('have a namespace of their own each', async () => {
    const namespaces = (await Promise.all(files.map(textsOf))).map(({ namespace }) => namespace);
    expect(namespaces).toEqual([...new Set(namespaces)]);
    expect(namespaces.length).toBeGreaterThanOrEqual(6);
  });

  it('have each plural in pairs', async () => {
    for (const { nb } of await Promise.all(files.map(textsOf))) {
      const keys = Object.keys(nb);
      const stems = (ending: string): string[] =>
        keys
          .filter((key) => key.endsWith(ending))
          .map((key) => key.slice(0, -ending.length))
          .sort();
      expect(stems('_one')).toEqual(stems('_other'));
    }
  });
});

describe('The words of the trade', () => {
  it('know every event', () => {
    const known = Object.keys(terms.nb).filter((key) => key.startsWith('event.'));
    expect(known.sort()).toEqual(eventTypes.map((type) => `event.${type}`).sort());
  });
});
