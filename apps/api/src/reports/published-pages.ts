import { Injectable } from '@nestjs/common';
import { report, type ReportSummary } from '@belegg/contract';
import { LRUCache } from 'lru-cache';
import { randomUUID } from 'node:crypto';
import { Database } from '../platform/database/database';
import { KeptBytes } from '../platform/http/kept-answer';
import { ProblemError } from '../platform/problem-error';
import { publicClaimsOf } from './public-claims';
import { findByToken, readContent, type Published } from './publication.repository';
import { toPublicReport } from './public-report';
import { renderPublicPage } from './render/public-page';

/** Bytes of all pages that a process keeps. */
const mostKept = 64 * 1024 * 1024;

/** Stands in what is kept where the address of this server goes, which is how each caller reached it. */
const anyBase = `https://${randomUUID()}.invalid`;

/** A document, made once for whatever address the server is reached under. */
class PublishedDocument {
  private last: { readonly base: string; readonly kept: KeptBytes } | undefined;

  constructor(
    private readonly text: string,
    private readonly mediaType: string,
  ) {}

  /** Bytes that it takes: its text, and itself as it was last sent, compressed in one or two ways beside. */
  get size(): number {
    return 6 * this.text.length;
  }

  under(base: string): KeptBytes {
    if (this.last?.base !== base) {
      const text = this.text
        .replaceAll(anyBase, base)
        .replaceAll(encodeURIComponent(anyBase), encodeURIComponent(base));
      const bytes = Buffer.from(text);
      this.last = { base, kept: new KeptBytes(bytes, this.mediaType) };
    }
    return this.last.kept;
  }
}

/** A published report as readers see it, and its claims for pages of others. */
interface PublishedPage {
  readonly html: PublishedDocument;
  readonly claims: PublishedDocument;
}

/** What somebody gets who reads a published report. */
export interface PublishedAnswer {
  readonly published: Published;
  readonly kept: KeptBytes;
}

/**
 * The pages of published reports. A page is made when its report is published, or first read after a start, and never
 * twice at once: whoever reads it costs no more than a look-up. It is made anew once anything else is protected, which
 * each look-up tells, also of what was done through another process.
 */
@Injectable()
export class PublishedPages {
  private readonly kept = new LRUCache<string, PublishedPage>({
    maxSize: mostKept,
    sizeCalculation: ({ html, claims }) => html.size + claims.size,
  });
  private readonly making = new Map<string, Promise<PublishedPage>>();

  constructor(private readonly database: Database) {}

  /**
   * What stands under an address now. @param base the address of this server, without a slash at the end
   * @throws ProblemError `not-found`
   */
  async read(token: string, base: string, what: keyof PublishedPage = 'html'): Promise<PublishedAnswer> {
    const published = await this.find(token);
    const page = this.kept.get(published.version) ?? (await this.once(published, token));
    return { published, kept: page[what].under(base) };
  }

  /** @throws ProblemError `not-found` */
  async find(token: string): Promise<Published> {
    const published = await this.database.lookUp((tx) => findByToken(tx, token));
    if (!published) throw new ProblemError('not-found');
    return published;
  }

  /** Makes the page of a report that was just published, so that nobody who reads it waits. */
  async prepare(published: ReportSummary, base: string): Promise<ReportSummary> {
    const token = published.publicPath?.split('/').at(-1);
    if (token !== undefined) await this.read(token, base);
    return published;
  }

  private async once(published: Published, token: string): Promise<PublishedPage> {
    const { version } = published;
    const making = this.making.get(version) ?? this.make(published, token);
    this.making.set(version, making);
    try {
      return await making;
    } finally {
      this.making.delete(version);
    }
  }

  private async make(published: Published, token: string): Promise<PublishedPage> {
    const { newsroomId, reportId, articleUrl } = published;
    const stored = await this.database.lookUp((tx) => readContent(tx, newsroomId, reportId));
    if (!stored) throw new ProblemError('not-found');
    const whole = report.parse(JSON.parse(stored.content));
    const shown = await this.database.lookUp((tx) => toPublicReport(tx, whole));
    const { sha256 } = stored;
    const address = `${anyBase}/p/${token}`;
    const html = renderPublicPage(shown, { sha256, base: anyBase, address, published });
    const claims = JSON.stringify(publicClaimsOf(shown, { sha256, address, articleUrl }));
    const page = {
      html: new PublishedDocument(html, 'text/html; charset=utf-8'),
      claims: new PublishedDocument(claims, 'application/json; charset=utf-8'),
    };
    this.kept.set(published.version, page);
    return page;
  }
}
