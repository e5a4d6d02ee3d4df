import { Injectable } from '@nestjs/common';
import type { SourceUse } from '@belegg/contract';
import type { Status } from '@belegg/domain';
import { z } from 'zod';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { decodeCursor, pageOf } from '../platform/http/cursor';
import { AnnotationReader } from './reader';
import { readSourceUses, type SourceUseRow } from './source-uses.repository';

const pageSize = 100;
const cursorKey = z.tuple([z.uuid(), z.int().min(0).max(1000)]);

/** Where a source is cited. */
@Injectable()
export class SourceUsesService {
  constructor(
    private readonly database: Database,
    private readonly reader: AnnotationReader,
  ) {}

  list({ newsroomId }: Actor, sourceId: string, cursor: string | undefined) {
    const after = decodeCursor(cursor, cursorKey);
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const rows = await readSourceUses(tx, newsroomId, sourceId, after, pageSize + 1);
      const { items, ...more } = pageOf(rows, pageSize, ({ annotationId, position }) => [annotationId, position]);
      const facts = await this.reader.facts(tx, {
        newsroomId,
        annotationIds: items.map(({ annotationId }) => annotationId),
      });
      const statuses = new Map(facts.map(({ id, status }) => [id, status]));
      return { items: items.map((use) => toSourceUse(use, statuses.get(use.annotationId) ?? 'draft')), ...more };
    });
  }
}

function toSourceUse(
  { annotationId, articleId, title, exact, verdict, stance }: SourceUseRow,
  status: Status,
): SourceUse {
  return { annotationId, exact, verdict, stance, status, article: { id: articleId, title } };
}
