import { fork, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { ProblemError } from '../../platform/problem-error';
import { residentBytes } from './resident-bytes';
import { ready, type Reading, type ReadingAnswer, type ReadingTask } from './task';

/** What one reading may use: milliseconds, and bytes of resident memory, native buffers included. */
export const readingLimits = { milliseconds: 10_000, bytes: 256 * 1024 * 1024 } as const;

/** V8's share of the memory, in MiB: it gives up by itself where memory grows faster than it is looked at. */
const heap = ['--max-old-space-size=192', '--max-semi-space-size=8'];
/** Milliseconds to start, on a machine that is busy with other things, and between two looks at the memory. */
const startLimit = 30_000;
const interval = 25;
/** A process that holds more than this after its work is not used again. */
const mostKept = 160 * 1024 * 1024;

/** A process that reads one file at a time and that can be killed whatever it is doing. */
export class ReadingProcess {
  /** The most memory that was seen during the last reading, in bytes. */
  peak = 0;
  private readonly started: Promise<void>;

  private constructor(private readonly child: ChildProcess) {
    this.started = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the reading process did not start')), startLimit);
      const settle = (act: () => void) => {
        clearTimeout(timer);
        act();
      };
      child.once('message', (message) => message === ready && settle(resolve));
      child.once('exit', (code) => settle(() => reject(new Error(`the reading process ended with ${code}`))));
      child.once('error', (error) => settle(() => reject(error)));
    });
    this.started.catch(() => this.kill());
  }

  static start(script: string): ReadingProcess {
    // Nothing of the server's environment: what reads a stranger's file knows no password of the database.
    const child = fork(script, {
      execArgv: heap,
      env: { NODE_ENV: process.env['NODE_ENV'] ?? 'production' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    // The server answers others first, on however few processors.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    // An idle process holds up no exit of this one.
    child.unref();
    child.channel?.unref();
    (child.stderr as unknown as { unref?: () => void } | null)?.unref?.();
    child.stderr?.resume();
    return new ReadingProcess(child);
  }

  get isAlive(): boolean {
    return !this.child.killed && this.child.exitCode === null && this.child.signalCode === null && this.child.connected;
  }

  /** Whether it is as good as new. */
  async isFresh(): Promise<boolean> {
    return this.isAlive && ((await residentBytes(this.child.pid)) ?? 0) < mostKept;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  /**
   * Reads, and is killed where that takes too much or nobody waits for it any more.
   * @throws ProblemError of the reader, or `reading-limit`; the signal's reason when it is aborted
   */
  async read(task: ReadingTask, signal?: AbortSignal): Promise<Reading> {
    const { child } = this;
    this.peak = 0;
    child.ref();
    child.channel?.ref();
    const over = Promise.withResolvers<ReadingAnswer>();
    const refuse = () => over.resolve({ problem: { code: 'reading-limit', details: {} } });
    const leave = () => over.reject(signal?.reason as Error);
    const onMessage = (answer: unknown) => answer !== ready && over.resolve(answer as ReadingAnswer);
    child.on('message', onMessage);
    // Out of V8's memory: the process ends itself.
    child.once('exit', refuse);
    signal?.addEventListener('abort', leave);
    let deadline: NodeJS.Timeout | undefined;
    const watch = setInterval(() => {
      void residentBytes(child.pid).then((bytes = 0) => {
        this.peak = Math.max(this.peak, bytes);
        if (bytes > readingLimits.bytes) refuse();
      });
    }, interval);
    let isDone = false;
    try {
      if (signal?.aborted) leave();
      await Promise.race([this.started, over.promise]);
      deadline = setTimeout(refuse, readingLimits.milliseconds);
      child.send(task, (error) => error && refuse());
      const answer = await over.promise;
      isDone = 'reading' in answer || ('problem' in answer && answer.problem.code !== 'reading-limit');
      if ('reading' in answer) return answer.reading;
      if ('problem' in answer) throw new ProblemError(answer.problem.code, answer.problem.details);
      throw new Error(answer.failure);
    } finally {
      clearTimeout(deadline);
      clearInterval(watch);
      child.off('message', onMessage);
      child.off('exit', refuse);
      signal?.removeEventListener('abort', leave);
      if (!isDone) this.kill();
      child.unref();
      child.channel?.unref();
    }
  }
}
