import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

/** Beside the built program; in a test where its package has it. A production install holds these few files, not the packages. */
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

/**
 * Sets the document as a tagged PDF that holds to PDF/UA-1. Takes the time of a Typst compilation, and the fonts (15 MB)
 * once, so it belongs into a worker.
 * @param document from `pdfDocument`
 * @param createdAt seconds since 1970
 */
export function typeset(document: string, createdAt: number): Buffer {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: faces.map(readFace) }] });
  const pdf = compiler.pdf(
    { mainFileContent: template, inputs: { data: document } },
    { pdfStandard: 'ua-1', creationTimestamp: createdAt },
  );
  compiler.evictCache(0);
  return pdf;
}
