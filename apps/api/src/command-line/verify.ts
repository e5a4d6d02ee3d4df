import { readAll, report, routes, type ReportSummary } from '@belegg/contract';
import { CodePointText } from '@belegg/domain';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { CommandError, UsageError, type Command } from './command';
import { Connection, connectionOptions, connectionUsage } from './connection';
import { verifyDatabase } from './verify-database';

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

/** What is wrong with a report's own JSON: its text's hash, and the words of each claim where it says they stand. */
function faultsOf(content: Buffer): string[] {
  const { success, data } = report.safeParse(JSON.parse(content.toString('utf8')));
  if (!success) return ['it is no report of Belegg'];
  const text = new CodePointText(data.revision.text);
  return [
    ...(sha256(data.revision.text) === data.revision.sha256 ? [] : ['the text is not the one that its hash names']),
    ...data.claims
      .filter(({ range, exact }) => range && text.slice(range.start, range.end) !== exact)
      .map(({ number }) => `claim ${number} is not on its words`),
  ];
}

export const verifyFile: Command = {
  usage: `verify file <report.json> --sha256 <hash>
    Checks a downloaded report against the hash that was printed, and what it says against itself. Needs no server.`,
  async run(args) {
    const {
      values,
      positionals: [file],
    } = parseArgs({ args: [...args], allowPositionals: true, options: { sha256: { type: 'string' } } });
    if (file === undefined || values.sha256 === undefined)
      throw new UsageError('Name the file, and the hash with --sha256');
    const content = await readFile(file);
    const found = sha256(content);
    if (found !== values.sha256.toLowerCase())
      throw new CommandError(`${file} is not the report that this hash names: its own is ${found}`);
    const faults = faultsOf(content);
    if (faults.length > 0) throw new CommandError(`${file}: ${faults.join('; ')}`);
    return { text: `${file} is the report that this hash names, byte for byte.`, data: { file, sha256: found } };
  },
};

export const verify: Command = {
  usage: `verify
    Checks the whole database of this machine and its evidence: the log's chain, heads, reports, evidence.
verify [<article> …]
    Checks every signed-off report, of these articles or of all: its bytes against its hash, its text, each claim's words.
${connectionUsage}`,
  async run(args, surroundings) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: connectionOptions });
    if (positionals.length === 0 && !Connection.isChosen(values)) return verifyDatabase(surroundings);
    const connection = await Connection.open(values, surroundings);
    try {
      const articles =
        positionals.length > 0 ? positionals : (await readAll(connection, routes.listArticles, {})).map(({ id }) => id);
      const checked: { id: string; faults: string[] }[] = [];
      for (const [index, id] of articles.entries()) {
        surroundings.progress(`${index + 1} of ${articles.length} articles`);
        for (const summary of await readAll(connection, routes.listReports, { params: { id } }))
          checked.push(await check(connection, summary));
      }
      const faulty = checked.filter(({ faults }) => faults.length > 0);
      if (faulty.length > 0)
        throw new CommandError(faulty.map(({ id, faults }) => `${id}: ${faults.join('; ')}`).join('\n'));
      return { text: `${checked.length} reports are what their hashes name.`, data: { checked: checked.length } };
    } finally {
      await connection.close();
    }
  },
};

async function check(
  connection: Connection,
  { id, sha256: named }: ReportSummary,
): Promise<{ id: string; faults: string[] }> {
  const content = await connection.bytes(routes.getReport, { params: { id }, query: { format: 'json' } });
  return {
    id,
    faults: [
      ...(sha256(content) === named ? [] : ['its bytes are not those that its hash names']),
      ...faultsOf(content),
    ],
  };
}
