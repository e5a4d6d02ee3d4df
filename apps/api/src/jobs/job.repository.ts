import { jobKinds, type JobKind, type JobState, type JobView } from '@belegg/contract';
import { z } from 'zod';
import { Prisma } from '../generated/prisma/client';
import type { Tx } from '../platform/database/database';
import { readRows, sql } from '../platform/database/statements';
import { withoutSecrets } from '../platform/logs';
import type { People } from '../platform/people';

/** What pg-boss calls the states. */
const stored: Readonly<Record<JobState, readonly string[]>> = {
  waiting: ['created', 'retry'],
  running: ['active'],
  done: ['completed'],
  failed: ['failed'],
  cancelled: ['cancelled'],
};

export interface JobRow {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly data: unknown;
  readonly output: unknown;
  readonly retries: number;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

export interface JobScope {
  readonly id?: string | undefined;
  readonly kind?: JobKind | undefined;
  readonly states?: readonly JobState[] | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}

/**
 * The jobs of a newsroom, the newest first. The table is pg-boss's, and lets a newsroom's transaction see its own
 * alone.
 */
export async function readJobs(tx: Tx, schema: string, newsroomId: string, scope: JobScope): Promise<JobRow[]> {
  const { id, kind, states, before, limit } = scope;
  const rows = await readRows<JobRow & { state: string }>(
    tx,
    sql`SELECT "id", "name" AS "kind", "state"::text AS "state", "data", "output", "retry_count" AS "retries",
        "created_on" AS "createdAt", "start_after" AS "dueAt", "started_on" AS "startedAt", "completed_on" AS "endedAt"
      FROM ${Prisma.raw(schema)}."job_common"
      WHERE "group_id" = ${newsroomId} AND "name" = ANY(${kind === undefined ? [...jobKinds] : [kind]}::text[])
        AND NOT ("name" = 'notify' AND "state" = 'completed')
        ${id === undefined ? Prisma.empty : sql`AND "id" = ${id}::uuid`}
        ${states === undefined ? Prisma.empty : sql`AND "state"::text = ANY(${states.flatMap((one) => stored[one])}::text[])`}
        ${before === undefined ? Prisma.empty : sql`AND "id" < ${before}::uuid`}
      ORDER BY "id" DESC LIMIT ${limit}`,
  );
  return rows.map((row) => ({ ...row, state: stateOf(row.state) }));
}

const stateOf = (name: string): JobState =>
  (Object.keys(stored) as JobState[]).find((state) => stored[state].includes(name)) ?? 'waiting';

const asked = z.object({ askedBy: z.uuid().optional() });
const underWay = z.object({ progress: z.object({ done: z.int(), total: z.int() }) });
const failure = z.object({ message: z.string() });
const outcome = z.record(z.string(), z.json());

/** Who asked for a job. */
export const askerOf = ({ data }: JobRow): string | undefined => asked.safeParse(data).data?.askedBy;

export function toJobView(row: JobRow, people: People): JobView {
  const { id, kind, state, output, retries, createdAt, dueAt, startedAt, endedAt } = row;
  const asker = askerOf(row);
  const progress = state === 'running' ? underWay.safeParse(output).data?.progress : undefined;
  const error = state === 'done' ? undefined : failure.safeParse(output).data?.message;
  const result = state === 'done' ? outcome.safeParse(output).data : undefined;
  return {
    id,
    kind,
    state,
    createdAt: createdAt.toISOString(),
    ...(asker !== undefined && { askedBy: people(asker) }),
    dueAt: dueAt.toISOString(),
    ...(startedAt && { startedAt: startedAt.toISOString() }),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    retries,
    ...(progress && { progress }),
    ...(error !== undefined && { error: withoutSecrets(error).slice(0, 500) }),
    ...(result && { result }),
  };
}
