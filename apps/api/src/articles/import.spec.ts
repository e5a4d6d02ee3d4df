import { maxTextBytes, type ArticleView, type Problem } from '@belegg/contract';
import { TestTeam } from '../test/team';
import { multipart, multipartHeaders, type SentFile } from '../test/multipart';
import type { Answer, Caller } from '../test/test-app';

describe('Importing a file', () => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await TestTeam.open();
  });
  afterAll(() => team.close());

  const send = (
    files: readonly SentFile[],
    fields: Readonly<Record<string, string>> = {},
    by: Caller = team.editor,
  ): Promise<Answer<ArticleView & Problem>> =>
    by.call('POST', '/api/articles/import', multipart(files, fields), multipartHeaders);
  const upload = (
    name: string,
    bytes: string | Buffer,
    fields: Readonly<Record<string, string>> = {},
    by = team.editor,
  ) => send([{ name, bytes }], fields, by);

  it.each<[string, string, string, string[]]>([
    ['a.txt', 'Overskriften\nEn lang nok setning.', 'Overskriften\nEn lang nok setning.', ['heading', 'paragraph']],
    ['a.MD', '# Tittel\n\nEn **to**.', 'Tittel\nEn to.', ['heading', 'paragraph']],
    ['a.html', '<h1>Tittel</h1><ul><li>En', 'Tittel\nEn', ['heading', 'listItem']],
    ['a.htm', '<p>En', 'En', ['paragraph']],
  ])('reads %s', async (name, content, text, kinds) => {
    const { status, body, headers } = await upload(name, content);
    expect({ status, etag: headers['etag'] }).toEqual({ status: 201, etag: '"r1.s0.m1"' });
    expect(body.revision.text).toBe(text);
    expect(body.revision.blocks.map(({ kind }) => kind)).toEqual(kinds);
    expect((await team.events(body.id)).map(({ type }) => type)).toEqual(['article.created']);
  });

  it('takes what is said of it, and detects the rest', async () => {
    const { body } = await upload('a.txt', 'The minister said that it was not true.', {
      title: '  En   tittel ',
      author: 'Kari',
      date: '2024-12-01',
      language: '',
    });
    expect(body).toMatchObject({ title: 'En tittel', author: 'Kari', date: '2024-12-01', language: 'en' });
  });

  it('is called by the given title, or its headline, or its first line', async () => {
    expect((await upload('fil.md', '# Over\u00ADskrift\n\nx', { title: 'Gitt' })).body.title).toBe('Gitt');
    expect((await upload('fil.md', 'x\n\n# Over\u00ADskrift')).body.title).toBe('Overskrift');
    expect((await upload('kim i moskva.txt', 'Bare en setning.')).body.title).toBe('Bare en setning.');
    expect([...(await upload('fil.md', `# ${'😀'.repeat(400)}`)).body.title]).toHaveLength(300);
  });

  it('reads UTF-16 with a byte-order mark, and lists what it dropped', async () => {
    expect((await upload('a.txt', Buffer.from('\uFEFFBlåbær.', 'utf16le'))).body.revision.text).toBe('Blåbær.');
    expect((await upload('a.html', '<p>x<img>')).body.dropped).toEqual([{ kind: 'image', count: 1, sample: '' }]);
  });

  it.each<[string, string, string | Buffer, number, string]>([
    ['an empty file', 'a.txt', '', 422, 'empty-text'],
    ['white space', 'a.txt', ' \n', 422, 'empty-text'],
    ['a picture by another name', 'a.txt', Buffer.from('89504e470d0a1a0a', 'hex'), 422, 'binary'],
    ['NUL bytes', 'a.html', 'a\0b', 422, 'binary'],
    ['more than a mebibyte', 'a.txt', 'a'.repeat(maxTextBytes + 1), 413, 'too-large'],
    ['far more than a mebibyte', 'a.txt', 'a'.repeat(3 * maxTextBytes), 413, 'too-large'],
    ['too many sentences', 'a.txt', 'Ja.\n'.repeat(20_001), 422, 'too-many-sentences'],
    ['half a PDF', 'a.pdf', '%PDF-1.7', 422, 'broken-file'],
    ['no PDF', 'a.pdf', 'Hei.', 422, 'broken-file'],
    ['an empty PDF', 'a.pdf', '', 422, 'empty-text'],
    ['half a ZIP', 'a.docx', Buffer.from('504b030414000600', 'hex'), 422, 'broken-file'],
    ['a text that is called DOCX', 'a.docx', 'Hei.', 422, 'broken-file'],
    ['an old Word file', 'a.doc', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 422, 'old-word-file'],
    ['half a JSON file', 'a.json', '{"headlines": [', 422, 'broken-file'],
    ['JSON that is nothing we know', 'a.json', '{"hei": 1}', 422, 'unknown-json'],
    ['a report that is not whole', 'a.json', '{"format": "belegg-report/1"}', 422, 'broken-file'],
    ['a spreadsheet', 'a.xlsx', 'PK', 415, 'unread-format'],
    ['a file without a type', 'LESMEG', 'Hei.', 415, 'unread-format'],
  ])('refuses %s', async (_, name, bytes, status, code) => {
    const before = await count();
    expect(await upload(name, bytes)).toMatchObject({ status, body: { code } });
    expect(await count()).toBe(before);
  });

  it('refuses fields that are wrong or unknown, and says which', async () => {
    expect(await upload('a.txt', 'Hei.', { date: 'i går' })).toMatchObject({
      status: 422,
      body: { code: 'invalid', errors: [{ pointer: '/date' }] },
    });
    expect(await upload('a.txt', 'Hei.', { farge: 'rød' })).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(await send([], { title: 'x' })).toMatchObject({
      status: 422,
      body: { code: 'invalid', errors: [{ pointer: '/file' }] },
    });
    expect(
      (
        await send([
          { name: 'a.txt', bytes: 'A.' },
          { name: 'b.txt', bytes: 'B.' },
        ])
      ).status,
    ).toBe(413);
  });

  it('takes a file or an address, and says what is wrong with the address', async () => {
    expect(
      await team.editor.call('POST', '/api/articles/import', '<p>', { 'content-type': 'text/html' }),
    ).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
    expect(await team.editor.call('POST', '/api/articles/import', { url: 'ftp://a.no' })).toMatchObject({
      status: 422,
      body: { code: 'invalid', errors: [{ pointer: '/url' }] },
    });
    expect(await team.editor.call('POST', '/api/articles/import', {})).toMatchObject({
      status: 422,
      body: { code: 'invalid', errors: [{ pointer: '/url' }] },
    });
  });

  it('is for those who write', async () => {
    expect((await upload('a.txt', 'Hei.', {}, team.app.nobody)).status).toBe(401);
    expect((await upload('a.txt', 'Hei.', {}, team.admin)).status).toBe(403);
  });

  const count = () => team.app.database.inNewsroom(team.newsroomId, (tx) => tx.article.count());
});
