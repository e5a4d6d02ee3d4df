import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { EventReader } from '../events';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { decodeCursor, pageOf } from '../platform/http/cursor';

const pageSize = 100;
const seqKey = z.tuple([z.int()]);

/** What happened to an article and its annotations. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly database: Database,
    private readonly events: EventReader,
  ) {}

  /** The latest first. */
  async list({ newsroomId }: Actor, articleId: string, cursor: string | undefined) {
    const before = decodeCursor(cursor, seqKey)?.[0];
    const events = await this.database.readNewsroom(newsroomId, (tx) =>
      this.events.ofArticle(tx, newsroomId, articleId, before, pageSize + 1),
    );
    return pageOf(events, pageSize, ({ seq = 0 }) => [seq]);
  }
}
