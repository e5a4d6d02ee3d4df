import { defineConfig } from 'rolldown';

/** What newsrooms put on their own pages: one classic script without imports. */
export default defineConfig({
  input: { embed: 'apps/web/src/embed/main.ts' },
  platform: 'browser',
  tsconfig: 'apps/web/tsconfig.app.json',
  output: { dir: 'dist/apps/embed', format: 'iife', minify: true, entryFileNames: '[name].js' },
});
