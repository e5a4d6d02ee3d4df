// Nest 12 and Prisma's generated client are ES modules: run with NODE_OPTIONS=--experimental-vm-modules.
export default {
  displayName: 'api',
  testEnvironment: 'node',
  globalSetup: '<rootDir>/jest.global-setup.mjs',
  globalTeardown: '<rootDir>/jest.global-teardown.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@belegg/(domain|contract|terms)$': '<rootDir>/../../libs/$1/src/index.ts',
    '^@belegg/contract/openapi$': '<rootDir>/../../libs/contract/src/openapi/index.ts',
  },
  testTimeout: 120_000,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        module: { type: 'es6' },
        jsc: {
          target: 'es2023',
          experimental: { keepImportAttributes: true },
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
      },
    ],
  },
};
