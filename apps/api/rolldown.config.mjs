import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'rolldown';

const dir = 'dist/apps/api';

/** The fonts of PDF reports, of packages that hold sixty more. */
const fonts = [
  ['fonts-latin', 'NotoSans-Regular.ttf'],
  ['fonts-latin', 'NotoSans-SemiBold.ttf'],
  ['fonts-latin', 'NotoSans-Italic.ttf'],
  ['fonts-kr', 'NotoSansKR-Regular.otf'],
  ['fonts-sc', 'NotoSansHans-Regular.otf'],
];

const copyFonts = {
  name: 'copy-fonts',
  writeBundle() {
    mkdirSync(`${dir}/fonts`, { recursive: true });
    for (const [name, file] of fonts) {
      const entry = fileURLToPath(import.meta.resolve(`@embedpdf/${name}`));
      cpSync(join(dirname(entry), '../fonts', file), `${dir}/fonts/${file}`);
    }
  },
};

export default defineConfig({
  input: {
    main: 'apps/api/src/main.ts',
    cli: 'apps/api/src/cli.ts',
    'reading-worker': 'apps/api/src/intake/reading/worker.ts',
    'password-worker': 'apps/api/src/members/password-worker.ts',
    'pdf-worker': 'apps/api/src/reports/render/pdf/worker.ts',
  },
  platform: 'node',
  // Prisma's client and i18next come into the program itself: as packages they bring the Prisma CLI, Studio and
  // TypeScript along, which they name as peers.
  external: [/^node:/, /^(?!@belegg\/|@oxc-project\/|@prisma\/|i18next$|postgres-array$)[@a-z]/],
  tsconfig: 'apps/api/tsconfig.json',
  plugins: [copyFonts],
  output: {
    dir,
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].js',
    // `npm run dev` runs what is there while it is built anew.
    cleanDir: !process.argv.includes('--watch'),
  },
});
