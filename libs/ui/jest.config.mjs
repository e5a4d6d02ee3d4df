import presets from 'jest-preset-angular/presets/index.js';

export default {
  ...presets.createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
  displayName: 'ui',
  testTimeout: 60_000,
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  moduleNameMapper: { '^@belegg/(domain|contract|text-dom|ui)$': '<rootDir>/../../libs/$1/src/index.ts' },
};
