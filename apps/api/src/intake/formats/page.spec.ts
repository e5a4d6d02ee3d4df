import { ProblemError } from '../../platform/problem-error';
import { isPage } from './is-page';
import { readFile } from './file';

const readPage = (html: string) => readFile('.html', Buffer.from(html));

const paragraph =
  'Fylket bygger en ny bro over fjorden, og den skal etter planen stå ferdig i mai, ifølge samferdselssjefen, som la planen frem på mandag. ';
const page = (body: string, head = '') => `<!doctype html><html lang="nb-NO"><head><title>Broen åpner – Avisa</title>
  <meta property="og:title" content="Broen åpner"><meta name="author" content="Av Kari Holm"><meta property="article:published_time" content="2024-12-01T08:00:00Z">${head}</head><body>${body}</body></html>`;
const article = `<nav><a href="/">Forsiden</a><a href="/sport">Sport</a></nav><article><h1>Broen åpner</h1>${`<p>${paragraph.repeat(3)}</p>`.repeat(4)}<p>Se <a href="https://fylket.test/bro">planen</a> her, som er vedtatt av fylket.</p><img src="a.png"></article><footer>Ansvarlig redaktør</footer>`;

describe('readPage', () => {
  it('takes the article without what stands around it, and what the page says of it', async () => {
    const found = await readPage(page(article));
    expect(found).toMatchObject({ title: 'Broen åpner', author: 'Kari Holm', date: '2024-12-01', language: 'nb' });
    expect(found.text.text.split('\n')[0]).toBe('Broen åpner');
    expect(found.text.text.match(/Broen åpner/g)).toHaveLength(1);
    expect(found.text.text).not.toMatch(/Forsiden|Ansvarlig|Sport/);
    expect(found.text.marks).toContainEqual(expect.objectContaining({ kind: 'link', href: 'https://fylket.test/bro' }));
    expect(found.text.dropped.map(({ kind }) => kind)).toContain('image');
  });

  it('finds the article in the tables that lay a page out, and calls it by its headline', async () => {
    const columns = `<table><tr><td width=150><a href="/">Forsiden</a><br><a href="/s">Sport</a></td><td><table><tr><td>
      <h1>Broen åpner</h1></td></tr><tr><td><font size=2>${paragraph.repeat(3)}<br><br>${paragraph.repeat(3)}</font><table><tr><th>År</th><th>Kroner</th></tr><tr><td>2023</td><td>1,8</td></tr></table></td></tr></table></td><td>Kjøp bil</td></tr></table>`;
    const { title, text } = await readFile(
      '.html',
      Buffer.from(`<html><head><title>Avisa</title></head><body>${columns}</body></html>`),
    );
    expect([title, text.text.split('\n')[0]]).toEqual(['Broen åpner', 'Broen åpner']);
    expect(text.text).not.toMatch(/Forsiden|Sport|Kjøp bil/);
    expect(text.text).toContain('År: 2023; Kroner: 1,8');
    expect(text.dropped).toContainEqual({ kind: 'surroundings', count: 3, sample: 'Forsiden · Sport · Kjøp bil' });
  });

  it('keeps what the looks of a page say: powers, what is struck, what is hidden', async () => {
    const looks = '<style>.c2{vertical-align:super}.c3{text-decoration:line-through}.c4{display:none}</style>';
    const words = `<p>Prisen er <span class="c3">12</span>15 og 10<span class="c2">6</span>. ${paragraph.repeat(3)}</p><p class="c4">Hemmelig</p>`;
    const { text } = await readPage(page(article.replace('<p>', `${words}<p>`), looks));
    expect(text.text).toContain('Prisen er 15 og 10⁶.');
    expect(text.text).not.toContain('Hemmelig');
    expect(text.dropped.map(({ kind, sample }) => `${kind}: ${sample}`)).toEqual(
      expect.arrayContaining(['deleted: 12', 'hidden: Hemmelig']),
    );
  });

  it('lets no script of the page through, and runs none', async () => {
    const found = await readPage(
      page(article, '<script>globalThis.ran = true</script>').replace(
        '<p>',
        '<p onclick="x()"><script>globalThis.ran = true</script><a href="javascript:x()">klikk</a> ',
      ),
    );
    expect('ran' in globalThis).toBe(false);
    expect(found.text.marks.some(({ href }) => href?.startsWith('javascript'))).toBe(false);
    expect(found.text.text).not.toContain('globalThis');
  });

  it('reads a page in which no article is found as a whole', async () => {
    expect((await readPage('<html><body><p>En setning.</p></body></html>')).text.text).toContain('En setning.');
    expect((await readPage('<html></html>')).text.blocks).toEqual([]);
  });

  it.each([
    ['nesting', '<div>'.repeat(100_000)],
    ['elements', '<p>x</p>'.repeat(60_000)],
    ['half a tag', '<div'.repeat(10_000)],
    ['comments', '<!--'.repeat(50_000)],
  ])('stops at a page of too much: %s', async (_, body) => {
    const error: unknown = await readPage(page(body)).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (error !== undefined) expect(error).toBeInstanceOf(ProblemError);
  });

  it.each<[string, boolean]>([
    ['<!DOCTYPE html><p>x', true],
    ['\n<html lang="nb">', true],
    ['<!-- lagret --><!doctype html>', true],
    ['<h1>x</h1>', false],
    ['tekst <html>', false],
  ])('knows a whole page: %s', (html, whole) => {
    expect(isPage(html)).toBe(whole);
  });
});
