import { Piscina } from 'piscina';
import { ProblemError } from '../../../platform/problem-error';

/** A document to set. @param createdAt seconds since 1970 */
export interface PrintJob {
  readonly document: string;
  readonly createdAt: number;
}

/** Threads at most: with two, a slow document leaves one to everybody else. */
const threads = 2;
/** Jobs that wait at most; whoever comes then is told to come again. */
const mostWaiting = 32;
/** Milliseconds for one document, from when it was sent. Two thousand claims take half a second. */
const deadline = 30_000;
const mostMebibytes = 1024;

/** Sets documents in threads of their own. One that takes too long is ended, and its thread alone. */
export class PrintingThreads {
  private readonly pool: Piscina<PrintJob, Uint8Array>;

  /** @param script what a thread runs @param patience milliseconds for one document */
  constructor(
    script: URL,
    private readonly patience = deadline,
  ) {
    this.pool = new Piscina({
      filename: script.href,
      minThreads: 0,
      maxThreads: threads,
      maxQueue: mostWaiting,
      idleTimeout: 60_000,
      resourceLimits: { maxOldGenerationSizeMb: mostMebibytes },
    });
  }

  /** @throws ProblemError `unavailable` when too many wait, or it took too long */
  async print(job: PrintJob): Promise<Uint8Array> {
    if (this.pool.queueSize >= mostWaiting) throw new ProblemError('unavailable');
    const signal = AbortSignal.timeout(this.patience);
    try {
      return await this.pool.run(job, { signal });
    } catch (error) {
      throw signal.aborted ? new ProblemError('unavailable') : error;
    }
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }
}
