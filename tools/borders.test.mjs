// Proves that the borders of the rooms are real: each forbidden import fails lint, and each allowed one passes.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { run } from './processes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// Its probes are no files, which no TypeScript program can know.
const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });
const borderRules = new Set(['@nx/enforce-module-boundaries', 'no-restricted-imports']);

// The rule reads the map of projects that Nx keeps, and lets everything pass where there is none.
before(async () => {
  const { code, output } = await run('node_modules/.bin/nx', ['show', 'projects'], {
    cwd: root,
    env: { ...process.env, NX_DAEMON: 'false' },
  });
  assert.equal(code, 0, output);
});

/**
 * Room, and modules that it may and may not import.
 * @type {[string, string[], string[]][]}
 */
const rooms = [
  ['libs/domain/src', [], ['node:fs', 'fs', 'zod', '@angular/core', '@nestjs/common', '@belegg/contract', 'rxjs']],
  ['libs/domain/src/text', ['./range'], ['../anchoring/reanchor', '../review/status', 'node:fs']],
  ['libs/domain/src/review', ['../anchoring/selector'], ['../anchoring/matcher/align']],
  ['libs/domain/src/anchoring', ['./matcher/align', '../text/range'], ['node:fs']],
  [
    'libs/contract/src',
    ['zod', '@belegg/domain'],
    ['node:crypto', '@angular/core', '@nestjs/common', '@prisma/client', '@belegg/text-dom', '@belegg/ui'],
  ],
  ['libs/terms/src', ['@belegg/domain'], ['node:fs', '@angular/core', 'zod', '@belegg/contract', '@belegg/ui']],
  [
    'libs/text-dom/src',
    ['@belegg/domain'],
    ['node:fs', '@angular/core', 'rxjs', 'zod', '@belegg/contract', '@belegg/ui'],
  ],
  [
    'libs/ui/src',
    ['@belegg/domain', '@angular/core'],
    ['node:fs', '@belegg/contract', '@belegg/text-dom', '@nestjs/common', 'zod'],
  ],
  [
    'apps/web/src/app',
    ['@belegg/domain', '@belegg/contract', '@belegg/terms', '@belegg/text-dom', '@belegg/ui', '@angular/core'],
    [
      'node:fs',
      '@prisma/client',
      '@nestjs/common',
      'pg',
      '../../../api/src/app',
      '../../../../libs/domain/src/text/range',
    ],
  ],
  [
    'apps/api/src',
    ['@belegg/domain', '@belegg/contract', '@belegg/terms', '@nestjs/common', '@prisma/client', 'node:fs'],
    ['@angular/core', '@belegg/ui', '@belegg/text-dom', '@playwright/test', '../../web/src/main'],
  ],
  [
    'apps/web/src/app/review',
    ['../shell/i18n', '../threads', './review-queue', '../reading'],
    ['../threads/written', '../reading/painter', '../annotate/annotate.store'],
  ],
  [
    'apps/web/src/app/annotate/editor',
    ['../../sources', '../drafts/statement'],
    ['../../sources/source-field', '../../sources/test/source-view'],
  ],
  [
    'apps/api/src/annotations/head',
    ['../../sources', '../../platform/clock', '../annotation.repository'],
    ['../../sources/sources.repository', '../../reports/render/words'],
  ],
  [
    'apps/e2e/src',
    ['@belegg/contract', '@playwright/test'],
    ['@belegg/domain', '@belegg/ui', '@prisma/client', '@angular/core', '../../api/src/app', '../../web/src/main'],
  ],
];

async function crossesBorder(folder, module) {
  const [{ messages }] = await eslint.lintText(`import '${module}';\n`, {
    filePath: join(root, folder, 'border-probe.ts'),
  });
  const fatal = messages.find((message) => message.fatal);
  assert.equal(fatal, undefined, fatal?.message);
  return messages.some(({ ruleId, severity }) => borderRules.has(ruleId) && severity === 2);
}

for (const [folder, allowed, forbidden] of rooms) {
  describe(folder, () => {
    for (const module of allowed)
      test(`may import ${module}`, async () => assert.equal(await crossesBorder(folder, module), false));
    for (const module of forbidden)
      test(`may not import ${module}`, async () => assert.equal(await crossesBorder(folder, module), true));
  });
}

describe('libs/domain', () => {
  for (const [name, source, seen] of [
    ['the DOM', 'export const probe = document.title;', false],
    ['the window', 'export const probe = window.innerWidth;', false],
    ['fetch', 'export const probe = fetch("/");', false],
    ['Node', 'export const probe = process.env;', false],
    ['Buffer', 'export const probe = Buffer.from("");', false],
    ['the language itself', 'export const probe = [1].toSorted().at(-1);', true],
  ]) {
    test(`${seen ? 'sees' : 'cannot see'} ${name}`, () => assert.equal(compiles(source), seen));
  }
});

/** Whether a file with this text would compile in libs/domain, under its own settings. */
function compiles(source) {
  const file = join(root, 'libs/domain/src/border-probe.ts');
  const { options } = ts.getParsedCommandLineOfConfigFile(
    join(root, 'libs/domain/tsconfig.lib.json'),
    { noEmit: true },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: ({ messageText }) => assert.fail(String(messageText)) },
  );
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2023) : getSourceFile(name, ...rest);
  return ts.getPreEmitDiagnostics(ts.createProgram([file], options, host)).length === 0;
}
