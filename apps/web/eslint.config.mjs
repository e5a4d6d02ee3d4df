import { readdirSync } from 'node:fs';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import base, { withoutNode } from '../../eslint.config.mjs';

/** Rooms show each other their `index.ts` alone. All stand on `shell`, whose files are imported one by one. */
const rooms = readdirSync(new URL('src/app', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'shell')
  .map(({ name }) => name);
const insideOf = (allowed) => ({
  regex: `^(\\.\\./)+(${rooms.join('|')})/${allowed}`,
  message: 'Import it from the index of that room. A page that is loaded when it is opened is named by its path.',
});
const [, { paths, patterns }] = withoutNode.rules['no-restricted-imports'];

export default tseslint.config(
  ...base,
  withoutNode,
  {
    files: ['src/app/*/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { paths, patterns: [{ group: patterns }, insideOf('(?!index$)')] }],
    },
  },
  {
    // Tests of one room may use the scenes of another.
    files: ['src/app/*/**/*.spec.ts', 'src/app/*/test/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [insideOf('(?!index$|test/)')] }] },
  },
  { files: ['**/*.ts'], extends: [...angular.configs.tsRecommended], processor: angular.processInlineTemplates },
  { files: ['**/*.html'], extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility] },
);
