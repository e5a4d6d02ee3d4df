import { defineConfig } from 'rolldown';

export default defineConfig({
  input: {
    main: 'apps/api/src/main.ts',
    cli: 'apps/api/src/cli.ts',
    'reading-worker': 'apps/api/src/intake/reading/worker.ts',
    'pdf-worker': 'apps/api/src/reports/render/pdf/worker.ts',
  },
  platform: 'node',
  external: [/^node:/, /^(?!@belegg\/|@oxc-project\/)[@a-z]/],
  tsconfig: 'apps/api/tsconfig.json',
  output: { dir: 'dist/apps/api', format: 'esm', sourcemap: true, entryFileNames: '[name].js', cleanDir: true },
});
