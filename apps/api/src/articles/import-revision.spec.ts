import type { ArticleView, NewRevisionView, Problem, RevisionPreviewView, ThreadView } from '@belegg/contract';
import { docx, p, r } from '../intake/formats/word/test/docx';
import { TestTeam } from '../test/team';
import { multipart, multipartHeaders } from '../test/multipart';

const range = (inner: string) =>
  `<w:commentRangeStart w:id="0"/>${inner}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`;
const comments = `<w:comment w:id="0" w:author="Ola" w:date="2024-12-01T10:00:00Z">${p(r('Er det sikkert?'))}</w:comment>`;
const file = {
  name: 'sak.docx',
  bytes: docx(p(r('Kim kom til Moskva.')) + p(range(r('Han nektet')) + r(' for alt.')) + p(r('Borte', '<w:vanish/>')), {
    comments,
  }),
};
const page = `<!doctype html><html lang="nb"><head><title>Kim</title><meta name="author" content="Kari Moe"></head><body>
<nav><ul>${'<li><a href="/x">Nyheter</a></li>'.repeat(12)}</ul></nav><article><h1>Kim i Moskva</h1>
<p>Kim kom til Moskva tirsdag, og han nektet for alt da han ble spurt av pressen på flyplassen i byen.</p>
<p>Ingen trodde ham, og flere aviser skrev at han hadde reist dit for å be om penger, olje og våpen.</p>
</article></body></html>`;

describe('Importing a new text', () => {
  let team: TestTeam;
  let article: ArticleView;
  beforeAll(async () => {
    team = await TestTeam.open();
    article = (
      await team.editor.call<ArticleView>('POST', '/api/articles', {
        title: 'Kim',
        format: 'text',
        content: 'Kim kom til Moskva. Han nektet.',
      })
    ).body;
  });
  afterAll(() => team.close());

  const send = <Body>(kind: '' | '/preview', sent: { name: string; bytes: string | Uint8Array }, headers = {}) =>
    team.editor.call<Body & Problem>('POST', `/api/articles/${article.id}/revisions/import${kind}`, multipart([sent]), {
      ...multipartHeaders,
      ...headers,
    });

  it('lists in the preview what the file says beside its text, and keeps nothing', async () => {
    const { status, body } = await send<RevisionPreviewView>('/preview', file);
    expect([status, body.text]).toEqual([200, 'Kim kom til Moskva.\nHan nektet for alt.']);
    expect(body.dropped).toEqual([{ kind: 'hidden', count: 1, sample: 'Borte' }]);
    expect(body.beside).toMatchObject({
      title: 'Kim kom til Moskva.',
      author: '',
      annotations: [],
      comments: [{ author: 'Ola', text: 'Er det sikkert?', exact: 'Han nektet', place: 'passage' }],
    });
    expect((await team.events(article.id)).map(({ type }) => type)).toEqual(['article.created']);
  });

  it('answers with it, and makes threads of the comments', async () => {
    const { status, body } = await send<NewRevisionView>('', file, { 'if-match': article.etag });
    expect([status, body.revision.number]).toEqual([201, 2]);
    expect(body.beside?.comments.map(({ text }) => text)).toEqual(['Er det sikkert?']);
    const path = `/api/threads?article=${article.id}`;
    const { items } = (await team.reviewer.call<{ items: ThreadView[] }>('GET', path)).body;
    expect(items).toMatchObject([
      {
        passage: { exact: 'Han nektet', anchor: { outcome: 'unchanged' } },
        comments: [{ author: { name: 'Ola' }, at: '2024-12-01T10:00:00.000Z', text: 'Er det sikkert?' }],
      },
    ]);
    expect((await team.events(article.id)).map(({ type }) => type)).toEqual([
      'article.created',
      'article.revised',
      'thread.opened',
    ]);
  });

  it('reads the article of a saved page, and names the menus and the author', async () => {
    const { body } = await send<RevisionPreviewView>('/preview', { name: 'side.html', bytes: page });
    expect(body.text.split('\n')).toHaveLength(3);
    expect(body.text).not.toContain('Nyheter');
    expect(body.dropped.map(({ kind }) => kind)).toContain('navigation');
    expect(body.beside?.author).toBe('Kari Moe');
  });

  it('refuses what it cannot read, and a text on one that is no longer current', async () => {
    expect(await send('/preview', { name: 'x.pdf', bytes: 'x' })).toMatchObject({ status: 422 });
    expect(await send('', file, { 'if-match': '"r9.s0.m9"' })).toMatchObject({ status: 412 });
    expect((await send('', file)).status).toBe(428);
  });

  it('says nothing beside a text that was typed', async () => {
    const path = `/api/articles/${article.id}/revisions/preview`;
    const { body } = await team.editor.call<RevisionPreviewView>('POST', path, { format: 'text', content: 'En.' });
    expect(body.beside).toBeUndefined();
  });
});
