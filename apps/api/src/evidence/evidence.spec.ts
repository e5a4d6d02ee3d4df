import type { EvidenceView } from '@belegg/contract';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { CONFIG, type Config } from '../platform/config';
import { TestApp, type Caller } from '../test/test-app';
import { DiskStore } from './disk-store';
import { attachment, cleanFileName } from './file-name';
import { sniffMediaType } from './media-type';

const mebibyte = 1024 * 1024;
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const boundary = 'a-boundary';
const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` };

function form(
  bytes: Buffer,
  fileName = 'bevis.pdf',
  { field = 'file', type = 'text/html', end = `\r\n--${boundary}--\r\n` } = {},
): Buffer {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${fileName}"\r\nContent-Type: ${type}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from(end)]);
}

describe('evidence', () => {
  let app: TestApp;
  let newsroomId: string;
  let editor: Caller;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(async () => {
    const { dataDir } = app.nest.get<Config>(CONFIG);
    await app.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    newsroomId = await app.newsroom();
    editor = await app.member(newsroomId, ['editor']);
  });

  const send = (body: Buffer, by = editor) => by.call<EvidenceView>('POST', '/api/evidence', body, multipart);
  const fetchIt = (sha256: string, by = editor) => by.call('GET', `/api/evidence/${sha256}`);
  const folder = () => join(app.nest.get<Config>(CONFIG).dataDir, 'evidence');
  const events = () => app.database.inNewsroom(newsroomId, (tx) => tx.event.findMany({ where: { newsroomId } }));

  it('comes back byte for byte, to be saved and never shown', async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)]);
    const sent = await send(form(bytes, 'Årsmelding 2024.pdf'));
    expect(sent).toMatchObject({
      status: 201,
      body: {
        sha256: hashOf(bytes),
        mediaType: 'application/pdf',
        fileName: 'Årsmelding 2024.pdf',
        size: bytes.length,
      },
    });
    const got = await fetchIt(sent.body.sha256);
    expect(got.status).toBe(200);
    expect(got.bytes.equals(bytes)).toBe(true);
    expect(got.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="A_rsmelding 2024.pdf"; filename*=UTF-8''%C3%85rsmelding%202024.pdf`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    });
    expect((await events()).map(({ type, data }) => [type, data])).toEqual([
      [
        'evidence.captured',
        {
          sha256: hashOf(bytes),
          size: bytes.length,
          mediaType: 'application/pdf',
          fileName: 'Årsmelding 2024.pdf',
        },
      ],
    ]);
  });

  it('is kept under its hash, and nothing is left on the way in', async () => {
    const bytes = randomBytes(100);
    const sha256 = hashOf(bytes);
    await send(form(bytes));
    expect(hashOf(await readFile(join(folder(), newsroomId, sha256.slice(0, 2), sha256)))).toBe(sha256);
    expect(await readdir(join(folder(), 'incoming'))).toEqual([]);
  });

  it('is one thing however often it is sent, also at once', async () => {
    const bytes = randomBytes(100_000);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => send(form(bytes, `nr ${i}.bin`))));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await events()).toHaveLength(1);
    expect(await readdir(join(folder(), 'incoming'))).toEqual([]);
  });

  it.each([
    ['markup', '<!doctype html><script>alert(1)</script>', 'side.html', 'text/plain; charset=utf-8'],
    [
      'a drawing that runs',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      'logo.svg',
      'text/plain; charset=utf-8',
    ],
    ['a picture that is also a script', 'GIF89a/*\0\0*/=alert(1)//', 'bilde.gif', 'image/gif'],
    ['bytes', '\0\x01\x02\x03', 'x.html', 'application/octet-stream'],
  ])(
    'takes %s for what it is, whatever its sender says, and shows it to nobody',
    async (_, content, fileName, mediaType) => {
      const { body } = await send(form(Buffer.from(content, 'latin1'), fileName));
      expect(body.mediaType).toBe(mediaType);
      const { headers } = await fetchIt(body.sha256);
      expect(headers['content-type']).toBe(mediaType);
      expect(headers['content-disposition']).toMatch(/^attachment; /);
      expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
    },
  );

  it('takes 16 MiB, and not a byte more', async () => {
    const bytes = Buffer.alloc(16 * mebibyte, 7);
    expect((await send(form(bytes))).status).toBe(201);
    const refused = await send(form(Buffer.concat([bytes, Buffer.from('x')])));
    expect(refused).toMatchObject({
      status: 413,
      body: { code: 'too-large', detail: 'The file is larger than the limit of 16 MiB.' },
    });
    expect(await readdir(join(folder(), 'incoming'))).toEqual([]);
    expect(await events()).toHaveLength(1);
  });

  it.each([
    ['no file', Buffer.from(`--${boundary}--\r\n`), 422],
    ['an empty file', form(Buffer.alloc(0)), 422],
    ['a file under another name', form(Buffer.from('x'), 'x', { field: 'attachment' }), 422],
    ['a field that breaks out', form(Buffer.from('x'), 'x', { field: '__proto__' }), 400],
    ['a body that breaks off', form(Buffer.from('half a fi'), 'x', { end: '' }), 400],
    ['a body without a part', Buffer.from('nothing'), 400],
    ['an empty body', Buffer.alloc(0), 422],
  ])('refuses %s, and keeps nothing', async (_, body, status) => {
    expect((await send(body)).status).toBe(status);
    expect(await events()).toEqual([]);
    expect(existsSync(join(folder(), newsroomId))).toBe(false);
    expect(await readdir(join(folder(), 'incoming')).catch(() => [])).toEqual([]);
  });

  it('refuses what is no form, or has no boundary', async () => {
    expect((await editor.call('POST', '/api/evidence', { url: 'https://example.test' })).status).toBe(415);
    expect(
      (await editor.call('POST', '/api/evidence', Buffer.from('x'), { 'content-type': 'multipart/form-data' })).status,
    ).toBe(400);
  });

  it('is of one newsroom: another cannot fetch it by its hash, and can have the same bytes', async () => {
    const bytes = randomBytes(50);
    const sha256 = hashOf(bytes);
    const stranger = await app.member(await app.newsroom(), ['admin', 'editor']);
    await send(form(bytes, 'ours.bin'));
    expect((await fetchIt(sha256, stranger)).status).toBe(404);
    expect((await send(form(bytes, 'theirs.bin'), stranger)).body.fileName).toBe('theirs.bin');
    expect((await fetchIt(sha256)).headers['content-disposition']).toContain('ours.bin');
  });

  it('is for members, to add for those who write', async () => {
    const admin = await app.member(newsroomId, ['admin']);
    const {
      body: { sha256 },
    } = await send(form(randomBytes(10)));
    expect((await fetchIt(sha256, app.nobody)).status).toBe(401);
    expect((await fetchIt(sha256, admin)).status).toBe(200);
    expect((await send(form(Buffer.from('x')), app.nobody)).status).toBe(401);
    expect((await send(form(Buffer.from('x')), admin)).status).toBe(403);
    for (const wrong of ['0'.repeat(64), 'A'.repeat(64), '..%2F..%2Fetc', 'x'])
      expect((await fetchIt(wrong)).status).toBe(404);
  });
});

describe('DiskStore', () => {
  it('clears away what a crash left on the way in long ago, and leaves what may still come', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'belegg-disk-store-'));
    const store = new DiskStore({ dataDir } as Config);
    await store.put('newsroom', Readable.from([Buffer.from('x')]), () => undefined);
    const incoming = join(dataDir, 'evidence', 'incoming');
    await writeFile(join(incoming, 'old'), 'half');
    await writeFile(join(incoming, 'new'), 'half');
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    await utimes(join(incoming, 'old'), yesterday, yesterday);
    await store.onModuleInit();
    expect(await readdir(incoming)).toEqual(['new']);
    await rm(dataDir, { recursive: true });
  });
});

describe('a file name', () => {
  it.each([
    ['bevis.pdf', 'bevis.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\kari\\notat.docx', 'notat.docx'],
    ['.htaccess', 'htaccess'],
    ['', 'evidence'],
    ['...', 'evidence'],
    [undefined, 'evidence'],
    ['bilde\u202Egpj.exe', 'bildegpj.exe'],
    ['a\r\nSet-Cookie: x=y', 'aSet-Cookie: x=y'],
    ['Å'.normalize('NFD'), 'Å'],
    ['å'.repeat(400), 'å'.repeat(150)],
    ['\ud800x', '\ufffdx'],
  ])('%j is kept as %j', (given, kept) => expect(cleanFileName(given)).toBe(kept));

  it.each([
    [
      'x"; filename=evil.exe',
      `attachment; filename="x__ filename_evil.exe"; filename*=UTF-8''x%22%3B%20filename%3Devil.exe`,
    ],
    ["it's (1)*.txt", `attachment; filename="it_s (1)_.txt"; filename*=UTF-8''it%27s%20%281%29%2A.txt`],
    ['北京.pdf', `attachment; filename="__.pdf"; filename*=UTF-8''%E5%8C%97%E4%BA%AC.pdf`],
  ])('%j is inert in a header', (name, header) => expect(attachment(name)).toBe(header));
});

describe('sniffMediaType', () => {
  it.each([
    ['text that is cut in a letter', Buffer.from('blåbær').subarray(0, 3), 'text/plain; charset=utf-8'],
    ['Latin-1', Buffer.from('blåbær', 'latin1'), 'application/octet-stream'],
    ['an office document', Buffer.from('PK\x03\x04'), 'application/zip'],
    ['nothing', Buffer.alloc(0), 'text/plain; charset=utf-8'],
    ['a film', Buffer.from('\0\0\0\x18ftypmp42'), 'video/mp4'],
  ])('knows %s', (_, bytes, mediaType) => expect(sniffMediaType(bytes)).toBe(mediaType));
});
