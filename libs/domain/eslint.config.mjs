import { builtinModules } from 'node:module';
import base, { withoutNode } from '../../eslint.config.mjs';

/** Folders that may not import others: text stands on nothing, and only anchoring sees its matcher. */
const without = (files, ignores, patterns) => ({
  files,
  ignores: ['**/*.spec.ts', '**/test/**/*.ts', ...ignores],
  rules: { 'no-restricted-imports': ['error', { paths: builtinModules, patterns: ['node:*', ...patterns] }] },
});

export default [
  ...base,
  withoutNode,
  without(['src/**/*.ts'], ['src/anchoring/**'], ['**/matcher/*']),
  without(['src/text/**/*.ts'], [], ['**/anchoring/**', '**/review/**', '**/sources/**', '**/report/**']),
];
