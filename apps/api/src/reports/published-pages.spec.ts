import type { QueryResult } from 'pg';
import type { Database, Tx } from '../platform/database/database';
import { bindStatements } from '../platform/database/statements';
import { PublishedPages } from './published-pages';
import { sampleReport } from './test/sample-report';

/** A database with one published report, which counts how often the report is read. */
function oneReport() {
  const stored = { content: JSON.stringify(sampleReport()), sha256: 'a'.repeat(64) };
  const seen = { contents: 0, isPublished: true, version: '1' };
  const published = {
    newsroomId: 'n',
    articleUrl: '',
    homepage: '',
    logo: '',
    listed: false,
    hasPolicy: false,
    reportId: 'r',
    version: '1',
  };
  const tx = {
    $queryRaw: () =>
      Promise.resolve([{ ...published, version: seen.version, reportId: seen.isPublished ? 'r' : null }]),
    report: {
      findUnique: () => {
        seen.contents += 1;
        return Promise.resolve(stored);
      },
    },
  };
  // Nothing is protected.
  bindStatements(tx as unknown as Tx, {
    query: () => Promise.resolve({ rows: [] } as unknown as QueryResult),
    prepare: false,
  });
  const database = { lookUp: (read: (given: typeof tx) => unknown) => read(tx) } as unknown as Database;
  return { pages: new PublishedPages(database), seen };
}

describe('PublishedPages', () => {
  it('makes a page once, for however many come at once, under whatever name, and later', async () => {
    const { pages, seen } = oneReport();
    const bases = ['https://a.test', 'https://a.test', 'https://b.test'];
    const together = await Promise.all(bases.map((base) => pages.read('t', base)));
    expect(together.map(({ kept: { bytes } }) => /rel="canonical" href="([^"]*)"/.exec(bytes.toString())?.[1])).toEqual(
      bases.map((base) => `${base}/p/t`),
    );
    await pages.read('t', 'https://a.test');
    expect(seen.contents).toBe(1);
  });

  it('looks each time whether the page still stands there, and makes anew what is published anew', async () => {
    const { pages, seen } = oneReport();
    const first = await pages.read('t', 'https://a.test');
    seen.isPublished = false;
    await expect(pages.read('t', 'https://a.test')).rejects.toMatchObject({ code: 'not-found' });
    seen.isPublished = true;
    seen.version = '2';
    const second = await pages.read('t', 'https://a.test');
    expect([seen.contents, second.kept.tagFor()]).toEqual([2, first.kept.tagFor()]);
  });
});
