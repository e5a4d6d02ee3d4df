import { contentOf } from './content';

const report = {
  createdAt: '2024-12-01T10:00:00.000Z',
  newsroom: { id: 'n', name: 'Fjordposten' },
  article: { id: 'a', title: 'Broen', author: 'Kari' },
  revision: { id: 'r', number: 1, sha256: 'f00', text: 'Broen er lang.' },
  claims: [{ number: 1, verdict: 'confirmed', citations: [{ id: 'c', quote: 'lang' }] }],
  sources: [{ id: 's', name: 'Vegvesenet' }],
  sentences: [{ index: 0, state: 'approved' }],
  corrections: [],
};

describe('contentOf', () => {
  const content = contentOf(report);

  it('is the same whenever the report is made, and in whatever order its fields were put together', () => {
    expect(contentOf({ ...report, createdAt: '2025-01-01T00:00:00.000Z', corrections: [1] } as typeof report)).toBe(
      content,
    );
    expect(contentOf({ ...report, article: { author: 'Kari', title: 'Broen', id: 'a' } })).toBe(content);
  });

  it('leaves out what is undefined, as the stored report does', () => {
    const parsed = JSON.parse(JSON.stringify(report)) as typeof report;
    expect(contentOf({ ...report, sources: [{ ...report.sources[0], url: undefined }] })).toBe(contentOf(parsed));
  });

  it.each<[string, object]>([
    ['title', { article: { ...report.article, title: 'Broen raste' } }],
    ['author', { article: { ...report.article, author: 'Ola' } }],
    ['newsroom', { newsroom: { ...report.newsroom, name: 'Andre' } }],
    ['text', { revision: { ...report.revision, sha256: 'bad' } }],
    ['verdict', { claims: [{ ...report.claims[0], verdict: 'denied' }] }],
    ['quote', { claims: [{ ...report.claims[0], citations: [{ id: 'c', quote: 'kort' }] }] }],
    ['source', { sources: [{ id: 's', name: 'Ukjent' }] }],
    ['sentence', { sentences: [{ index: 0, state: 'approvedInPart' }] }],
  ])('differs with another %s', (_, change) => {
    expect(contentOf({ ...report, ...change })).not.toBe(content);
  });
});
