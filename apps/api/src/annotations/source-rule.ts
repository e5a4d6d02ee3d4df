import { sourceLack, sourceRules, type SourceRule, type Verdict } from '@belegg/domain';
import { z } from 'zod';
import type { Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';
import { ProblemError } from '../platform/problem-error';
import { keysOf, readCitedSources } from '../sources';
import { refsOf } from './cited';
import type { AnnotationHead } from './head/annotation-head';

const storedRule = z.enum(sourceRules);

/** What a newsroom asks of a claim before it is submitted. */
export async function readSourceRule(tx: Tx, newsroomId: string): Promise<SourceRule> {
  const [newsroom] = await readRows<{ sourceRule: string }>(
    tx,
    sql`SELECT n."sourceRule" FROM "Newsroom" n WHERE n."id" = ${newsroomId}::uuid`,
  );
  return storedRule.parse(newsroom?.sourceRule);
}

/**
 * Holds a claim that is about to be submitted to its newsroom's rule on sources.
 * @param reason why what the rule asks for is missing; kept only where it is
 * @returns the reason, where it was needed
 * @throws ProblemError `source-rule` with what is missing, when no reason is given
 */
export async function assertSourced(
  tx: Tx,
  newsroomId: string,
  rule: SourceRule,
  head: AnnotationHead,
  reason: string | undefined,
): Promise<string | undefined> {
  if (head.verdict === undefined) throw new ProblemError('no-verdict');
  const missing = await lackOf(tx, newsroomId, rule, head.verdict, head);
  if (missing === undefined) return undefined;
  const said = reason?.trim();
  if (!said) throw new ProblemError('source-rule', { missing, values: { missing } });
  return said;
}

/** The sources are what they said of themselves when they were cited. */
async function lackOf(
  tx: Tx,
  newsroomId: string,
  rule: SourceRule,
  verdict: Verdict,
  { citations }: Pick<AnnotationHead, 'citations'>,
) {
  const sources = await readCitedSources(tx, newsroomId, rule === 'strong' ? citations.flatMap(refsOf) : []);
  const likeness = Map.groupBy(sources.rows, ({ sourceId }) => sourceId);
  return sourceLack(
    rule,
    verdict,
    citations.map(({ sourceId, sourceRevision, stance, lineage }) => ({
      sourceId,
      stance,
      lineage: lineage.map((ref) => ref.sourceId),
      kind: rule === 'strong' ? sources.get({ sourceId, sourceRevision }).kind : 'other',
    })),
    new Map([...likeness].map(([id, rows]) => [id, rows.flatMap(keysOf)])),
  );
}
