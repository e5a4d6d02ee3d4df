import { readdirSync } from 'node:fs';
import base from '../../eslint.config.mjs';

/** Slices show each other their `index.ts` alone. All stand on `platform`, whose files are imported one by one. */
const slices = readdirSync(new URL('src', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['platform', 'generated', 'test', 'trust'].includes(entry.name))
  .map(({ name }) => name);

export default [
  ...base,
  {
    files: ['src/**/*.ts'],
    ignores: ['src/**/*.spec.ts', 'src/test/**', 'src/trust/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(${slices.join('|')})/(?!index$)`,
              message: 'Import it from the index of that slice.',
            },
          ],
        },
      ],
    },
  },
  // Nest reads constructor parameter types at run time: an `import type` there would break injection.
  { files: ['**/*.ts'], rules: { '@typescript-eslint/consistent-type-imports': 'off' } },
];
