import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { template } from './template';

/** Faces for what Typst's own fonts lack: a sans serif, Cyrillic, Greek, Korean, Chinese. */
const faces = [
  ['fonts-latin', 'NotoSans-Regular.ttf'],
  ['fonts-latin', 'NotoSans-SemiBold.ttf'],
  ['fonts-latin', 'NotoSans-Italic.ttf'],
  ['fonts-kr', 'NotoSansKR-Regular.otf'],
  ['fonts-sc', 'NotoSansHans-Regular.otf'],
] as const;

function readFace([name, file]: (typeof faces)[number]): Buffer {
  const entry = fileURLToPath(import.meta.resolve(`@embedpdf/${name}`));
  return readFileSync(join(dirname(dirname(entry)), 'fonts', file));
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
