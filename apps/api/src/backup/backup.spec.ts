import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { EVIDENCE_STORE, type EvidenceStore } from '../evidence';
import { CONFIG, type Config } from '../platform/config';
import { TestTeam } from '../test/team';
import { TestApp } from '../test/test-app';
import { checkArchive, hashOf } from './archive';
import { writeBackup } from './backup';
import { restoreBackup } from './restore';
import { BackupSchedule } from './schedule';

const text = 'Broen er 412 meter lang. Den åpnet i 1998, sier "Hansen\\Nilsen".\tSlutt.';
const placeOf = ({ nest }: TestApp) => ({
  databaseUrl: nest.get<Config>(CONFIG).databaseUrl,
  store: nest.get<EvidenceStore>(EVIDENCE_STORE, { strict: false }),
});

describe('a backup', () => {
  let team: TestTeam;
  let folder: string;
  const proof = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(200_000)]);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'belegg-backup-'));
    team = await TestTeam.open({ DATA_DIR: join(folder, 'data') });
    const form = Buffer.concat([
      Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'),
      proof,
      Buffer.from('\r\n--b--\r\n'),
    ]);
    const sent = await team.editor.call('POST', '/api/evidence', form, {
      'content-type': 'multipart/form-data; boundary=b',
    });
    expect(sent.status).toBe(201);
    const article = await team.article(text);
    await team.approved(article, 'Broen er 412 meter lang.');
  });
  afterAll(async () => {
    await team.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Restores into a database of its own, and serves from there. */
  async function restored(file: string, owner: 'superuser' | 'plain'): Promise<TestApp> {
    const app = await TestApp.start({ DATA_DIR: join(folder, `data-${owner}`) }, owner);
    await restoreBackup(placeOf(app), file);
    return app;
  }

  it.each(['superuser', 'plain'] as const)('comes back row for row and byte for byte, to a %s', async (owner) => {
    const file = join(folder, `${owner}.tar`);
    const written = await writeBackup(placeOf(team.app), file);
    expect(written.lost).toEqual([]);
    expect(written.evidence).toBe(1);
    const rows = (name: string) => written.tables.find((table) => table.name === name)?.rows;
    expect([rows('Evidence'), rows('Article'), rows('Annotation')]).toEqual([1, 1, 1]);
    expect(rows('Event')).toBeGreaterThan(3);
    const app = await restored(file, owner);
    try {
      const again = await writeBackup(placeOf(app), join(folder, `${owner}-again.tar`));
      expect({ tables: again.tables, sequences: again.sequences }).toEqual({
        tables: written.tables,
        sequences: written.sequences,
      });
      const bytes = await placeOf(app).store.open(team.newsroomId, hashOf(proof)).then(buffer);
      expect(hashOf(bytes)).toBe(hashOf(proof));
      // What is written from here on gets ids and positions of its own, and the walls stand.
      const editor = app.caller(team.editor.secret, team.editor.actor);
      expect((await editor.call('POST', '/api/sources', { kind: 'other', name: 'Etterpå' })).status).toBe(201);
      const theirs = app.caller(team.stranger.secret, team.stranger.actor);
      expect((await theirs.call<{ items: unknown[] }>('GET', '/api/articles')).body.items).toEqual([]);
      await expect(
        app.database.inNewsroom(team.newsroomId, (tx) => tx.$executeRaw`DELETE FROM "Event"`),
      ).rejects.toThrow(/permission denied/);
      await expect(restoreBackup(placeOf(app), file)).rejects.toThrow(/not empty/);
    } finally {
      await app.stop();
    }
  });

  it('is of one moment, however much is written meanwhile', async () => {
    const isOver = new AbortController();
    const writing = (async () => {
      for (let n = 0; !isOver.signal.aborted; n++)
        await team.editor.call('POST', '/api/sources', { kind: 'other', name: `Meanwhile ${n}` });
    })();
    const file = join(folder, 'meanwhile.tar');
    await writeBackup(placeOf(team.app), file);
    isOver.abort();
    await writing;
    const app = await TestApp.start({ DATA_DIR: join(folder, 'meanwhile') });
    try {
      await restoreBackup(placeOf(app), file); // makes all foreign keys anew, and so checks them
      const [row] = await app.database.lookUp(
        (tx) => tx.$queryRaw<{ ok: boolean }[]>`SELECT
          (SELECT count(*) FROM "Source") = (SELECT count(*) FROM "Event" WHERE "type" = 'source.created') AS "ok"`,
      );
      expect(row).toEqual({ ok: true });
    } finally {
      await app.stop();
    }
  });

  it('is refused when it was cut off or any byte of it is another, and then nothing is kept', async () => {
    const file = join(folder, 'whole.tar');
    await writeBackup(placeOf(team.app), file);
    const whole = await readFile(file);
    const broken = join(folder, 'broken.tar');
    const app = await TestApp.start({ DATA_DIR: join(folder, 'broken') });
    try {
      const tries = [whole.subarray(0, whole.length / 2), Buffer.alloc(0), Buffer.from('no archive at all')];
      for (let at = 600; at < whole.length - 1024; at += Math.ceil(whole.length / 12)) {
        const changed = Buffer.from(whole);
        changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at);
        tries.push(changed);
      }
      let refused = 0;
      for (const bytes of tries) {
        await writeFile(broken, bytes);
        const fault: unknown = await checkArchive(broken).catch((error: unknown) => error);
        if (!(fault instanceof Error)) continue; // padding between two entries holds nothing
        refused++;
        await expect(restoreBackup(placeOf(app), broken)).rejects.toThrow(/broken\.tar/);
      }
      expect(refused).toBeGreaterThan(8);
      await restoreBackup(placeOf(app), file);
    } finally {
      await app.stop();
    }
  });

  it('never overwrites a file, and leaves none by half', async () => {
    const file = join(folder, 'there.tar');
    await writeFile(file, 'mine');
    await expect(writeBackup(placeOf(team.app), file)).rejects.toThrow(/there already/);
    expect(await readFile(file, 'utf8')).toBe('mine');
    const stopped = AbortSignal.abort(new Error('stop'));
    await expect(writeBackup(placeOf(team.app), join(folder, 'half.tar'), { signal: stopped })).rejects.toThrow();
    expect((await readdir(folder)).filter((name) => name.includes('half'))).toEqual([]);
  });

  it('is written each day, kept so many times, and shown in the figures', async () => {
    const daily = join(folder, 'daily');
    const app = await TestApp.start({ BACKUP_DIR: daily, BACKUP_KEEP: '2', DATA_DIR: join(folder, 'data-daily') });
    try {
      const schedule = app.nest.get(BackupSchedule, { strict: false });
      for (let day = 0; day < 4; day++) {
        await schedule.writeWhenDue();
        await schedule.writeWhenDue();
        expect(await readdir(daily)).toHaveLength(Math.min(day + 1, 2));
        app.advance(86_400_000 + 60_000);
      }
      const admin = await app.member(await app.newsroom(), ['admin']);
      const { text: figures } = await app.caller(admin.secret, admin.actor).call('GET', '/metrics');
      const [, success = ''] = /^backup_last_success_timestamp_seconds (\d+)$/m.exec(figures) ?? [];
      expect(Number(success) * 1000).toBeGreaterThan(Date.now() + 2 * 86_400_000);
      expect(figures).toMatch(/^backup_failures 0$/m);
    } finally {
      await app.stop();
    }
  });
});
