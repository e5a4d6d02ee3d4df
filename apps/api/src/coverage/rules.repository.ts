import { longestPassage, sourceRules, type SourceRule } from '@belegg/domain';
import { z } from 'zod';
import type { Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';

/** By which rules a newsroom checks. */
export interface Rules {
  readonly sourceRule: SourceRule;
  /** The most sentences that an annotation may touch and still cover its words. */
  readonly longestPassage: number;
}

const stored = z.object({ sourceRule: z.enum(sourceRules), longestPassage: z.int() });

/** Read them behind the lock of the article: whoever changes them has all articles locked. */
export async function readRules(tx: Tx, newsroomId: string): Promise<Rules> {
  const [row] = await readRows<Rules>(
    tx,
    sql`SELECT n."sourceRule", n."longestPassage" FROM "Newsroom" n WHERE n."id" = ${newsroomId}::uuid`,
  );
  return row ? stored.parse(row) : { sourceRule: 'one', longestPassage };
}
