import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';

/** Whether signed-off reports are what was signed off: their bytes, their hash and the log agree. */
@Injectable()
export class ReportChecker {
  constructor(private readonly database: Database) {}

  /** @returns what is wrong with a newsroom's reports, in words */
  async faults(newsroomId: string): Promise<string[]> {
    const rows = await this.database.readNewsroom(newsroomId, (tx) =>
      readRows<{ id: string; isWhole: boolean; isLogged: boolean }>(
        tx,
        sql`SELECT r."id", encode(sha256(convert_to(r."content", 'UTF8')), 'hex') = r."sha256" AS "isWhole",
            EXISTS (SELECT FROM "Event" e WHERE e."newsroomId" = r."newsroomId" AND e."articleId" = r."articleId"
              AND e."type" = 'report.signed' AND e."subjectId" = r."id" AND e."data"->>'sha256' = r."sha256") AS "isLogged"
          FROM "Report" r WHERE r."newsroomId" = ${newsroomId}::uuid
          UNION ALL
          SELECT e."subjectId", false, true FROM "Event" e
          WHERE e."newsroomId" = ${newsroomId}::uuid AND e."type" = 'report.signed' AND NOT EXISTS (
            SELECT FROM "Report" r WHERE r."newsroomId" = e."newsroomId" AND r."id" = e."subjectId")`,
      ),
    );
    return rows.flatMap(({ id, isWhole, isLogged }) => [
      ...(isWhole ? [] : [`report ${id}: its bytes are not those that its hash names`]),
      ...(isLogged ? [] : [`report ${id}: the log does not say that it was signed off with this hash`]),
    ]);
  }
}
