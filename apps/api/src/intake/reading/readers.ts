import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ReadingProcess } from './reading-process';
import type { RawContent } from '../intake';
import { ReadingQueue } from './reading-queue';
import type { Reading, ReadingTask } from './task';

/**
 * Plain text and blocks up to so many UTF-16 units are read where they are: by our own linear code, in milliseconds.
 */
const smallText = 64 * 1024;
const readHere: ReadonlySet<string> = new Set<RawContent['format']>(['text', 'blocks']);

/** Reads what comes from outside in processes of their own, which are killed when they take too much. */
@Injectable()
export class Readers implements OnModuleDestroy {
  private readonly queue = new ReadingQueue();
  private idle: ReadingProcess[] = [];
  private readonly busy = new Set<ReadingProcess>();
  /** The most memory that the last reading took, in bytes. */
  lastPeak = 0;

  /**
   * @param signal aborts when nobody waits for the result any more
   * @throws ProblemError as `perform`; `reading-limit` where it takes too long or too much memory; `too-many-readings`
   */
  async read(newsroomId: string, task: ReadingTask, signal?: AbortSignal): Promise<Reading> {
    if (task.kind === 'content' && readHere.has(task.raw.format) && task.raw.content.length <= smallText)
      // The parsers are large, and the server itself needs none before it is given a text.
      return (await import('./perform')).perform(task);
    return this.queue.run(newsroomId, signal, async () => {
      const reader = this.idle.pop() ?? ReadingProcess.start(script());
      if (!reader.isAlive) return this.readIn(ReadingProcess.start(script()), task, signal);
      return this.readIn(reader, task, signal);
    });
  }

  onModuleDestroy(): void {
    for (const reader of [...this.idle, ...this.busy]) reader.kill();
    this.idle = [];
  }

  private async readIn(reader: ReadingProcess, task: ReadingTask, signal: AbortSignal | undefined): Promise<Reading> {
    this.busy.add(reader);
    try {
      return await reader.read(task, signal);
    } finally {
      this.busy.delete(reader);
      this.lastPeak = reader.peak;
      if (await reader.isFresh()) this.idle.push(reader);
      else reader.kill();
    }
  }
}

/** Beside this bundle; from source, as tests run, where the tests' own set-up has put it. */
function script(): string {
  const beside = fileURLToPath(new URL('./reading-worker.js', import.meta.url));
  return existsSync(beside) ? beside : (process.env['READING_WORKER'] ?? beside);
}
