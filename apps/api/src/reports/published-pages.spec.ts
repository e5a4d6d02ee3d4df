import type { Database } from '../platform/database/database';
import { PublishedPages } from './published-pages';
import { sampleReport } from './test/sample-report';

/** A database with one published report, which counts how often the report is read. */
function oneReport() {
  const stored = { content: JSON.stringify(sampleReport()), sha256: 'a'.repeat(64) };
  const seen = { contents: 0, isPublished: true };
  const tx = {
    publicAddress: { findUnique: () => Promise.resolve({ newsroomId: 'n', articleId: 'a' }) },
    publication: { findFirst: () => Promise.resolve({ reportId: seen.isPublished ? 'r' : null }) },
    report: {
      findUnique: () => {
        seen.contents += 1;
        return Promise.resolve(stored);
      },
    },
  };
  const database = { lookUp: (read: (given: typeof tx) => unknown) => read(tx) } as unknown as Database;
  return { pages: new PublishedPages(database), seen };
}

describe('PublishedPages', () => {
  it('makes a page once, for however many come at once, under whatever name, and later', async () => {
    const { pages, seen } = oneReport();
    const bases = ['https://a.test', 'https://a.test', 'https://b.test'];
    const together = await Promise.all(bases.map((base) => pages.read('t', base)));
    expect(together.map(({ bytes }) => /rel="canonical" href="([^"]*)"/.exec(bytes.toString())?.[1])).toEqual(
      bases.map((base) => `${base}/p/t`),
    );
    await pages.read('t', 'https://a.test');
    expect(seen.contents).toBe(1);
  });

  it('looks each time whether the page still stands there, and makes anew what was forgotten', async () => {
    const { pages, seen } = oneReport();
    const first = await pages.read('t', 'https://a.test');
    seen.isPublished = false;
    await expect(pages.read('t', 'https://a.test')).rejects.toMatchObject({ code: 'not-found' });
    seen.isPublished = true;
    pages.forget('r');
    const second = await pages.read('t', 'https://a.test');
    expect([seen.contents, second.tagFor()]).toEqual([2, first.tagFor()]);
  });
});
