import type { EvidenceView } from '@belegg/contract';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { CONFIG, type Config } from '../platform/config';
import { TestTeam } from '../test/team';
import { verify } from './verify';

const text = 'Broen er 412 meter lang.';
const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
const form = (bytes: string): string =>
  `--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n${bytes}\r\n--x--\r\n`;

describe('verify, on a database', () => {
  let team: TestTeam;
  let client: pg.Client;
  let articleId: string;
  let evidence: EvidenceView;
  let file: string;

  beforeAll(async () => {
    team = await TestTeam.open();
    const article = await team.article(text);
    articleId = article.id;
    await team.approved(article, text);
    expect((await team.signOff(articleId, team.reviewer2)).status).toBe(201);
    evidence = (await team.editor.call<EvidenceView>('POST', '/api/evidence', form('Bilde'), multipart)).body;
    const { sha256 } = evidence;
    const { dataDir } = team.app.nest.get<Config>(CONFIG);
    file = join(dataDir, 'evidence', team.newsroomId, sha256.slice(0, 2), sha256);
    client = new pg.Client(team.app.databaseUrl);
    await client.connect();
    // Whoever has the whole database can get around its triggers.
    await client.query("SET session_replication_role = 'replica'");
  });
  afterAll(async () => {
    await client.end();
    await team.close();
  });

  const run = () => verify.run([], { app: () => Promise.resolve(team.app.nest), progress: () => undefined });

  it('finds nothing where nothing was touched', async () => {
    expect((await run()).data).toMatchObject({ articles: 1 });
  });

  it.each([
    [
      'an event that says something else',
      `UPDATE "Event" SET "data" = '{}' WHERE "type" = 'annotation.approved'`,
      /the log is not/,
    ],
    [
      'an event that is gone',
      `DELETE FROM "Event" WHERE "type" = 'annotation.submitted'`,
      /not numbered without a gap/,
    ],
    [
      'a report with other words',
      `UPDATE "Report" SET "content" = replace("content", '412', '413')`,
      /its bytes are not/,
    ],
    [
      'a report whose hash was changed with its words',
      `UPDATE "Report" SET "content" = replace("content", '412', '413'),
        "sha256" = encode(sha256(convert_to(replace("content", '412', '413'), 'UTF8')), 'hex')`,
      /the log does not say/,
    ],
    ['a report that is gone', `DELETE FROM "Report"`, /its bytes are not/],
    [
      'a head that says more than its facts',
      `UPDATE "AnnotationHead" SET "status" = 'submitted'`,
      /status is not what its facts say/,
    ],
    [
      'coverage that was raised',
      `UPDATE "ArticleHead" SET "byState" = "byState" || '{"approved": 9}'`,
      /byState is wrong/,
    ],
    ['evidence of another size', `UPDATE "Evidence" SET "size" = 4`, /5 bytes instead of 4/],
  ])('finds %s', async (_, attack, fault) => {
    const tables = ['Event', 'Report', 'AnnotationHead', 'ArticleHead', 'Evidence'];
    for (const table of tables) await client.query(`CREATE TEMP TABLE "kept ${table}" AS SELECT * FROM "${table}"`);
    await client.query(attack);
    try {
      await expect(run()).rejects.toThrow(fault);
    } finally {
      for (const table of tables) {
        await client.query(`DELETE FROM "${table}"`);
        await client.query(`INSERT INTO "${table}" SELECT * FROM "kept ${table}"`);
        await client.query(`DROP TABLE "kept ${table}"`);
      }
    }
    await expect(run()).resolves.toBeDefined();
  });

  it('finds evidence whose bytes were exchanged or lost', async () => {
    await writeFile(file, 'Falsk');
    await expect(run()).rejects.toThrow(/not those that its name says/);
    await rm(file);
    await expect(run()).rejects.toThrow(/not there/);
  });
});
