import { Injectable } from '@nestjs/common';
import { Describer, reanchor, type Anchor, type Range, type Selector } from '@belegg/domain';
import type { Tx } from '../platform/database/database';
import { execute, readRows, sql } from '../platform/database/statements';
import { Texts, type Text } from '../texts';

interface PlacedThread {
  readonly id: string;
  /** The text that it was begun on, and its passage there. */
  readonly articleRevision: number;
  readonly start: number;
  readonly end: number;
  /** Where it stands in the current text, if its very words do. */
  readonly current: Range | null;
}

/** Finds the passages of threads in a new text, as those of annotations are found. */
@Injectable()
export class ThreadPlaces {
  constructor(private readonly texts: Texts) {}

  /**
   * Appends what becomes of each passage in the new text. One that stands word for word in the text before is looked
   * for from there; any other one from the text that it was begun on, so that a guess is never built on a guess. The
   * article is locked.
   */
  async follow(tx: Tx, newsroomId: string, before: Text, next: Text): Promise<void> {
    const threads = await readPlaced(tx, newsroomId, next.articleId);
    if (threads.length === 0) return;
    const describer = new Describer(next.text);
    const rows: object[] = [];
    for (const [number, group] of Map.groupBy(threads, (thread) =>
      thread.current ? before.number : thread.articleRevision,
    )) {
      const text = number === before.number ? before : await this.texts.at(tx, newsroomId, next.articleId, number);
      const found = reanchor(
        text.text,
        next.text,
        group.map(({ current, start, end }) => current ?? { start, end }),
      );
      rows.push(...group.map(({ id }, index) => toRow(id, found[index], describer)));
    }
    await insertAnchors(tx, newsroomId, next, rows);
  }
}

function toRow(threadId: string, anchor: Anchor = { outcome: 'orphaned' }, describer: Describer): object {
  const selector: Selector | undefined = anchor.outcome === 'orphaned' ? undefined : describer.describe(anchor.range);
  return {
    threadId,
    outcome: anchor.outcome,
    ...(anchor.outcome === 'changed' && { score: anchor.score }),
    ...selector?.[0],
    ...selector?.[1],
  };
}

function readPlaced(tx: Tx, newsroomId: string, articleId: string): Promise<PlacedThread[]> {
  return readRows<PlacedThread>(
    tx,
    sql`SELECT t."id", t."articleRevision", t."start", t."end",
        CASE WHEN a."outcome" IS NULL THEN jsonb_build_object('start', t."start", 'end', t."end")
          WHEN a."outcome" IN ('unchanged', 'moved') THEN jsonb_build_object('start', a."start", 'end', a."end")
        END AS "current"
      FROM "Thread" t
      LEFT JOIN LATERAL (
        SELECT n."outcome", n."start", n."end" FROM "ThreadAnchor" n
        WHERE n."newsroomId" = t."newsroomId" AND n."threadId" = t."id" ORDER BY n."articleRevision" DESC LIMIT 1
      ) a ON true
      WHERE t."newsroomId" = ${newsroomId}::uuid AND t."articleId" = ${articleId}::uuid AND t."start" IS NOT NULL
      ORDER BY t."id"`,
  );
}

async function insertAnchors(
  tx: Tx,
  newsroomId: string,
  { articleId, number }: Text,
  rows: readonly object[],
): Promise<void> {
  await execute(
    tx,
    sql`INSERT INTO "ThreadAnchor" ("newsroomId", "threadId", "articleId", "articleRevision", "outcome", "score", "start",
        "end", "exact", "prefix", "suffix")
      SELECT ${newsroomId}::uuid, r."threadId", ${articleId}::uuid, ${number}::int, r."outcome", r."score", r."start",
        r."end", r."exact", r."prefix", r."suffix"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("threadId" uuid, "outcome" text, "score" float8,
        "start" int, "end" int, "exact" text, "prefix" text, "suffix" text)`,
  );
}
