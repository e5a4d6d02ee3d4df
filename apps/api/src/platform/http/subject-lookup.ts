import { Injectable } from '@nestjs/common';
import type { Subject } from '@belegg/contract';
import { z } from 'zod';
import type { Actor } from '../actor';
import { Database } from '../database/database';
import { readRows, sql, type Sql } from '../database/statements';

/** What has to be there for a path to name something, by the kind of thing; within the caller's newsroom. */
const conditions: Readonly<Record<Subject, (id: string, actor: Actor) => Sql>> = {
  article: (id) => sql`FROM "Article" WHERE "id" = ${id}::uuid`,
  annotation: (id) => sql`FROM "Annotation" WHERE "id" = ${id}::uuid`,
  source: (id) => sql`FROM "Source" WHERE "id" = ${id}::uuid AND "retiredAt" IS NULL`,
  thread: (id) => sql`FROM "Thread" WHERE "id" = ${id}::uuid`,
  report: (id) => sql`FROM "Report" WHERE "id" = ${id}::uuid`,
  member: (id) => sql`FROM "Membership" WHERE "accountId" = ${id}::uuid`,
  token: (id, { accountId }) =>
    sql`FROM "Session" WHERE "id" = ${id}::uuid AND "accountId" = ${accountId}::uuid AND "kind" = 'token'`,
};

/** Whether what a path names is in the caller's newsroom; what is not a UUID is not. */
@Injectable()
export class SubjectLookup {
  constructor(private readonly database: Database) {}

  async exists(subject: Subject, id: string, actor: Actor): Promise<boolean> {
    if (!z.uuid().safeParse(id).success) return false;
    const found = sql`SELECT 1 AS "found" ${conditions[subject](id, actor)} AND "newsroomId" = ${actor.newsroomId}::uuid`;
    return this.database.lookUp(async (tx) => (await readRows(tx, found)).length > 0);
  }
}
