import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingIn, showMissing } from './missing-characters';
import { template } from './template';

/** Faces for what Typst's own fonts lack: a sans serif, Cyrillic, Greek, Korean, Chinese. */
const faces = [
  'NotoSans-Regular.ttf',
  'NotoSans-SemiBold.ttf',
  'NotoSans-Italic.ttf',
  'NotoSansKR-Regular.otf',
  'NotoSansHans-Regular.otf',
];
const packages = ['fonts-latin', 'fonts-kr', 'fonts-sc'];

/**
 * Beside the built program; in a test where its package has it. A production install holds these few files, not the
 * packages.
 */
function readFace(file: string): Buffer {
  const built = fileURLToPath(new URL(`fonts/${file}`, import.meta.url));
  if (existsSync(built)) return readFileSync(built);
  const found = packages
    .map((name) => join(dirname(fileURLToPath(import.meta.resolve(`@embedpdf/${name}`))), '../fonts', file))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error(`The font ${file} is missing`);
  return readFileSync(found);
}

let compiler: NodeCompiler | undefined;

/** Attempts at most: each one learns of characters that are missing. */
const attempts = 8;

/**
 * Sets the document as a tagged PDF that holds to PDF/UA-1, which no character without a glyph may stand in: these are
 * shown by their code points. Takes the time of a Typst compilation, and the fonts (15 MB) once, so it belongs into a
 * worker.
 * @param document from `pdfDocument`
 * @param createdAt seconds since 1970
 * @throws Error when the document is refused for anything else than its characters
 */
export function typeset(document: string, createdAt: number): Buffer {
  const missing = new Set<string>();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return compile(showMissing(document, missing), createdAt);
    } catch (error) {
      const found = missingIn(String(error)).filter((character) => !missing.has(character));
      if (found.length === 0 || attempt === attempts) throw error;
      for (const character of found) missing.add(character);
    }
  }
}

function compile(document: string, createdAt: number): Buffer {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: faces.map(readFace) }] });
  try {
    return compiler.pdf(
      { mainFileContent: template, inputs: { data: document } },
      { pdfStandard: 'ua-1', creationTimestamp: createdAt },
    );
  } finally {
    compiler.evictCache(0);
  }
}
