import { Injectable } from '@nestjs/common';
import { HeadRebuilder } from '../annotations';
import { EventChain } from '../events';
import { EvidenceChecker } from '../evidence';
import { Database } from '../platform/database/database';
import { JobWorker } from '../platform/jobs';
import { ReportChecker } from '../reports';

/** Faults that a job tells at most; the command line tells all. */
const mostFaults = 200;

/**
 * Holds all that a newsroom keeps against each other: the chain of its log, the numbers of each article's events,
 * reports against hash and log, evidence against its name, heads against facts. Changes nothing.
 */
@Injectable()
export class NewsroomCheck {
  constructor(
    private readonly database: Database,
    private readonly chain: EventChain,
    private readonly reports: ReportChecker,
    private readonly evidence: EvidenceChecker,
    private readonly heads: HeadRebuilder,
  ) {}

  /** Lets this be a job. */
  serve(worker: JobWorker): void {
    worker.handle('check', async (job) => {
      const { newsroomId } = job;
      if (newsroomId === undefined) throw new Error('a check is of one newsroom');
      const { faults, articles } = await this.run(newsroomId, (done, total) => job.progress(done, total));
      return { articles, faults: faults.slice(0, mostFaults), more: Math.max(0, faults.length - mostFaults) };
    });
  }

  /** @returns what is wrong, in words, and of how many articles */
  async run(
    newsroomId: string,
    progress: (done: number, total: number) => Promise<void>,
  ): Promise<{ faults: string[]; articles: number }> {
    const articles = await this.database.readNewsroom(newsroomId, (tx) =>
      tx.article.findMany({ where: { newsroomId, revision: { gt: 0 } }, select: { id: true }, orderBy: { id: 'asc' } }),
    );
    const steps: readonly (() => Promise<readonly string[]>)[] = [
      async () =>
        (await this.chain.faults(newsroomId)).map(
          ({ position }) => `newsroom ${newsroomId}: the log is not what was written, from position ${position} on`,
        ),
      async () =>
        (await this.chain.gaps(newsroomId)).map((id) => `article ${id}: its events are not numbered without a gap`),
      () => this.reports.faults(newsroomId),
      () => this.evidence.faults(newsroomId),
      ...articles.map(
        ({ id }) =>
          () =>
            this.heads.faults({ newsroomId, id }),
      ),
    ];
    const faults: string[] = [];
    for (const [index, step] of steps.entries()) {
      await progress(index, steps.length);
      faults.push(...(await step()));
    }
    return { faults, articles: articles.length };
  }
}
