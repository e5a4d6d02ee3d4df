import { Injectable } from '@nestjs/common';
import type { SourceUse } from '@belegg/contract';
import { z } from 'zod';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { decodeCursor, pageOf } from '../platform/http/cursor';
import { readSourceUses, type SourceUseRow } from './source-uses.repository';

const pageSize = 100;
const cursorKey = z.tuple([z.uuid(), z.int().min(0).max(1000)]);

/** Where a source is cited. */
@Injectable()
export class SourceUsesService {
  constructor(private readonly database: Database) {}

  list({ newsroomId }: Actor, sourceId: string, cursor: string | undefined) {
    const after = decodeCursor(cursor, cursorKey);
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const rows = await readSourceUses(tx, newsroomId, sourceId, after, pageSize + 1);
      const { items, ...more } = pageOf(rows, pageSize, ({ annotationId, position }) => [annotationId, position]);
      return { items: items.map(toSourceUse), ...more };
    });
  }
}

function toSourceUse(row: SourceUseRow): SourceUse {
  const { annotationId, articleId, title, exact, verdict, stance, status, sourceChanged } = row;
  const article = { id: articleId, title };
  return {
    annotationId,
    exact,
    ...(verdict && { verdict }),
    stance,
    status,
    article,
    ...(sourceChanged && { sourceChanged }),
  };
}
