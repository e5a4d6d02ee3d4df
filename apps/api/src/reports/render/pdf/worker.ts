import type { PrintJob } from './threads';
import { typeset } from './typesetter';

/** What a thread of `PrintingThreads` does with each job. */
export default ({ document, createdAt }: PrintJob): Uint8Array => typeset(document, createdAt);
