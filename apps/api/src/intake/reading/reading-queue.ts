import { ProblemError } from '../../platform/problem-error';

/** How many read at once: for one newsroom, and on this machine; and how many of one newsroom wait beyond that. */
export const queueLimits = { ofNewsroom: 2, inAll: 4, waiting: 10 } as const;

interface Waiting {
  readonly newsroomId: string;
  readonly start: () => void;
}

/** Lets work begin in the order in which it came, so far as no newsroom has more than its share. */
export class ReadingQueue {
  private readonly running = new Map<string, number>();
  private waiting: Waiting[] = [];

  /**
   * @throws ProblemError `too-many-readings` when too many wait already; the signal's reason when it is aborted before
   * the work begins
   */
  async run<Result>(newsroomId: string, signal: AbortSignal | undefined, work: () => Promise<Result>): Promise<Result> {
    signal?.throwIfAborted();
    if (this.mayStart(newsroomId)) this.count(newsroomId, 1);
    else await this.wait(newsroomId, signal);
    try {
      return await work();
    } finally {
      this.count(newsroomId, -1);
      this.next();
    }
  }

  private wait(newsroomId: string, signal: AbortSignal | undefined): Promise<void> {
    if (this.waiting.filter((one) => one.newsroomId === newsroomId).length >= queueLimits.waiting)
      throw new ProblemError('too-many-readings');
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.waiting = this.waiting.filter((one) => one !== waiting);
        reject(signal?.reason as Error);
      };
      const waiting = {
        newsroomId,
        start: () => {
          signal?.removeEventListener('abort', leave);
          this.count(newsroomId, 1);
          resolve();
        },
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.waiting.push(waiting);
    });
  }

  private next(): void {
    const chosen = this.waiting.find(({ newsroomId }) => this.mayStart(newsroomId));
    if (!chosen) return;
    this.waiting = this.waiting.filter((one) => one !== chosen);
    chosen.start();
  }

  private mayStart(newsroomId: string): boolean {
    const inAll = [...this.running.values()].reduce((sum, count) => sum + count, 0);
    return inAll < queueLimits.inAll && (this.running.get(newsroomId) ?? 0) < queueLimits.ofNewsroom;
  }

  private count(newsroomId: string, by: 1 | -1): void {
    const now = (this.running.get(newsroomId) ?? 0) + by;
    if (now > 0) this.running.set(newsroomId, now);
    else this.running.delete(newsroomId);
  }
}
