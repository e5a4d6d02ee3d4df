import type { Report } from '@belegg/contract';
import { strFromU8, unzipSync } from 'fflate';
import { fileNameOf } from '../file-name';
import { sampleReport } from '../test/sample-report';
import { renderClaimReviews, unpublishedAt } from './claim-review';
import { renderCsv } from './csv';
import { renderers } from './renderers';

const context = { sha256: 'a'.repeat(64), base: 'https://belegg.test', self: 'https://belegg.test/r' };

describe('every format', () => {
  it.each([
    ['quotations without end', '>'.repeat(19_000)],
    ['quotations with spaces', '> '.repeat(9_000)],
    ['emphasis without end', '_a'.repeat(9_000)],
  ])('can be made of a rationale from before there were bounds: %s', async (_, rationale) => {
    const report = sampleReport({ rationale });
    const printed: unknown[] = [];
    const print = (document: unknown): Promise<Uint8Array> => {
      printed.push(document);
      return Promise.resolve(new Uint8Array());
    };
    for (const { render } of Object.values(renderers)) await render(report, { ...context, printer: { print } });
    expect(JSON.stringify(printed)).toContain(rationale.slice(0, 1_000));
    expect(await renderers.html.render(report, { ...context, printer: { print } })).toContain(
      rationale.slice(0, 500).replaceAll('>', '&gt;'),
    );
  });
});

it('says in each document that a source has changed since, and whom a piece repeats', async () => {
  const report = sampleReport({ sourceHasChanged: true });
  const printed: string[] = [];
  const print = (document: string): Promise<Uint8Array> => {
    printed.push(document);
    return Promise.resolve(new Uint8Array());
  };
  for (const format of ['html', 'md', 'csv', 'pdf'] as const) {
    const made = String(await renderers[format].render(report, { ...context, printer: { print } }));
    const text = format === 'pdf' ? printed.join('') : made;
    expect([format, text]).toEqual([format, expect.stringContaining('kilden er endret siden')]);
    expect([format, text]).toEqual([format, expect.stringContaining('gjengir')]);
  }
});

describe('the table', () => {
  const fields = (report: Report) => renderCsv(report).slice(1).split('\r\n').filter(Boolean);

  it('quotes each field, so that a line feed ends no row and lets no formula run', () => {
    const rows = fields(sampleReport({ rationale: 'Første linje\n=HYPERLINK("https://evil.example")\n;,"slutt' }));
    expect(rows).toHaveLength(1 + sampleReport().claims.length);
    for (const row of rows) expect(row).toMatch(/^(?:"(?:[^"]|"")*"(?:;|$))+$/);
  });

  it('is parted as the spreadsheets of its language expect', () => {
    const report = sampleReport();
    expect(fields(report)[0]).toContain('";"');
    const english = { ...report, article: { ...report.article, language: 'en' as const } };
    expect(fields(english)[0]).toContain('","');
    expect(renderCsv(report, 'comma')).toContain('","');
    expect(renderCsv(report, 'tab')).toContain('"\t"');
  });

  it('has moments by the clocks of the newsroom, and says which', () => {
    const [head, first] = fields(sampleReport());
    expect([head, first]).toEqual([
      expect.stringContaining('"Godkjent (Europe/Oslo)"'),
      expect.stringContaining('"2024-12-01 16:20"'),
    ]);
  });
});

describe('a file', () => {
  it.each([
    ['Broen åpner i mai', 'Broen åpner i mai – faktasjekk utkast.pdf'],
    ['Ap/Sp: «Skatt?» <b> "x"', 'Ap-Sp- «Skatt-» -b- -x- – faktasjekk utkast.pdf'],
    ['../../etc\\passwd', '-..-etc-passwd – faktasjekk utkast.pdf'],
    ['x'.repeat(300), `${'x'.repeat(100)} – faktasjekk utkast.pdf`],
  ])('is named after its article: %s', (title, name) => {
    expect(fileNameOf({ ...sampleReport({ title, kind: 'draft' }), signOff: undefined }, 'pdf')).toBe(name);
  });

  it('says what it is called, in Word too', async () => {
    const report = sampleReport({ title: 'Broen åpner' });
    expect(fileNameOf(report, 'docx')).toBe('Broen åpner – faktasjekk 1.docx');
    const bytes = await renderers.docx.render(report, {
      ...context,
      printer: { print: () => Promise.reject(new Error()) },
    });
    const core = unzipSync(bytes as Uint8Array)['docProps/core.xml'] ?? new Uint8Array();
    expect(strFromU8(core)).toContain('<dc:title>Broen åpner</dc:title>');
  });
});

describe('a ClaimReview', () => {
  const report = sampleReport({ rationale: '**Byrået** skriver [det](https://example.test).\n\n- ett\n- to' });
  const reviews = renderClaimReviews(report, unpublishedAt('https://belegg.test', report));

  it('does not say that whoever wrote the article made the claim', () => {
    expect(reviews.length).toBeGreaterThan(0);
    for (const { itemReviewed } of reviews) expect(itemReviewed).not.toHaveProperty('author');
  });

  it('explains in text without markup', () => {
    expect(reviews[0]).toMatchObject({ reviewRating: { ratingExplanation: 'Byrået skriver det.\nett\nto' } });
  });

  it('names no address that readers are refused, and dates in order', () => {
    for (const review of reviews) {
      expect(JSON.stringify(review)).not.toContain('archivedAt');
      const { datePublished, dateModified } = review as { datePublished: string; dateModified: string };
      expect(dateModified >= datePublished).toBe(true);
    }
  });
});
