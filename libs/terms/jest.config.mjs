export default {
  displayName: 'terms',
  testTimeout: 60_000,
  testEnvironment: 'node',
  moduleNameMapper: { '^@belegg/domain$': '<rootDir>/../domain/src/index.ts' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { swcrc: false, module: { type: 'commonjs' }, jsc: { target: 'es2023', parser: { syntax: 'typescript' } } },
    ],
  },
};
