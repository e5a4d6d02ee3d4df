import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { CONFIG, type Config } from '../platform/config';
import { ProblemError } from '../platform/problem-error';
import { EvidenceLost, type EvidenceStore, type Taken } from './evidence-store';
import { Taking } from './taking';

/** Milliseconds after which a file that is still on its way in was left behind by a crash. */
const leftBehind = 24 * 3_600_000;

/**
 * Evidence on disk: `DATA_DIR/evidence/<newsroom>/<first two digits>/<sha256>`. A file gets this name only when it is
 * whole and safely on the disk.
 */
@Injectable()
export class DiskStore implements EvidenceStore, OnModuleInit {
  private readonly root: string;
  private readonly incoming: string;

  constructor(@Inject(CONFIG) { dataDir }: Config) {
    this.root = resolve(dataDir, 'evidence');
    this.incoming = join(this.root, 'incoming');
  }

  /** Clears away what a crash left half-way. */
  async onModuleInit(): Promise<void> {
    const names = await readdir(this.incoming).catch(() => []);
    for (const path of names.map((name) => join(this.incoming, name))) {
      const found = await stat(path).catch(() => undefined);
      if (found && Date.now() - found.mtimeMs > leftBehind) await rm(path, { force: true });
    }
  }

  async put(newsroomId: string, bytes: Readable, judge: (taken: Taken) => void): Promise<Taken> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    const path = join(this.incoming, randomUUID());
    try {
      const taken = await write(path, bytes);
      judge(taken);
      await this.keep(path, this.pathOf(newsroomId, taken.sha256));
      return taken;
    } catch (error) {
      throw isFull(error) ? new ProblemError('no-space') : error;
    } finally {
      await rm(path, { force: true });
    }
  }

  async open(newsroomId: string, sha256: string): Promise<Readable> {
    try {
      const file = await open(this.pathOf(newsroomId, sha256));
      return file.createReadStream();
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new EvidenceLost(sha256) : error;
    }
  }

  /** Also where there is a file by this name: should it hold other bytes, these are the right ones. */
  private async keep(from: string, to: string): Promise<void> {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await rename(from, to);
    await sync(dirname(to));
    await sync(dirname(dirname(to)));
  }

  private pathOf(newsroomId: string, sha256: string): string {
    return join(this.root, newsroomId, sha256.slice(0, 2), sha256);
  }
}

async function write(path: string, bytes: Readable): Promise<Taken> {
  const file: FileHandle = await open(path, 'wx', 0o600);
  try {
    const taking = new Taking();
    for await (const chunk of taking.of(bytes)) await file.writeFile(chunk);
    await file.sync();
    return taking.taken();
  } finally {
    await file.close();
  }
}

const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');

/** A new name in a folder outlives a crash only once the folder is on the disk too. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
