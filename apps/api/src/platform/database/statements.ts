import pg from 'pg';
import { Prisma } from '../../generated/prisma/client';
import type { Tx } from './connections';

/**
 * Composes a statement; each value becomes a parameter, another `sql` a part of it. Many rows go in as arrays
 * (`unnest(${ids}::uuid[], …)`) or as one JSON text (`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`).
 */
export const sql = Prisma.sql;
export type Sql = Prisma.Sql;
/** The part of a statement that says nothing. */
export const empty = Prisma.empty;

interface Statements {
  readonly query: (statement: pg.QueryConfig) => Promise<pg.QueryResult>;
  readonly prepare: boolean;
}

const byTransaction = new WeakMap<object, Statements>();

/** Lets statements of a transaction run on the connection that it has. */
export function bindStatements(tx: Tx, statements: Statements): void {
  byTransaction.set(tx, statements);
}

/**
 * Runs a statement within a transaction without Prisma's engine: about a third of what `$queryRaw` costs.
 * Values arrive as Prisma gives them: `bigint` for int8, a `Date` at midnight UTC for date, a string for numeric.
 * @throws the driver's `DatabaseError`, which the transaction's caller gets as it gets Prisma's
 */
export async function readRows<Row extends object>(tx: Tx, statement: Sql): Promise<Row[]> {
  return (await run(tx, statement)).rows as Row[];
}

/** As `readRows`, for a statement whose rows do not matter. @returns how many rows it changed */
export async function execute(tx: Tx, statement: Sql): Promise<number> {
  return (await run(tx, statement)).rowCount ?? 0;
}

/**
 * As `execute`, without waiting: the statement goes with the next one that is waited for, at last with COMMIT. Where it
 * fails, so does the transaction, with its error.
 */
export function send(tx: Tx, statement: Sql): void {
  void run(tx, statement);
}

/** One change of several that are made by one statement; the others can read what it returns under its name. */
export interface Change {
  readonly name?: string;
  readonly change: Sql;
}

/**
 * Changes of rows as one statement. All of them see the tables as they were before it, but for what a named one
 * returns.
 * @param answer what is read once they are made, from what named ones return
 */
export function together(changes: readonly Change[], answer: Sql = sql`SELECT`): Sql {
  const parts = changes.map(({ name, change }, index) => sql`${Prisma.raw(`"${name ?? `c${index}`}"`)} AS (${change})`);
  return parts.length === 0 ? answer : sql`WITH ${Prisma.join(parts, ', ')} ${answer}`;
}

/** As `send`, for a statement that another library wrote, with its `$1`. */
export function sendText(tx: Tx, text: string, values: readonly unknown[]): void {
  void run(tx, { text, values });
}

function run(tx: Tx, statement: Pick<Sql, 'text'> & { readonly values: readonly unknown[] }): Promise<pg.QueryResult> {
  const statements = byTransaction.get(tx);
  if (!statements) throw new Error('this transaction does not come from Database');
  const { text, values } = statement;
  const name = statements.prepare ? statementName(text) : '';
  return statements.query({ name, text, values: values.map(parameter), types });
}

/**
 * Lets work run whose outcome is waited for later, so that its statements leave with others; until then its failure is
 * kept.
 */
export function begun<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => undefined);
  return work;
}

/** Times go in as UTC, whatever the zone of the server. */
const parameter = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.map(parameter) : value;
};

const { builtins } = pg.types;
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary'): unknown => {
    if (oid === Number(builtins.INT8)) return BigInt;
    if (oid === Number(builtins.DATE)) return (value: string) => new Date(`${value}T00:00:00Z`);
    return pg.types.getTypeParser(oid, format);
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** Names of statements, up to so many: lists of varying length make new texts without end. */
const names = new Map<string, string>();
const mostNames = 1_000;

/** The name under which each connection prepares a statement once; empty for one that is not to be kept. */
export function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostNames) return '';
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}
