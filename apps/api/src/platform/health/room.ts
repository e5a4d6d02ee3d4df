import { Inject, Injectable } from '@nestjs/common';
import { largestFile } from '@belegg/contract';
import { statfs } from 'node:fs/promises';
import { Clock } from '../clock';
import { CONFIG, type Config } from '../config';

/** Bytes that have to be free for evidence: some of the largest files, while they come in. */
const reserve = 4 * largestFile;
/** Milliseconds for which a failure speaks: then the next call tries again. */
const memory = 30_000;

/** Whether there is room on the disks of the evidence and of the database. */
@Injectable()
export class Room {
  private fullAt = -Infinity;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataDir'>,
    private readonly clock: Clock,
  ) {}

  /** Something could not be kept. */
  noteFull(): void {
    this.fullAt = this.clock.now().getTime();
  }

  async isThere(): Promise<boolean> {
    if (this.clock.now().getTime() - this.fullAt < memory) return false;
    // A folder that is made with the first piece of evidence is on the disk of what will hold it.
    const found = await statfs(this.config.dataDir).catch(() => undefined);
    return !found || found.bavail * found.bsize >= reserve;
  }
}
