import type { EvidenceView, Problem } from '@belegg/contract';
import { zipSync } from 'fflate';
import { request, type IncomingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';
import { TestTeam } from '../test/team';
import { multipart, multipartHeaders } from '../test/multipart';

const mebibyte = 1024 * 1024;
/** By how much the whole process may grow while it refuses, the sender in this test included. */
const bound = 100 * mebibyte;
const json = { 'content-type': 'application/json' };

interface Heard {
  /** 0 when the connection was closed without a word. */
  readonly status: number;
  readonly body: Partial<Problem>;
  /** Bytes that were sent before that. */
  readonly sent: number;
}

describe('what is too much', () => {
  let team: TestTeam;
  let base: string;
  beforeAll(async () => {
    team = await TestTeam.open();
    await team.app.nest.listen(0, '127.0.0.1');
    base = await team.app.nest.getUrl();
  });
  afterAll(() => team.close());

  /** Sends as fast as the server takes it, until everything is sent or an answer comes. */
  const stream = (path: string, headers: IncomingHttpHeaders, chunks: Iterable<Buffer>, isWhole = true) =>
    new Promise<Heard>((resolve) => {
      let sent = 0;
      let isOver = false;
      let wake: () => void = () => undefined;
      const over = (heard: Omit<Heard, 'sent'>): void => {
        isOver = true;
        wake();
        resolve({ ...heard, sent });
      };
      const outgoing = request(
        `${base}${path}`,
        { method: 'POST', agent: false, headers: { authorization: `Bearer ${team.editor.secret}`, ...headers } },
        (answer) => {
          const said: Buffer[] = [];
          answer.on('data', (data: Buffer) => said.push(data));
          answer.on('close', () => {
            over({
              status: answer.statusCode ?? 0,
              body: JSON.parse(Buffer.concat(said).toString() || '{}') as Partial<Problem>,
            });
            outgoing.destroy();
          });
        },
      );
      outgoing.on('drain', () => {
        wake();
      });
      outgoing.on('error', () => {
        over({ status: 0, body: {} });
      });
      void (async () => {
        for (const chunk of chunks) {
          if (isOver || outgoing.destroyed) return;
          sent += chunk.length;
          if (!outgoing.write(chunk))
            await new Promise<void>((resume) => {
              wake = resume;
            });
        }
        if (isWhole) outgoing.end();
      })();
    });

  /** @returns by how many bytes the process grew at most meanwhile */
  async function growth(work: () => Promise<unknown>): Promise<number> {
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 10);
    await work();
    clearInterval(watch);
    return Math.max(most, process.memoryUsage().rss) - before;
  }

  function* many(first: string, chunk: Buffer, count: number): Generator<Buffer> {
    yield Buffer.from(first);
    for (let index = 0; index < count; index++) yield chunk;
  }
  const fileHead = '--belegg-boundary\r\nContent-Disposition: form-data; name="file"; filename="x.txt"\r\n\r\n';
  const isEmptied = async (): Promise<boolean> =>
    (await team.app.database.inNewsroom(team.newsroomId, (tx) => tx.evidence.count())) === 0;

  const fieldHead = '--belegg-boundary\r\nContent-Disposition: form-data; name="title"\r\n\r\n';
  const said = { 'content-length': String(200 * mebibyte) };
  // What Node and the kernel hold on the way comes on top of the limits of 4 and 16 MiB. Fields and heads of parts are
  // thrown away as they come, until the time to send is over.
  it.each<[string, string, Record<string, string>, string, number]>([
    ['JSON', '/api/articles', json, '"', 12],
    ['JSON, as it says of itself,', '/api/articles', { ...json, ...said }, '"', 8],
    ['evidence', '/api/evidence', multipartHeaders, fileHead, 24],
    ['evidence, as it says of itself,', '/api/evidence', { ...multipartHeaders, ...said }, fileHead, 8],
    ['an article in a file', '/api/articles/import', multipartHeaders, fileHead, 24],
    [
      'an article in a file, as it says of itself,',
      '/api/articles/import',
      { ...multipartHeaders, ...said },
      fileHead,
      8,
    ],
    ['a field of a form', '/api/articles/import', multipartHeaders, fieldHead, 201],
    ['the head of a part', '/api/evidence', multipartHeaders, '--belegg-boundary\r\nX-Long: ', 201],
  ])(
    '200 MB of %s are refused, in bounded memory',
    async (_, path, headers, head, most) => {
      const chunk = Buffer.alloc(64 * 1024, 'a');
      let heard: Heard | undefined;
      const grown = await growth(async () => {
        heard = await stream(path, headers, many(head, chunk, 200 * 16));
      });
      console.log(
        `${path}: ${heard?.status} after ${((heard?.sent ?? 0) / mebibyte).toFixed(1)} MiB, grown by ${(grown / mebibyte).toFixed(1)} MiB`,
      );
      // A connection that is closed on its sender may hide the answer.
      expect(most === 201 ? [400, 413] : [413, 0]).toContain(heard?.status);
      expect(heard?.sent).toBeLessThanOrEqual(most * mebibyte);
      expect(grown).toBeLessThan(bound);
      expect(await isEmptied()).toBe(true);
    },
    60_000,
  );

  it('200 MB that come as 200 kB of gzip are refused', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * mebibyte, 'a'));
    let heard: Heard | undefined;
    const grown = await growth(async () => {
      heard = await stream('/api/articles', { ...json, 'content-encoding': 'gzip' }, [bomb]);
    });
    console.log(`gzip: ${heard?.status}, ${bomb.length} bytes, grown by ${(grown / mebibyte).toFixed(1)} MiB`);
    expect([400, 413, 415]).toContain(heard?.status);
    expect(grown).toBeLessThan(bound);
  }, 60_000);

  it('a file that comes too slowly is not waited for, and nothing of it is kept', async () => {
    const server = team.app.nest.getHttpServer() as { requestTimeout: number; headersTimeout: number };
    Object.assign(server, { requestTimeout: 300, headersTimeout: 300 });
    const { status } = await stream('/api/evidence', multipartHeaders, [Buffer.from(`${fileHead}half a fi`)], false);
    Object.assign(server, { requestTimeout: 60_000, headersTimeout: 60_000 });
    expect([0, 400, 408]).toContain(status);
    expect(await isEmptied()).toBe(true);
  });

  const deep = (levels: number, open = '[', close = ']') => open.repeat(levels) + close.repeat(levels);
  const send = (path: string, body: string | Buffer, headers: Record<string, string>) =>
    team.editor.call<Problem & EvidenceView>('POST', path, body, headers);
  const sendFile = (path: string, name: string, bytes: string | Uint8Array) =>
    send(path, multipart([{ name, bytes }]), multipartHeaders);

  it.each<[string, () => Promise<string>, string]>([
    ['an article', async () => '/api/articles', deep(10_000)],
    ['the title of one', async () => '/api/articles', `{"title": ${deep(10_000)}}`],
    [
      'an annotation',
      async () => `/api/articles/${(await team.article()).id}/annotations`,
      `{"selector": ${deep(10_000, '[{"a":', '}]').replace(':}', ':1}')}}`,
    ],
    [
      'annotations of other programs',
      async () => `/api/articles/${(await team.article()).id}/annotations/import`,
      deep(10_000),
    ],
    [
      'one of them',
      async () => `/api/articles/${(await team.article()).id}/annotations/import`,
      `{"target": ${deep(100_000)}}`,
    ],
  ])('JSON of 10,000 levels as %s is refused', async (_, path, body) => {
    const { status } = await send(await path(), body, json);
    expect([400, 422]).toContain(status);
  });

  it.each([
    ['a.json', deep(10_000)],
    ['b.json', `{"headlines": ${deep(100_000)}}`],
    ['c.json', `{"uri": "x", "body_text": ${deep(10_000)}}`],
    ['a.html', deep(10_000, '<div>', '</div>')],
    ['b.html', deep(10_000, '<table><tr><td>', '</td></tr></table>')],
    ['a.md', `${'>'.repeat(10_000)} x`],
    ['b.md', `${deep(10_000, '[', '](x)')}`],
    ['c.md', '*a_'.repeat(10_000)],
  ])('a file nested 10,000 deep (%s) is read or refused', async (name, content) => {
    const { status } = await sendFile('/api/articles/import', name, content);
    expect([201, 422]).toContain(status);
  });

  const document = (body: string, head = '') =>
    Buffer.from(
      `<?xml version="1.0"?>${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    );
  const zeros = (size: number) => Buffer.alloc(size * mebibyte, 32);
  const docx = (parts: Record<string, Uint8Array>) =>
    Buffer.from(
      zipSync({ 'word/document.xml': document('<w:p><w:r><w:t>Tekst.</w:t></w:r></w:p>'), ...parts }, { level: 1 }),
    );
  /** Says of each entry that it is a hundred bytes long. */
  const lying = (archive: Buffer) => {
    for (
      let at = archive.indexOf('PK\x01\x02', 0, 'latin1');
      at >= 0;
      at = archive.indexOf('PK\x01\x02', at + 4, 'latin1')
    )
      archive.writeUInt32LE(100, at + 24);
    return archive;
  };
  const entities = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(100)}">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${String.fromCharCode(98 + n)} "${`&${String.fromCharCode(97 + n)};`.repeat(10)}">`).join('')}]>`;

  it.each<[string, () => Buffer]>([
    ['of 200 MB in one part', () => docx({ 'word/document.xml': zeros(200) })],
    ['of 200 MB in one part that claims a hundred bytes', () => lying(docx({ 'word/document.xml': zeros(200) }))],
    [
      'of 200 MB in ten parts',
      () => docx(Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`word/x${index}.xml`, zeros(20)]))),
    ],
    [
      'of 40 MB of text',
      () => docx({ 'word/document.xml': document(`<w:p><w:r><w:t>${'Tekst. '.repeat(6_000_000)}</w:t></w:r></w:p>`) }),
    ],
    [
      'of 5,000 entries',
      () =>
        docx(
          Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`word/x${index}.xml`, Buffer.from('<x/>')])),
        ),
    ],
    [
      'that makes a gigabyte of entities',
      () => docx({ 'word/document.xml': document('<w:p><w:r><w:t>&j;</w:t></w:r></w:p>', entities) }),
    ],
    ['in an archive in an archive', () => docx({ 'word/document.xml': docx({ 'word/document.xml': zeros(200) }) })],
  ])(
    'a document %s is refused, in bounded memory',
    async (_, make) => {
      const bomb = make();
      let answer: { status: number; body: Problem } | undefined;
      const grown = await growth(async () => {
        answer = await sendFile('/api/articles/import', 'a.docx', bomb);
      });
      console.log(
        `docx: ${answer?.status} ${answer?.body.code}, ${bomb.length} bytes, grown by ${(grown / mebibyte).toFixed(1)} MiB`,
      );
      expect([answer?.status, answer?.body.code]).toEqual([422, 'broken-file']);
      expect(grown).toBeLessThan(bound);
    },
    60_000,
  );

  const page = '<!doctype html><script>alert(1)</script>Tekst.';
  it.each([
    ['a PDF', `%PDF-1.7\n${page}`, 'application/pdf'],
    ['an archive', `PK\x03\x04${page}`, 'application/zip'],
    ['a picture', `GIF89a${page}`, 'image/gif'],
    ['another picture', `\x89PNG\r\n\x1A\n${page}`, 'image/png'],
    ['a film', `\0\0\0\x18ftyp${page}`, 'video/mp4'],
    ['an archive behind it', `${page}${docx({}).toString('latin1')}`, 'application/octet-stream'],
  ])('a page that is %s as well is no article, and as evidence never shown', async (_, content, mediaType) => {
    const bytes = Buffer.from(content, 'latin1');
    for (const name of ['a.html', 'a.txt', 'a.md', 'a.pdf', 'a.docx', 'a.json']) {
      const { status } = await sendFile('/api/articles/import', name, bytes);
      expect([name, status]).toEqual([name, 422]);
    }
    const { body } = await sendFile('/api/evidence', 'side.html', bytes);
    expect(body.mediaType).toBe(mediaType);
    const { headers } = await team.editor.call('GET', `/api/evidence/${body.sha256}`);
    expect(headers).toMatchObject({
      'content-type': mediaType,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'content-disposition': expect.stringMatching(/^attachment; /),
    });
  });

  it.each(['/api/evidence', '/api/articles/import'])('more parts than a form has are refused at %s', async (path) => {
    const fields = (count: number) =>
      multipart([], Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, 'x'])));
    const files = (count: number) =>
      multipart(Array.from({ length: count }, (_, index) => ({ name: `${index}.txt`, bytes: 'x' })));
    const statusOf = async (form: Buffer) => (await send(path, form, multipartHeaders)).status;
    expect([await statusOf(fields(10)), await statusOf(fields(11)), await statusOf(fields(10_000))]).toEqual([
      422, 413, 413,
    ]);
    // Evidence is the first file; those behind it are not read.
    expect([await statusOf(files(1)), await statusOf(files(2)), await statusOf(files(10_000))]).toEqual(
      path === '/api/evidence' ? [201, 201, 201] : [201, 413, 413],
    );
  });
});
