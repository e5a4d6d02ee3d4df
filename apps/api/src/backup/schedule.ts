import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EVIDENCE_STORE, type EvidenceStore } from '../evidence';
import { Clock } from '../platform/clock';
import { CONFIG, type Config } from '../platform/config';
import { Metrics } from '../platform/health/metrics';
import { writeBackup } from './backup';

const hour = 3_600_000;
/** Milliseconds between two backups, and between two looks at whether one is due. */
const period = 24 * hour;
const look = hour / 6;

/** How a backup of this schedule is named, with its UTC time; other files in the folder are left alone. */
const pattern = /^belegg-\d{4}-\d\d-\d\dT\d{4}Z\.tar$/;
const nameAt = (at: Date): string => `belegg-${at.toISOString().slice(0, 16).replace(/:/g, '')}Z.tar`;

/**
 * Writes a backup into `BACKUP_DIR` each day, and keeps the newest `BACKUP_KEEP`. Of several servers with one folder
 * one does.
 */
@Injectable()
export class BackupSchedule implements OnModuleDestroy {
  private readonly logger = new Logger('Backup');
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private failures = 0;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(EVIDENCE_STORE) private readonly store: EvidenceStore,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    metrics.gauge(
      'backup_last_success_timestamp_seconds',
      'When the newest backup in BACKUP_DIR was written',
      async () => {
        const newest = (await this.kept()).at(-1);
        return newest && newest.at / 1000;
      },
    );
    metrics.gauge('backup_failures', 'Backups of this process that failed since it started', () =>
      config.backupDir === undefined ? undefined : this.failures,
    );
  }

  /** Begins to look; a command of the command line does not. */
  start(): void {
    if (this.config.backupDir === undefined) return;
    this.timer = setInterval(() => void this.writeWhenDue(), look).unref();
    void this.writeWhenDue();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort(new Error('the server stops'));
    await this.running;
  }

  /** Never fails: what went wrong is logged, and the next look tries again. */
  writeWhenDue(): Promise<void> {
    return (this.running ??= this.write()
      .catch((error: unknown) => {
        if (this.stopping.signal.aborted) return;
        this.failures++;
        this.logger.error(error);
      })
      .finally(() => {
        this.running = undefined;
      }));
  }

  private async write(): Promise<void> {
    const { backupDir: folder, databaseUrl, backupKeep } = this.config;
    if (folder === undefined) return;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const at = this.clock.now();
    const newest = (await this.kept()).at(-1);
    if (newest && at.getTime() - newest.at < period) return;
    const { signal } = this.stopping;
    const { lost } = await writeBackup({ databaseUrl, store: this.store }, join(folder, nameAt(at)), { signal, at });
    if (lost.length > 0) this.logger.error(`${lost.length} pieces of evidence are lost: belegg verify names them`);
    const kept = await this.kept();
    for (const { file } of kept.slice(0, Math.max(0, kept.length - backupKeep))) await rm(file, { force: true });
  }

  /** The backups in the folder, the oldest first, with the time of each in milliseconds. */
  private async kept(): Promise<{ file: string; at: number }[]> {
    const { backupDir: folder } = this.config;
    if (folder === undefined) return [];
    const names = await readdir(folder).catch(() => []);
    const found = names
      .filter((name) => pattern.test(name))
      .toSorted()
      .map(async (name) => {
        const file = join(folder, name);
        const there = await stat(file).catch(() => undefined);
        // "belegg-2026-11-25T0740Z.tar"
        const at = Date.parse(name.slice(7, 23).replace(/T(\d\d)(\d\d)Z/, 'T$1:$2Z'));
        return there ? [{ file, at }] : [];
      });
    return (await Promise.all(found)).flat();
  }
}
