import type { ClashView, ConflictView } from '@belegg/contract';
import { conflictsIn, conflictsOf, type Clash, type Judged } from '@belegg/domain';
import type { ArticleStanding } from '../coverage';
import type { Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';
import { ProblemError } from '../platform/problem-error';
import type { AnnotationHead } from './head/annotation-head';

/** What each annotation conflicts with, as it is told; by its id. */
export type Conflicts = (id: string) => ConflictView[];

/** A head as far as it can conflict with others. */
export const toJudged = ({ id, status, verdict, range, selector }: AnnotationHead): Judged => ({
  id,
  status,
  verdict,
  range,
  exact: selector[1].exact,
});

/** Conflicts among all annotations of articles. @param heads all of each article's */
export function conflictsAmong(heads: readonly AnnotationHead[]): Conflicts {
  const byArticle = Map.groupBy(heads, ({ articleId }) => articleId);
  const all = new Map([...byArticle.values()].flatMap((some) => [...conflictsIn(some.map(toJudged))]));
  return (id) => (all.get(id) ?? []).map(({ kind, other }) => ({ kind, ...named(other) }));
}

/** Conflicts of some annotations with whatever else stands in their articles now. Their heads are written already. */
export async function readConflicts(tx: Tx, newsroomId: string, heads: readonly AnnotationHead[]): Promise<Conflicts> {
  const rivals = await readRivals(
    tx,
    newsroomId,
    heads.map(({ id }) => id),
  );
  const own = new Map(heads.map((head) => [head.id, toJudged(head)]));
  return (id) => {
    const one = own.get(id);
    return one ? conflictsOf(one, rivals.get(id) ?? []).map(({ kind, other }) => ({ kind, ...named(other) })) : [];
  };
}

/** Conflicts of annotations that were just changed with whatever else stands in their article. */
export function conflictsOfChanged(standing: ArticleStanding, heads: readonly AnnotationHead[]): Conflicts {
  const own = new Map(heads.map((head) => [head.id, head]));
  return (id) => {
    const one = own.get(id);
    if (!one) return [];
    const rivals = standing.rivals(one, heads);
    return conflictsOf(toJudged(one), rivals).map(({ kind, other }) => ({ kind, ...named(other) }));
  };
}

/**
 * Nothing is approved while an approved annotation says otherwise of the same words.
 * @throws ProblemError `contradicts` with both
 */
export function assertUncontradicted(standing: ArticleStanding, head: AnnotationHead): void {
  const own = toJudged(head);
  const approved = standing.rivals(head).filter(({ status }) => status === 'approved');
  const clashes = conflictsOf(own, approved).filter(({ kind }) => kind === 'contradicts');
  if (clashes.length > 0) throw contradicts(clashes.map(({ kind, other }): Clash => ({ kind, pair: [other, own] })));
}

export const contradicts = (clashes: readonly Clash[]): ProblemError =>
  new ProblemError('contradicts', { clashes: clashes.map(toClashView) });

export const toClashView = ({ kind, pair: [one, other] }: Clash): ClashView => ({
  kind,
  pair: [named(one), named(other)],
});

function named({ id, verdict, status, exact }: Judged): Omit<ConflictView, 'kind'> {
  if (verdict === undefined) throw new Error('what has no verdict conflicts with nothing');
  return { annotationId: id, verdict, status, exact };
}

interface RivalRow extends Omit<Judged, 'range'> {
  readonly of: string;
  readonly start: number;
  readonly end: number;
}

/** The most that are read of one annotation: those that are approved and those on the most similar words come first. */
const mostRivals = 200;

/** What says otherwise of words of an annotation, by its id. */
async function readRivals(tx: Tx, newsroomId: string, ids: readonly string[]): Promise<Map<string, Judged[]>> {
  if (ids.length === 0) return new Map();
  const rows = await readRows<RivalRow>(
    tx,
    sql`SELECT h."id" AS "of", o.* FROM "AnnotationHead" h CROSS JOIN LATERAL (
        SELECT r."id", r."status", r."verdict", r."start", r."end", r."selector"->1->>'exact' AS "exact"
        FROM "AnnotationHead" r
        WHERE r."newsroomId" = ${newsroomId}::uuid AND r."articleId" = h."articleId" AND r."id" <> h."id"
          AND r."status" <> 'retired' AND r."verdict" <> h."verdict" AND r."start" < h."end" AND r."end" > h."start"
        ORDER BY r."status" = 'approved' DESC, abs(r."start" - h."start") + abs(r."end" - h."end"), r."id"
        LIMIT ${mostRivals}::int) o
      WHERE h."newsroomId" = ${newsroomId}::uuid AND h."id" = ANY(${[...ids]}::uuid[])`,
  );
  const judged = rows.map(({ of, start, end, ...rest }): [string, Judged] => [of, { ...rest, range: { start, end } }]);
  return new Map([...Map.groupBy(judged, ([of]) => of)].map(([of, some]) => [of, some.map(([, rival]) => rival)]));
}
