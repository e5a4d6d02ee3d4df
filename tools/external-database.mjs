import pg from 'pg';
import { Failure } from './failure.mjs';

const oldest = 150_000;

const reasons = {
  '28P01': 'refuses the password',
  28000: 'refuses this user',
  '3D000': 'has no such database',
  53300: 'has no connection left',
  '57P03': 'is still starting',
};

/** Proves that a database of one's own takes a session and is new enough. Messages never hold its address: it may carry a password. */
export async function checkExternal(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {}); // what goes wrong shows in the queries
  try {
    await client.connect();
    const {
      rows: [{ version }],
    } = await client.query(`SELECT current_setting('server_version_num')::int AS version`);
    if (version < oldest)
      throw new Failure(`DATABASE_URL names PostgreSQL ${Math.floor(version / 10_000)}. Belegg needs 15 or newer.`);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(
      `The database of DATABASE_URL ${reasons[error.code] ?? `cannot be used (${error.code ?? error.message})`}. Mend it, or correct DATABASE_URL.`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}
