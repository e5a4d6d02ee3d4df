import base from '../../eslint.config.mjs';

// Nest reads constructor parameter types at run time: an `import type` there would break injection.
export default [...base, { files: ['**/*.ts'], rules: { '@typescript-eslint/consistent-type-imports': 'off' } }];
