import { randomUUID } from 'node:crypto';
import pg from 'pg';

const templateUrl = (): URL => {
  const url = process.env['TEST_TEMPLATE_URL'];
  if (url === undefined) throw new Error('TEST_TEMPLATE_URL is not set: run through jest with its global set-up');
  return new URL(url);
};

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client(Object.assign(templateUrl(), { pathname: '/postgres' }).href);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Whose a test's database is: a superuser's, or a user's who merely owns it, as on a managed PostgreSQL. */
export type Owner = 'superuser' | 'plain';
const usual: Owner = process.env['TEST_OWNER'] === 'plain' ? 'plain' : 'superuser';

/** A fresh, migrated, empty database of its own for one spec file. */
export async function createTestDatabase(owner = usual): Promise<{ url: string; drop: () => Promise<void> }> {
  const template = owner === 'plain' ? new URL(process.env['TEST_OWNED_TEMPLATE_URL'] ?? '') : templateUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE "${name}" OWNER "${template.username}" TEMPLATE "${template.pathname.slice(1)}"`);
  return {
    url: Object.assign(template, { pathname: `/${name}` }).href,
    drop: () => onServer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  };
}
