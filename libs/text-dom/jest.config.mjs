export default {
  displayName: 'text-dom',
  testTimeout: 60_000,
  testEnvironment: 'jsdom',
  moduleNameMapper: { '^@belegg/domain$': '<rootDir>/../domain/src/index.ts' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { swcrc: false, module: { type: 'commonjs' }, jsc: { target: 'es2023', parser: { syntax: 'typescript' } } },
    ],
  },
};
