import { readAll, reportFormats, routes } from '@belegg/contract';
import { profiles } from '@belegg/domain';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { CommandError, UsageError, type Command } from './command';
import { Connection, connectionOptions, connectionUsage } from './connection';

export const list: Command = {
  usage: `list
    Lists the articles with how far they are checked.
${connectionUsage}`,
  async run(args, surroundings) {
    const { values } = parseArgs({ args: [...args], options: connectionOptions });
    const connection = await Connection.open(values, surroundings);
    try {
      const articles = await readAll(connection, routes.listArticles, {});
      const lines = articles.map(
        ({ id, title, coverage, revision }) =>
          `${id}  ${`${coverage.approved}/${coverage.checkable}`.padStart(9)}  r${revision.number}  ${title}`,
      );
      return { text: lines.length > 0 ? lines.join('\n') : 'There are no articles.', data: { articles } };
    } finally {
      await connection.close();
    }
  },
};

export const importFiles: Command = {
  usage: `import <file> … [--language <nb|nn|en>] [--author <name>] [--date <yyyy-mm-dd>]
    Takes in files, each as an article. A file that is refused is named, and the others are taken in.
${connectionUsage}`,
  async run(args, surroundings) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...connectionOptions,
        language: { type: 'string' },
        author: { type: 'string' },
        date: { type: 'string' },
      },
    });
    if (positionals.length === 0) throw new UsageError('Name a file');
    const fields = Object.entries({ language: values.language, author: values.author, date: values.date });
    const connection = await Connection.open(values, surroundings);
    const imported: { file: string; id: string; title: string }[] = [];
    const refused: { file: string; reason: string }[] = [];
    try {
      for (const [index, file] of positionals.entries()) {
        surroundings.progress(`${index + 1} of ${positionals.length}: ${file}`);
        try {
          const form = new FormData();
          for (const [name, value] of fields) if (value !== undefined) form.set(name, value);
          form.set('file', new Blob([await readFile(file)]), basename(file));
          const { id, title } = await connection.call(routes.importArticle, { body: form });
          imported.push({ file, id, title });
        } catch (error) {
          refused.push({ file, reason: error instanceof Error ? error.message : String(error) });
        }
      }
    } finally {
      await connection.close();
    }
    const lines = [
      ...imported.map(({ id, title }) => `${id}  ${title}`),
      ...refused.map(({ file, reason }) => `refused: ${file}: ${reason}`),
    ];
    if (refused.length > 0) throw new CommandError(lines.join('\n'));
    return { text: lines.join('\n'), data: { imported } };
  },
};

export const exportReport: Command = {
  usage: `export <article> [--format <${reportFormats.join('|')}>] [--profile <${profiles.join('|')}>] [--draft] [--out <file>]
    Writes the latest signed-off report of an article, or with --draft how things stand now, to a file or to the output.
${connectionUsage}`,
  async run(args, surroundings) {
    const {
      values,
      positionals: [article],
    } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...connectionOptions,
        format: { type: 'string', default: 'html' },
        profile: { type: 'string', default: 'internal' },
        draft: { type: 'boolean', default: false },
        out: { type: 'string' },
      },
    });
    if (article === undefined) throw new UsageError('Name an article by its id: see list');
    const query = reportQuery({ format: values.format, profile: values.profile });
    const connection = await Connection.open(values, surroundings);
    try {
      const [latest] = values.draft ? [] : await readAll(connection, routes.listReports, { params: { id: article } });
      if (!values.draft && !latest)
        throw new CommandError('It is not signed off. With --draft you get how things stand now.');
      const bytes = latest
        ? await connection.bytes(routes.getReport, { params: { id: latest.id }, query })
        : await connection.bytes(routes.draftReport, { params: { id: article }, query });
      if (values.out === undefined)
        return {
          text: bytes.toString('utf8'),
          data: { article, report: latest?.id, content: bytes.toString('base64') },
        };
      await writeFile(values.out, bytes);
      return {
        text: `${values.out}: ${bytes.length} bytes`,
        data: { article, report: latest?.id, file: values.out, bytes: bytes.length },
      };
    } finally {
      await connection.close();
    }
  },
};

/** @throws UsageError */
function reportQuery(values: { readonly format: string; readonly profile: string }) {
  const { data, error } = routes.getReport.query.safeParse(values);
  const [issue] = error?.issues ?? [];
  if (issue) throw new UsageError(`--${String(issue.path[0])}: ${issue.message}`);
  return data;
}
