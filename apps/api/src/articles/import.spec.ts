import { maxTextBytes, type ArticleView, type Problem } from '@belegg/contract';
import { Desk } from '../test/desk';
import type { Answer, Caller } from '../test/test-app';

interface File {
  readonly name: string;
  readonly bytes: string | Buffer;
}

const boundary = 'belegg-boundary';

function multipart(files: readonly File[], fields: Readonly<Record<string, string>>): Buffer {
  const parts = Object.entries(fields).map(([name, value]) => Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`));
  for (const { name, bytes } of files) {
    parts.push(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`), Buffer.from(bytes), Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
}

describe('Importing a file', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  const send = (files: readonly File[], fields: Readonly<Record<string, string>> = {}, by: Caller = desk.editor): Promise<Answer<ArticleView & Problem>> =>
    by.call('POST', '/api/articles/import', multipart(files, fields), { 'content-type': `multipart/form-data; boundary=${boundary}` });
  const upload = (name: string, bytes: string | Buffer, fields: Readonly<Record<string, string>> = {}, by = desk.editor) => send([{ name, bytes }], fields, by);

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
    expect((await desk.events(body.id)).map(({ type }) => type)).toEqual(['article.created']);
  });

  it('takes what is said of it, and detects the rest', async () => {
    const { body } = await upload('a.txt', 'The minister said that it was not true.', { title: '  En   tittel ', author: 'Kari', date: '2024-12-01', language: '' });
    expect(body).toMatchObject({ title: 'En tittel', author: 'Kari', date: '2024-12-01', language: 'en' });
  });

  it('is called by the given title, or the first heading, or the file', async () => {
    expect((await upload('fil.md', '# Over\u00ADskrift\n\nx', { title: 'Gitt' })).body.title).toBe('Gitt');
    expect((await upload('fil.md', 'x\n\n# Over\u00ADskrift')).body.title).toBe('Overskrift');
    expect((await upload('kim i moskva.txt', 'Bare en setning.')).body.title).toBe('kim i moskva');
    expect([...(await upload('fil.md', `# ${'😀'.repeat(400)}`)).body.title]).toHaveLength(300);
  });

  it('reads UTF-16 with a byte-order mark, and lists what it dropped', async () => {
    expect((await upload('a.txt', Buffer.from('\uFEFFBlåbær.', 'utf16le'))).body.revision.text).toBe('Blåbær.');
    expect((await upload('a.html', '<p>x<img>')).body.dropped).toEqual(['image']);
  });

  it.each<[string, string, string | Buffer, number, string]>([
    ['an empty file', 'a.txt', '', 422, 'empty-text'],
    ['white space', 'a.txt', ' \n', 422, 'empty-text'],
    ['a picture by another name', 'a.txt', Buffer.from('89504e470d0a1a0a', 'hex'), 422, 'binary'],
    ['NUL bytes', 'a.html', 'a\0b', 422, 'binary'],
    ['Latin-1', 'a.txt', Buffer.from('Bl\xE5b\xE6r', 'latin1'), 422, 'encoding'],
    ['more than a mebibyte', 'a.txt', 'a'.repeat(maxTextBytes + 1), 413, 'too-large'],
    ['far more than a mebibyte', 'a.txt', 'a'.repeat(3 * maxTextBytes), 413, 'too-large'],
    ['too many sentences', 'a.txt', 'Ja.\n'.repeat(20_001), 422, 'too-many-sentences'],
    ['a PDF', 'a.pdf', '%PDF-1.7', 415, 'unsupported-media-type'],
    ['a file without a type', 'LESMEG', 'Hei.', 415, 'unsupported-media-type'],
  ])('refuses %s', async (_, name, bytes, status, code) => {
    const before = await count();
    expect(await upload(name, bytes)).toMatchObject({ status, body: { code } });
    expect(await count()).toBe(before);
  });

  it('refuses fields that are wrong or unknown, and says which', async () => {
    expect(await upload('a.txt', 'Hei.', { date: 'i går' })).toMatchObject({ status: 422, body: { code: 'invalid', errors: [{ pointer: '/date' }] } });
    expect(await upload('a.txt', 'Hei.', { farge: 'rød' })).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(await send([], { title: 'x' })).toMatchObject({ status: 422, body: { code: 'invalid', errors: [{ pointer: '/file' }] } });
    expect((await send([{ name: 'a.txt', bytes: 'A.' }, { name: 'b.txt', bytes: 'B.' }])).status).toBe(413);
  });

  it('takes nothing but multipart', async () => {
    expect(await desk.editor.call('POST', '/api/articles/import', { url: 'https://a.no' })).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
  });

  it('is for those who write', async () => {
    expect((await upload('a.txt', 'Hei.', {}, desk.app.nobody)).status).toBe(401);
    expect((await upload('a.txt', 'Hei.', {}, desk.admin)).status).toBe(403);
  });

  const count = () => desk.app.database.inNewsroom(desk.newsroomId, (tx) => tx.article.count());
});
