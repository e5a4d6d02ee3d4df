import { ProblemError } from '../problem-error';
import type { ProblemCode } from '@belegg/contract';

interface DriverCause {
  readonly kind?: string | undefined;
  readonly originalCode?: string | undefined;
  readonly originalMessage?: string | undefined;
  readonly constraint?: unknown;
}

interface DatabaseError {
  readonly name?: string | undefined;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  /** Of the driver's own errors. */
  readonly constraint?: string | undefined;
  readonly cause?: DriverCause | undefined;
  readonly meta?: { readonly driverAdapterError?: { readonly cause?: DriverCause } } | undefined;
}

/** SQLSTATEs: serialization_failure and deadlock_detected. */
const serialization = new Set(['40001', '40P01']);

/**
 * Prisma reports a serialization failure in two ways: as `P2034`, or, where it comes at COMMIT or from raw SQL, as a
 * driver's error of kind `TransactionWriteConflict` or with PostgreSQL's own code. Statements that run without Prisma
 * have that code themselves.
 */
export function isSerializationFailure(error: unknown): boolean {
  const { code, cause } = seen(error);
  const states = [code ?? '', cause?.originalCode ?? ''];
  return (
    code === 'P2034' || cause?.kind === 'TransactionWriteConflict' || states.some((state) => serialization.has(state))
  );
}

/** Whether a statement came after one that had failed in the same transaction (SQLSTATE in_failed_sql_transaction). */
export function isAborted(error: unknown): boolean {
  const { code, cause } = seen(error);
  return code === '25P02' || cause?.originalCode === '25P02';
}

const lostKinds = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TlsConnectionError',
  'TooManyConnections',
]);
const lostCodes = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'ECONNREFUSED',
  'ECONNRESET',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
  '08003',
]);

/** Whether the database is away, shutting down, or has no connection to give. */
export function isLostConnection(error: unknown): boolean {
  const { code, cause, message } = seen(error);
  return (
    lostCodes.has(code ?? '') ||
    lostKinds.has(cause?.kind ?? '') ||
    lostCodes.has(cause?.originalCode ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect|connection (?:was )?closed|ECONNREFUSED|ECONNRESET/i.test(
      message ?? '',
    )
  );
}

/** SQLSTATEs: disk_full, and out_of_memory of the server. */
const exhausted = new Set(['53100', '53200']);

/** Whether the database has no room for what it was to keep. */
export function isOutOfSpace(error: unknown): boolean {
  const { code, cause, message } = seen(error);
  return (
    exhausted.has(code ?? '') ||
    exhausted.has(cause?.originalCode ?? '') ||
    /No space left on device/.test(message ?? '')
  );
}

/** What the database's own rules say to a caller, by their SQLSTATEs (see the migration `rule_codes`). */
const byRule: Readonly<Record<string, ProblemCode>> = {
  BG001: 'selector-mismatch',
  BG002: 'own-work',
  BG003: 'in-use',
  BG004: 'contradicts',
  BG020: 'own-work',
  BG021: 'protection-stands',
};
/** The one index whose violation means that somebody else was quicker. */
const oneApproval = 'ReviewStep_one_approval';

/** The problem that a broken rule of the database stands for; any other error as it is. */
export function causeOf(error: unknown): unknown {
  if (error instanceof ProblemError) return error;
  const { code, message, cause, constraint } = seen(error);
  const problem = byRule[cause?.originalCode ?? ''] ?? byRule[code ?? ''];
  if (problem) return new ProblemError(problem);
  const broken = `${constraint ?? ''} ${JSON.stringify(cause?.constraint ?? '')} ${cause?.originalMessage ?? ''} ${message ?? ''}`;
  return broken.includes(oneApproval) ? new ProblemError('stale') : error;
}

function seen(error: unknown): DatabaseError {
  if (typeof error !== 'object' || error === null) return {};
  const { name, code, message, constraint, cause, meta } = error as DatabaseError;
  return { name, code, message, constraint, cause: cause ?? meta?.driverAdapterError?.cause };
}
