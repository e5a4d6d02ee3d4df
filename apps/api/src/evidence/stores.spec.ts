import type { EvidenceView, Problem } from '@belegg/contract';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { CONFIG, type Config } from '../platform/config';
import { TestApp, type Caller } from '../test/test-app';
import { EVIDENCE_STORE, type EvidenceStore } from './evidence-store';

/** A server that speaks S3, without types. It keeps objects in files. */
const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as new (options: object) => {
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
};

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const boundary = 'a-boundary';
const form = (bytes: Buffer) =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="bevis.bin"\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);

/** Where a store keeps things, as somebody sees it who has the disk. */
interface Kept {
  readonly app: TestApp;
  readonly fileOf: (newsroomId: string, sha256: string) => string;
  /** What is still on its way in, if anything is. */
  readonly incoming: () => Promise<string[]>;
  readonly end: () => Promise<void>;
}

const under = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

async function onDisk(): Promise<Kept> {
  const dataDir = await mkdtemp(join(tmpdir(), 'belegg-evidence-'));
  const app = await TestApp.start({ DATA_DIR: dataDir });
  const root = join(dataDir, 'evidence');
  return {
    app,
    fileOf: (newsroomId, sha256) => join(root, newsroomId, sha256.slice(0, 2), sha256),
    incoming: () => under(join(root, 'incoming')),
    end: async () => {
      await app.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}

async function inBucket(): Promise<Kept> {
  const directory = await mkdtemp(join(tmpdir(), 'belegg-bucket-'));
  const server = new S3rver({ port: 0, directory, silent: true, configureBuckets: [{ name: 'proofs' }] });
  const { port } = await server.run();
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' });
  const app = await TestApp.start({ EVIDENCE_URL: `s3://proofs/belegg?endpoint=http://127.0.0.1:${port}` });
  const root = join(directory, 'proofs/belegg');
  return {
    app,
    fileOf: (newsroomId, sha256) => `${join(root, newsroomId, sha256.slice(0, 2), sha256)}._S3rver_object`,
    incoming: () => under(join(root, 'incoming')),
    end: async () => {
      await app.stop();
      await server.close();
      await rm(directory, { recursive: true });
    },
  };
}

describe.each([
  ['on disk', onDisk],
  ['in a bucket', inBucket],
])('evidence %s', (_, open) => {
  let kept: Kept;
  let editor: Caller;
  let newsroomId: string;
  beforeAll(async () => {
    kept = await open();
    newsroomId = await kept.app.newsroom();
    editor = await kept.app.member(newsroomId, ['editor']);
  });
  afterAll(() => kept.end());

  const send = async (bytes: Buffer): Promise<string> => {
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const { status, body, text } = await editor.call<EvidenceView>('POST', '/api/evidence', form(bytes), headers);
    if (status !== 201) throw new Error(text);
    return body.sha256;
  };
  const read = (sha256: string) => editor.call<Problem>('GET', `/api/evidence/${sha256}`);

  it('comes back as it was sent, however large, and nothing is left on the way in', async () => {
    for (const size of [1, 70_000, 12 * 1024 * 1024]) {
      const bytes = randomBytes(size);
      const sha256 = await send(bytes);
      expect(sha256).toBe(hashOf(bytes));
      const got = await read(sha256);
      expect([got.status, got.bytes.equals(bytes)]).toEqual([200, true]);
      expect(hashOf(await readFile(kept.fileOf(newsroomId, sha256)))).toBe(sha256);
    }
    expect(await kept.incoming()).toEqual([]);
  });

  it('keeps nothing of what is refused', async () => {
    const store = kept.app.nest.get<EvidenceStore>(EVIDENCE_STORE, { strict: false });
    const bytes = randomBytes(1000);
    const refuse = () => {
      throw new Error('too large');
    };
    await expect(store.put(newsroomId, Readable.from([bytes]), refuse)).rejects.toThrow('too large');
    const broken = Readable.from(
      (function* () {
        yield bytes;
        throw new Error('broke off');
      })(),
    );
    await expect(store.put(newsroomId, broken, () => undefined)).rejects.toMatchObject({ code: 'bad-request' });
    await expect(store.open(newsroomId, hashOf(bytes))).rejects.toThrow('lost');
    expect(await kept.incoming()).toEqual([]);
  });

  it('is lost, in a sentence, where its bytes are gone or are others, and is mended by the right ones', async () => {
    const bytes = randomBytes(1000);
    const sha256 = await send(bytes);
    for (const spoil of [
      (file: string) => rm(file),
      (file: string) => writeFile(file, 'something else'),
      (file: string) => writeFile(file, randomBytes(1000)),
      (file: string) => writeFile(file, ''),
    ]) {
      await spoil(kept.fileOf(newsroomId, sha256));
      const { status, body } = await read(sha256);
      expect([status, body.code, body.detail]).toEqual([
        410,
        'evidence-lost',
        'The file is not there any more as it was kept. Tell whoever runs the server. If you have the file, upload it again.',
      ]);
      await send(bytes);
      expect((await read(sha256)).bytes.equals(bytes)).toBe(true);
    }
  });

  it('breaks off before its end where a long file was altered', async () => {
    const bytes = randomBytes(1024 * 1024);
    const sha256 = await send(bytes);
    const altered = Buffer.from(bytes);
    altered[900_000] = (altered[900_000] ?? 0) ^ 1;
    await writeFile(kept.fileOf(newsroomId, sha256), altered);
    await kept.app.nest.listen(0, '127.0.0.1');
    const { port } = kept.app.nest.getHttpServer().address() as AddressInfo;
    const call = request({
      port,
      path: `/api/evidence/${sha256}`,
      headers: { authorization: `Bearer ${editor.secret}` },
    });
    call.end();
    const [answer] = (await once(call, 'response')) as [import('node:http').IncomingMessage];
    let came = 0;
    const whole = await (async () => {
      for await (const chunk of answer) came += (chunk as Buffer).length;
      return true;
    })().catch(() => false);
    expect({ whole, less: came < bytes.length }).toEqual({ whole: false, less: true });
  });
});

describe('a store that does not answer', () => {
  it('is no fault of the evidence: it may be there again in a moment', async () => {
    const app = await TestApp.start({ EVIDENCE_URL: 's3://proofs?endpoint=http://127.0.0.1:9' });
    const editor = await app.member(await app.newsroom(), ['editor']);
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const answer = await editor.call<Problem>('POST', '/api/evidence', form(Buffer.from('x')), headers);
    expect([answer.status, answer.body.code]).toEqual([503, 'unavailable']);
    expect(app.nest.get<Config>(CONFIG).evidence).toMatchObject({ bucket: 'proofs', prefix: '', pathStyle: true });
    await app.stop();
  });
});
