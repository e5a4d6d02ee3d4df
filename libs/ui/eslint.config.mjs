import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import base, { withoutNode } from '../../eslint.config.mjs';

export default tseslint.config(
  ...base,
  withoutNode,
  { files: ['**/*.ts'], extends: [...angular.configs.tsRecommended], processor: angular.processInlineTemplates },
  { files: ['**/*.html'], extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility] },
);
