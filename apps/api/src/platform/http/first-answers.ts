import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor';
import { Clock } from '../clock';
import { Database, type Tx } from '../database/database';
import { execute, readRows, sql } from '../database/statements';

/** Milliseconds for which a key is remembered. */
export const keyMemory = 24 * 3_600_000;

/** A call with an `Idempotency-Key`: of one account in one newsroom. */
export interface KeyedCall {
  readonly key: string;
  readonly actor: Pick<Actor, 'newsroomId' | 'accountId'>;
  /** SHA-256 of what is asked for: method, address and body. */
  readonly digest: Buffer;
}

/** Somebody else was answered first, or is being answered. */
export class KeyTaken extends Error {}

/** What was answered to calls with a key, for a day. */
@Injectable()
export class FirstAnswers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async find({
    key,
    actor: { newsroomId, accountId },
  }: KeyedCall): Promise<{ readonly digest: Buffer; readonly answer: string } | undefined> {
    const [row] = await this.database.readNewsroom(newsroomId, (tx) =>
      readRows<{ digest: Buffer; answer: string }>(
        tx,
        sql`SELECT "digest", "answer" FROM "IdempotencyKey" WHERE "newsroomId" = ${newsroomId}::uuid
          AND "accountId" = ${accountId}::uuid AND "key" = ${key} AND "createdAt" > ${this.oldest()}`,
      ),
    );
    return row;
  }

  /**
   * Keeps an answer in the transaction that makes it true. One that has the same key waits here until it is over.
   * @throws KeyTaken when the key has an answer already
   */
  keep({ key, actor: { newsroomId, accountId }, digest }: KeyedCall): (tx: Tx, answer: unknown) => Promise<void> {
    return async (tx, answer) => {
      const [now, oldest] = [this.clock.now(), this.oldest()];
      const kept = await execute(
        tx,
        sql`INSERT INTO "IdempotencyKey" ("newsroomId", "accountId", "key", "digest", "answer", "createdAt")
          VALUES (${newsroomId}::uuid, ${accountId}::uuid, ${key}, ${digest}, ${JSON.stringify(answer)}, ${now})
          ON CONFLICT ("newsroomId", "accountId", "key") DO UPDATE
          SET "digest" = excluded."digest", "answer" = excluded."answer", "createdAt" = excluded."createdAt"
          WHERE "IdempotencyKey"."createdAt" <= ${oldest}`,
      );
      if (kept === 0) throw new KeyTaken();
      await execute(
        tx,
        sql`DELETE FROM "IdempotencyKey" WHERE ("newsroomId", "accountId", "key") IN (
          SELECT "newsroomId", "accountId", "key" FROM "IdempotencyKey"
          WHERE "newsroomId" = ${newsroomId}::uuid AND "createdAt" <= ${oldest} LIMIT 100 FOR UPDATE SKIP LOCKED)`,
      );
    };
  }

  private oldest(): Date {
    return new Date(this.clock.now().getTime() - keyMemory);
  }
}
