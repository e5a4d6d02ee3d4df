import { relative } from 'node:path';
import { run } from '../processes.mjs';
import { outcome } from './outcome.mjs';
import { bin, commandOf, env, projects, root } from './workspace.mjs';

/**
 * ESLint over every room and the tools, the search for cycles of imports, and the formatter; each counts as one.
 * A warning fails as an error does.
 */
export async function lint() {
  const parts = [
    await eslint(),
    await checked('oxlint', ['apps', 'libs', 'tools']),
    await checked('prettier', ['--check', '--log-level=warn', '.']),
  ];
  return outcome({
    passed: parts.reduce((sum, { passed }) => sum + passed, 0),
    failed: parts.reduce((sum, { failed }) => sum + failed, 0),
    code: 0,
    details: parts
      .map(({ details }) => details)
      .filter(Boolean)
      .join('\n'),
  });
}

async function checked(program, args) {
  const { code, output } = await run(bin(program), args, { cwd: root, env });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, details: code === 0 ? '' : output };
}

async function eslint() {
  const { code, output } = await run(bin('eslint'), [...projects, '--format=json'], { cwd: root, env });
  const files = parse(output);
  if (!files) return outcome({ passed: 0, failed: 0, code: code || 1, details: output });
  const found = projects.map((room) => files.filter(({ filePath }) => relative(root, filePath).startsWith(`${room}/`)));
  const clean = found.filter((inRoom) => inRoom.length > 0 && inRoom.every(({ messages }) => messages.length === 0));
  const silent = projects
    .filter((_, index) => found[index].length === 0)
    .map((room) => `${room}: there was nothing to lint`);
  const messages = files.flatMap(({ filePath, messages: list }) =>
    list.map(
      ({ line, column, message, ruleId }) => `${relative(root, filePath)}:${line}:${column} ${message} (${ruleId})`,
    ),
  );
  return outcome({
    passed: clean.length,
    failed: projects.length - clean.length,
    code: 0,
    details: [...silent, ...messages].join('\n'),
  });
}

function parse(output) {
  try {
    return JSON.parse(output.slice(output.indexOf('[')));
  } catch {
    return undefined;
  }
}

/**
 * The compiler over every room that has the target; each counts as one.
 * One at a time: each takes all of a core, and much memory.
 */
export async function typecheck() {
  const failures = [];
  const checked = projects.filter((project) => commandOf(project, 'typecheck'));
  for (const project of checked) {
    const { code, output } = await run(commandOf(project, 'typecheck'), [], { cwd: root, env, shell: true });
    if (code !== 0) failures.push(`${project}\n${output}`);
  }
  return outcome({
    passed: checked.length - failures.length,
    failed: failures.length,
    code: 0,
    details: failures.join('\n'),
  });
}
