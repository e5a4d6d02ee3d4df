import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { KeptBytes } from '../platform/http/kept-answer';
import type { UiLanguage } from '../platform/messages/messages';
import { ProblemError } from '../platform/problem-error';
import { renderAtom, renderFeed } from './feeds';
import { renderCorrections, renderIndex } from './index-page';
import { ListedReports } from './listed-reports';
import type { ListedReport, PublicNewsroom } from './listed.repository';
import { renderSitemap } from './sitemap';

/** What is made of a newsroom's list. */
export type NewsroomDocument = 'index' | 'corrections' | 'atom' | 'feed' | 'sitemap';

/** How it is asked for: the address of this server, without a slash at the end, and the reader's language. */
export interface Asked {
  readonly base: string;
  readonly language: UiLanguage;
}

export interface Listing extends Asked {
  readonly newsroom: PublicNewsroom;
  readonly reports: readonly ListedReport[];
}

interface Kind {
  readonly mediaType: string;
  /** The most reports that it lists. */
  readonly most: number;
  readonly render: (listing: Listing) => string;
}

const kinds: Readonly<Record<NewsroomDocument, Kind>> = {
  index: { mediaType: 'text/html; charset=utf-8', most: 200, render: renderIndex },
  corrections: { mediaType: 'text/html; charset=utf-8', most: 0, render: renderCorrections },
  atom: { mediaType: 'application/atom+xml; charset=utf-8', most: 50, render: renderAtom },
  feed: { mediaType: 'application/feed+json; charset=utf-8', most: 50, render: renderFeed },
  // As many as a sitemap may hold.
  sitemap: { mediaType: 'application/xml; charset=utf-8', most: 50_000, render: renderSitemap },
};

/** Bytes of all documents that a process keeps. */
const mostKept = 16 * 1024 * 1024;

/** The pages, feeds and sitemaps of newsrooms: made once, until what they say has changed. */
@Injectable()
export class NewsroomPages {
  private readonly kept = new LRUCache<string, KeptBytes>({
    maxSize: mostKept,
    sizeCalculation: ({ bytes }) => 3 * bytes.length,
  });

  constructor(private readonly listed: ListedReports) {}

  /** @throws ProblemError `not-found` */
  async read(
    what: NewsroomDocument,
    newsroomId: string,
    asked: Asked,
  ): Promise<{ newsroom: PublicNewsroom; kept: KeptBytes }> {
    const newsroom = await this.listed.newsroom(newsroomId);
    if (what === 'corrections' && newsroom.correctionsPolicy === '') throw new ProblemError('not-found');
    const key = [what, newsroomId, newsroom.version, asked.language, asked.base].join(' ');
    const kept = this.kept.get(key) ?? (await this.make(what, newsroom, asked));
    this.kept.set(key, kept);
    return { newsroom, kept };
  }

  private async make(what: NewsroomDocument, newsroom: PublicNewsroom, asked: Asked): Promise<KeptBytes> {
    const { most, mediaType, render } = kinds[what];
    const reports = most === 0 ? [] : await this.listed.ofNewsroom(newsroom.id, most);
    return new KeptBytes(Buffer.from(render({ ...asked, newsroom, reports })), mediaType);
  }
}
