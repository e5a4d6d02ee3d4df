import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { typeset } from './typesetter';
import type { PressAnswer, PressJob } from './worker';

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** Sets PDFs one after the other in a thread of its own, so that a long one holds up nobody else's call. */
@Injectable()
export class Press implements OnModuleDestroy {
  private worker: Worker | undefined;
  private nextId = 1;
  private readonly waiting = new Map<number, Waiting>();

  /** @param document from `pdfDocument` */
  async print(document: string, createdAt: Date): Promise<Uint8Array> {
    const seconds = Math.floor(createdAt.getTime() / 1000);
    const script = new URL('./pdf-worker.js', import.meta.url);
    // From source, as tests run, there is no bundle that a thread could start from.
    if (!existsSync(script)) return typeset(document, seconds);
    const worker = (this.worker ??= this.start(script));
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ id, document, createdAt: seconds } satisfies PressJob);
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(script: URL): Worker {
    const worker = new Worker(script);
    worker.unref();
    worker.on('message', (answer: PressAnswer) => {
      const job = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      if ('pdf' in answer) job?.resolve(answer.pdf);
      else job?.reject(new Error(answer.failure));
    });
    worker.on('error', (error) => this.abandon(error));
    worker.on('exit', () => this.abandon(new Error('the press stopped')));
    return worker;
  }

  /** The next job starts a new thread. */
  private abandon(error: unknown): void {
    this.worker = undefined;
    for (const { reject } of this.waiting.values()) reject(error instanceof Error ? error : new Error(String(error)));
    this.waiting.clear();
  }
}
