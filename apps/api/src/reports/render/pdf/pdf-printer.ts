import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { PrintingThreads } from './threads';
import { typeset } from './typesetter';

/** Sets PDFs in threads of their own, so that a long one holds up nobody else's call. */
@Injectable()
export class PdfPrinter implements OnModuleDestroy {
  private threads: PrintingThreads | undefined;

  /** @param document from `pdfDocument` @throws ProblemError `unavailable` as `PrintingThreads` */
  async print(document: string, createdAt: Date): Promise<Uint8Array> {
    const job = { document, createdAt: Math.floor(createdAt.getTime() / 1000) };
    const script = new URL('./pdf-worker.js', import.meta.url);
    // From source, as tests run, there is no bundle that a thread could start from.
    if (!existsSync(script)) return typeset(job.document, job.createdAt);
    this.threads ??= new PrintingThreads(script);
    return this.threads.print(job);
  }

  async onModuleDestroy(): Promise<void> {
    await this.threads?.close();
  }
}
