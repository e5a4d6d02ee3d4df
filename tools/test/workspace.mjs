import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const bin = (name) => join(root, 'node_modules/.bin', name);
export const env = {
  ...process.env,
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NO_COLOR: '1',
  FORCE_COLOR: '0',
  PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
};

/** The projects, as folders: "apps/api", "libs/domain", ..., and "tools". */
export const projects = ['apps', 'libs']
  .flatMap((folder) =>
    readdirSync(join(root, folder))
      .sort()
      .map((name) => `${folder}/${name}`),
  )
  .filter((folder) => existsSync(join(root, folder, 'project.json')))
  .concat('tools');

/** The command of one of a room's targets, if it has it. */
export const commandOf = (project, target) =>
  JSON.parse(readFileSync(join(root, project, 'project.json'), 'utf8')).targets?.[target]?.command;

/** A folder for the results of this run, which others may enter. */
export function resultFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'belegg-run-'));
  chmodSync(folder, 0o755);
  return folder;
}
