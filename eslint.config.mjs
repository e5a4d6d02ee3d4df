import { builtinModules } from 'node:module';
import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/** Who may import whom, and which packages each room may use. No `*` rule: what is not listed is refused. */
export const depConstraints = [
  { sourceTag: 'room:domain', onlyDependOnLibsWithTags: ['room:domain'], allowedExternalImports: [] },
  {
    sourceTag: 'room:contract',
    onlyDependOnLibsWithTags: ['room:contract', 'room:domain'],
    allowedExternalImports: ['zod'],
  },
  {
    sourceTag: 'room:terms',
    onlyDependOnLibsWithTags: ['room:terms', 'room:domain'],
    allowedExternalImports: [],
  },
  {
    sourceTag: 'room:text-dom',
    onlyDependOnLibsWithTags: ['room:text-dom', 'room:domain'],
    allowedExternalImports: [],
  },
  {
    sourceTag: 'room:ui',
    onlyDependOnLibsWithTags: ['room:ui', 'room:domain'],
    allowedExternalImports: ['@angular/*', 'rxjs'],
  },
  {
    sourceTag: 'room:web',
    onlyDependOnLibsWithTags: ['room:domain', 'room:contract', 'room:terms', 'room:text-dom', 'room:ui'],
    allowedExternalImports: ['@angular/*', 'rxjs', 'i18next', 'marked', 'zod'],
  },
  {
    sourceTag: 'room:api',
    onlyDependOnLibsWithTags: ['room:domain', 'room:contract', 'room:terms'],
    allowedExternalImports: [
      '@nestjs/*',
      '@fastify/*',
      'fastify',
      '@prisma/*',
      'pg',
      'nodemailer',
      'pg-boss',
      'pg-copy-streams',
      'tar-stream',
      'tldts',
      'lru-cache',
      'pg-connection-string',
      '@aws-sdk/*',
      '@node-rs/argon2',
      '@zxcvbn-ts/*',
      'reflect-metadata',
      'rxjs',
      'sanitize-html',
      'htmlparser2',
      'marked',
      'franc',
      'i18next',
      'prom-client',
      'uuid',
      'zod',
      // Formats, out and in.
      '@myriaddreamin/typst-ts-node-compiler',
      'piscina',
      'docx',
      'write-excel-file/node',
      'write-excel-file/utility',
      'csv-stringify/sync',
      'saxes',
      'fflate',
      'unpdf',
      '@mozilla/readability',
      'linkedom',
      'request-filtering-agent',
      'fast-check',
      'smtp-server',
      // For the tests of the OpenAPI document.
      '@redocly/openapi-core',
      'openapi-typescript',
      'typescript',
    ],
  },
  {
    sourceTag: 'room:e2e',
    onlyDependOnLibsWithTags: ['room:contract'],
    allowedExternalImports: ['@playwright/test', '@axe-core/playwright'],
  },
];

/**
 * For rooms that also run in a browser: none of Node's own modules, and libraries so imported that they can be shaken.
 */
export const withoutNode = {
  files: ['**/*.ts'],
  ignores: ['**/*.spec.ts', '**/test/**/*.ts'],
  rules: {
    'no-restricted-imports': ['error', { paths: builtinModules, patterns: ['node:*'] }],
    'no-restricted-syntax': [
      'error',
      {
        selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier",
        message: 'Write `import * as z`: a named import drags all of zod into the page.',
      },
    ],
  },
};

export default tseslint.config(
  {
    ignores: [
      '**/dist',
      '**/node_modules',
      '**/.angular',
      '**/.nx',
      '**/generated',
      '**/tmp',
      'coverage',
      'apps/*/coverage',
      'libs/*/coverage',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...nx.configs['flat/base'],
  ...nx.configs['flat/typescript'],
  ...tseslint.configs.recommendedTypeCheckedOnly.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A switch counts as one way, however many cases it has.
      complexity: ['error', { max: 20, variant: 'modified' }],
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // An async function without await turns what it throws into a rejection, which Fastify's hooks rely on.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints }],
    },
  },
  {
    files: ['**/*.spec.ts', '**/test/**/*.ts', '**/test-setup.ts'],
    rules: {
      'max-lines': ['error', { max: 500 }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Jest's matchers and Angular's `nativeElement` are `any`.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@nx/enforce-module-boundaries': ['error', { allow: ['fast-check', 'jest-preset-angular/**'], depConstraints }],
    },
  },
  // The tools build and measure the rooms from outside.
  { files: ['tools/**/*.ts'], rules: { '@nx/enforce-module-boundaries': 'off' } },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        WebAssembly: 'readonly',
        crypto: 'readonly',
        globalThis: 'readonly',
        Buffer: 'readonly',
        AbortController: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
);
