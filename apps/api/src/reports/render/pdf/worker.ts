import { parentPort } from 'node:worker_threads';
import { typeset } from './typesetter';

/** A document to set, and the number by which its answer is known. */
export interface PressJob {
  readonly id: number;
  readonly document: string;
  readonly createdAt: number;
}

export type PressAnswer = { readonly id: number } & ({ readonly pdf: Uint8Array } | { readonly failure: string });

parentPort?.on('message', ({ id, document, createdAt }: PressJob) => {
  parentPort?.postMessage(answer(id, document, createdAt));
});

function answer(id: number, document: string, createdAt: number): PressAnswer {
  try {
    return { id, pdf: typeset(document, createdAt) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}
