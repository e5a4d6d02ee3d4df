import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestTeam } from '../test/team';
import { exportReport, importFiles, list } from './articles';
import type { Command, Done } from './command';
import { verify, verifyFile } from './verify';

const text = 'Broen er 412 meter lang.';

describe('the command line', () => {
  let team: TestTeam;
  let folder: string;
  let url: string;
  const progress: string[] = [];

  beforeAll(async () => {
    team = await TestTeam.open();
    folder = await mkdtemp(join(tmpdir(), 'belegg-cli-'));
    await team.app.nest.listen({ port: 0, host: '127.0.0.1' });
    url = await team.app.nest.getUrl();
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await team.close();
  });

  const run = (command: Command, ...args: string[]): Promise<Done> =>
    command.run(args, {
      app: () => Promise.resolve(team.app.nest),
      progress: (line) => {
        progress.push(line);
      },
    });
  const email = () => `${team.reviewer.actor.accountId}@example.test`;

  /** Through both doors: a server over the network, and the database as a member. */
  const doors = [
    ['a server', () => ['--server', url, '--token', team.reviewer.secret]],
    ['the database', () => ['--as', email()]],
  ] as const;

  describe.each(doors)('on %s', (_name, connection) => {
    it('takes in files and lists the articles', async () => {
      const file = join(folder, 'bro.txt');
      await writeFile(file, `Broen\n${text}\nMer om broen følger her, i en lang setning.`);
      const { data } = await run(importFiles, file, '--language', 'nb', ...connection());
      const [{ id } = { id: '' }] = data['imported'] as { id: string }[];
      expect(progress.at(-1)).toBe(`1 of 1: ${file}`);
      expect((await run(list, ...connection())).text).toMatch(new RegExp(`${id}\\s+0/\\d+\\s+r1`));
    });

    it('names a file that is refused, in the words of the server', async () => {
      const file = join(folder, 'tom.txt');
      await writeFile(file, '   ');
      await expect(run(importFiles, file, ...connection())).rejects.toThrow(/refused: .*tom\.txt: The text is empty/);
    });

    it('exports a signed-off report, and verifies it against its hash', async () => {
      const article = await team.article(text);
      await team.approved(article, text);
      await expect(run(exportReport, article.id, ...connection())).rejects.toThrow(/not signed off/);
      const { body } = await team.signOff(article.id, team.reviewer2);
      const out = join(folder, 'rapport.json');
      await run(exportReport, article.id, '--format', 'json', '--out', out, ...connection());
      expect((await run(verifyFile, out, '--sha256', body.sha256)).text).toContain('byte for byte');
      expect((await run(verify, article.id, ...connection())).data).toEqual({ checked: 1 });
      await writeFile(out, (await readFile(out, 'utf8')).replace('412', '413'));
      await expect(run(verifyFile, out, '--sha256', body.sha256)).rejects.toThrow(
        /not the report that this hash names/,
      );
    });

    it('writes a PDF', async () => {
      const article = await team.article(text);
      const out = join(folder, 'utkast.pdf');
      await run(exportReport, article.id, '--draft', '--format', 'pdf', '--out', out, ...connection());
      expect((await readFile(out)).subarray(0, 5).toString()).toBe('%PDF-');
    });
  });

  it('leaves no session behind on the database', async () => {
    await run(list, '--as', email());
    const sessions = await team.app.database.acrossNewsrooms((tx) =>
      tx.session.count({ where: { name: 'command line' } }),
    );
    expect(sessions).toBe(0);
  });

  it('says what is missing or wrong', async () => {
    await expect(run(list)).rejects.toThrow(/--server and --token, or --as/);
    await expect(run(list, '--as', 'nobody@example.test')).rejects.toThrow(/no active member/);
    await expect(run(list, '--server', url, '--token', 'wrong')).rejects.toThrow(/Sign in/);
    await expect(run(list, '--server', 'http://127.0.0.1:9', '--token', 'x')).rejects.toThrow(/cannot be reached/);
    await expect(run(exportReport, '--server', url, '--token', 'x')).rejects.toThrow(/Name an article/);
  });
});
