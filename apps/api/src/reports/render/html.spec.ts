import { report } from '@belegg/contract';
import { sampleReport } from '../test/sample-report';
import { renderHtml } from './html';

/** What a reader's browser would show as text. */
const textOf = (html: string): string =>
  html
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  '</style><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '[klikk](javascript:alert(1))',
  '![x](javascript:alert(1))',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<math><mtext></math><img src=x onerror=alert(1)>',
  '<p style="background:url(javascript:alert(1))">',
  '`${alert(1)}`',
  '<!--><script>alert(1)</script>-->',
  '<details open ontoggle=alert(1)>',
];

describe('the report as HTML', () => {
  it('is a report by the contract', () => {
    expect(report.parse(JSON.parse(JSON.stringify(sampleReport())))).toMatchObject({
      kind: 'frozen',
      verdicts: { confirmed: 1, disputed: 1, denied: 1 },
    });
  });

  it('holds the whole article, its passages marked where they stand, overlapping ones too', () => {
    const html = renderHtml(sampleReport(), 'b'.repeat(64));
    const article = /<div class="text">(.*?)<\/div>/s.exec(html)?.[1] ?? '';
    expect(textOf(article.replace(/<sup>.*?<\/sup>/g, ''))).toBe(
      'Broen åpner i maiFylket bygger en ny bro over fjorden. Den blir 412 meter lang, ifølge byrået. Den åpner i mai.Les også: Ferjene går som før',
    );
    expect(
      [...article.matchAll(/<mark class="(\w+) approved">(.*?)<\/mark>/g)].map(([, verdict, words]) => [
        verdict,
        words,
      ]),
    ).toEqual([
      ['confirmed', 'Fylket bygger en ny bro over fjorden.'],
      ['disputed', '412 meter lang, ifølge byrået. '],
      ['denied', 'Den åpner'],
      ['denied', ' i mai.'],
    ]);
  });

  it('says who checked, who approved and when, what rests on what, and both hashes', () => {
    const text = textOf(renderHtml(sampleReport(), 'b'.repeat(64))).replace(/\s+/g, ' ');
    expect(text).toContain('Sjekket av Kari Holm · godkjent av Mona Lie, 1. desember 2024 kl. 16:20 på revisjon 1');
    expect(text).toContain('2 støtter, 1 uavhengig.');
    expect(text).toContain('gjengir Byrået');
    expect(text).toContain(`sha256 ${'a'.repeat(64)}`);
    expect(text).toContain(`sha256 ${'b'.repeat(64)}`);
    expect(text).not.toContain('Utkast.');
  });

  it('leads to the evidence where there is a server to ask, and names it by its hash everywhere', () => {
    const sample = sampleReport();
    const evidence = 'e'.repeat(64);
    const claims = sample.claims.map((claim) => ({
      ...claim,
      citations: claim.citations.map((citation) => ({ ...citation, evidence })),
    }));
    const link = `href="https://belegg.example/api/evidence/${evidence}"`;
    expect(renderHtml({ ...sample, claims }, undefined, 'https://belegg.example')).toContain(link);
    const alone = renderHtml({ ...sample, claims }, undefined);
    expect(alone).not.toContain('/api/evidence/');
    expect(alone).toContain(`sha256 ${evidence}`);
  });

  it('marks a draft as one, with what is open and no hash', () => {
    const text = textOf(renderHtml(sampleReport({ kind: 'draft' }), undefined));
    expect(text).toContain('Dette er et utkast');
    expect(text).toContain('Til godkjenning');
    expect(text).not.toContain('SHA-256 av rapporten');
  });

  it.each(attacks)('shows %s as text wherever it is typed', (attack) => {
    const html = renderHtml(
      sampleReport({ title: attack, rationale: attack, sourceName: attack, quote: attack }),
      undefined,
    );
    expect(html).not.toMatch(/<(script|iframe|svg|img|details|math)\b/i);
    expect(html.replace(/<style>.*?<\/style>/s, '')).not.toMatch(/<[^>]+\s(on\w+|srcdoc)\s*=/i);
    expect(html).not.toMatch(/(href|src)\s*=\s*"?\s*(javascript|data:text)/i);
    expect(textOf(/<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? '')).toBe(attack);
  });

  it('fetches nothing and runs nothing', () => {
    const html = renderHtml(sampleReport(), undefined);
    expect(html).not.toMatch(/<script|<link|@import|src="|url\((?!data:)/i);
  });
});
