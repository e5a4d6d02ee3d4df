import { Injectable } from '@nestjs/common';
import { report, type ReportSummary } from '@belegg/contract';
import { applyProfile } from '@belegg/domain';
import { LRUCache } from 'lru-cache';
import { randomUUID } from 'node:crypto';
import { Database } from '../platform/database/database';
import { KeptBytes } from '../platform/http/kept-answer';
import { ProblemError } from '../platform/problem-error';
import { findByToken, readContent } from './publication.repository';
import { renderPublicPage } from './render/public-page';

/** Bytes of all pages that a process keeps. */
const mostKept = 64 * 1024 * 1024;

/** Stands in a page that is kept where the address of this server goes, which is how each caller reached it. */
const anyBase = `https://${randomUUID()}.invalid`;

/** One page, made once for whatever address the server is reached under. */
class PublishedPage {
  private last: { readonly base: string; readonly kept: KeptBytes } | undefined;

  constructor(private readonly html: string) {}

  /** Bytes that it takes: its text, and itself as it was last sent, compressed in one or two ways beside. */
  get size(): number {
    return 6 * this.html.length;
  }

  under(base: string): KeptBytes {
    if (this.last?.base !== base) {
      const bytes = Buffer.from(this.html.replaceAll(anyBase, base));
      this.last = { base, kept: new KeptBytes(bytes, 'text/html; charset=utf-8') };
    }
    return this.last.kept;
  }
}

/**
 * The pages of published reports. A page is made when its report is published, or first read after a start, and never
 * twice at once: whoever reads it costs no more than a look-up.
 */
@Injectable()
export class PublishedPages {
  private readonly kept = new LRUCache<string, PublishedPage>({
    maxSize: mostKept,
    sizeCalculation: ({ size }) => size,
  });
  private readonly making = new Map<string, Promise<PublishedPage>>();

  constructor(private readonly database: Database) {}

  /**
   * The page that stands under an address now. @param base the address of this server, without a slash at the end
   * @throws ProblemError `not-found`
   */
  async read(token: string, base: string): Promise<KeptBytes> {
    const found = await this.database.lookUp((tx) => findByToken(tx, token));
    if (!found) throw new ProblemError('not-found');
    const { newsroomId, reportId } = found;
    const page = this.kept.get(reportId) ?? (await this.once(newsroomId, reportId, token));
    return page.under(base);
  }

  /** Makes the page of a report that was just published, so that nobody who reads it waits. */
  async prepare(published: ReportSummary, base: string): Promise<ReportSummary> {
    const token = published.publicPath?.split('/').at(-1);
    if (token !== undefined) await this.read(token, base);
    return published;
  }

  forget(reportId: string): void {
    this.kept.delete(reportId);
  }

  private async once(newsroomId: string, reportId: string, token: string): Promise<PublishedPage> {
    const making = this.making.get(reportId) ?? this.make(newsroomId, reportId, token);
    this.making.set(reportId, making);
    try {
      return await making;
    } finally {
      this.making.delete(reportId);
    }
  }

  private async make(newsroomId: string, reportId: string, token: string): Promise<PublishedPage> {
    const stored = await this.database.lookUp((tx) => readContent(tx, newsroomId, reportId));
    if (!stored) throw new ProblemError('not-found');
    const shown = applyProfile(report.parse(JSON.parse(stored.content)), 'public', 'other');
    const address = `${anyBase}/p/${token}`;
    const page = new PublishedPage(renderPublicPage(shown, { sha256: stored.sha256, base: anyBase, address }));
    this.kept.set(reportId, page);
    return page;
  }
}
