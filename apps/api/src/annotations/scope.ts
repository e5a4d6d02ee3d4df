import { Prisma } from '../generated/prisma/client';

/** Which annotations to read: those of some articles, or some by id. Always within one newsroom. */
export type Scope = { readonly newsroomId: string } & ({ readonly articleIds: readonly string[] } | { readonly annotationIds: readonly string[] });

/**
 * The condition on a table that has `newsroomId` and these two columns. `annotationId` is the column of the
 * annotation's id, which is `subjectId` in the log.
 */
export function within(scope: Scope, table: string, annotationId = 'annotationId'): Prisma.Sql {
  const column = (name: string) => Prisma.raw(`${table}."${name}"`);
  const chosen = 'articleIds' in scope
    ? Prisma.sql`${column('articleId')} = ANY(${[...scope.articleIds]}::uuid[])`
    : Prisma.sql`${column(annotationId)} = ANY(${[...scope.annotationIds]}::uuid[])`;
  return Prisma.sql`${column('newsroomId')} = ${scope.newsroomId}::uuid AND ${chosen}`;
}
