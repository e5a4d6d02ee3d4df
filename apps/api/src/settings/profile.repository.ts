import { z } from 'zod';
import type { ChangeProfile } from '@belegg/contract';
import type { Tx } from '../platform/database/database';
import { execute, readRows, sql } from '../platform/database/statements';

const row = z.object({
  homepage: z.string(),
  logo: z.string(),
  correctionsPolicy: z.string(),
  profileVersion: z.int(),
});
export type ProfileRow = z.infer<typeof row>;

/** @param lock whether it stays as it is until the transaction ends */
export async function readProfile(tx: Tx, newsroomId: string, lock = false): Promise<ProfileRow> {
  const [found] = await readRows<ProfileRow>(
    tx,
    sql`SELECT n."homepage", n."logo", n."correctionsPolicy", n."profileVersion" FROM "Newsroom" n
      WHERE n."id" = ${newsroomId}::uuid ${lock ? sql`FOR UPDATE` : sql``}`,
  );
  return row.parse(found);
}

export async function writeProfile(
  tx: Tx,
  newsroomId: string,
  { homepage, logo, correctionsPolicy }: ChangeProfile,
): Promise<void> {
  await execute(
    tx,
    sql`UPDATE "Newsroom" SET "homepage" = ${homepage}, "logo" = ${logo}, "correctionsPolicy" = ${correctionsPolicy},
      "profileVersion" = "profileVersion" + 1 WHERE "id" = ${newsroomId}::uuid`,
  );
}
