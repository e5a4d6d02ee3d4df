import { Prisma } from '../../generated/prisma/client';

/**
 * Which annotations to read: those of some articles, or some by id. Always within one newsroom. As they are now, or as
 * they stood when the article revision of that number was the current one: whatever is said of an annotation names the
 * article revision that was current then, so what came later is what names a later one.
 */
export type Scope = { readonly newsroomId: string; readonly asOf?: number } & (
  { readonly articleIds: readonly string[] } | { readonly annotationIds: readonly string[] }
);

/** The condition on a table that has the columns `newsroomId`, `articleId`, `annotationId` and `articleRevision`. */
export function within(scope: Scope, table: string): Prisma.Sql {
  const column = (name: string) => Prisma.raw(`${table}."${name}"`);
  const then =
    scope.asOf === undefined ? Prisma.empty : Prisma.sql`AND ${column('articleRevision')} <= ${scope.asOf}::int`;
  const chosen =
    'articleIds' in scope
      ? Prisma.sql`${column('articleId')} = ANY(${[...scope.articleIds]}::uuid[])`
      : Prisma.sql`${column('annotationId')} = ANY(${[...scope.annotationIds]}::uuid[])`;
  return Prisma.sql`${column('newsroomId')} = ${scope.newsroomId}::uuid AND ${chosen} ${then}`;
}
