import presets from 'jest-preset-angular/presets/index.js';

export default {
  ...presets.createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
  displayName: 'web',
  testTimeout: 60_000,
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  moduleNameMapper: {
    '^@belegg/(domain|contract|terms|text-dom|ui)$': '<rootDir>/../../libs/$1/src/index.ts',
    // Jest runs CommonJS, and the package names only its ES module.
    '^marked$': '<rootDir>/../../node_modules/marked/lib/marked.umd.js',
  },
};
