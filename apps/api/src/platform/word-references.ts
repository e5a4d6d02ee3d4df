import { createHash } from 'node:crypto';

/**
 * The id under which a claim or a comment goes into a Word file: eight hexadecimal digits, below 0x7FFFFFFF as Word
 * wants them ([MS-DOCX], 2.5.4.3). The same thing has the same id in each file, so that it is known when the file comes
 * back.
 */
export function durableIdOf(...names: readonly (string | number)[]): string {
  const hash = createHash('sha256').update(JSON.stringify(names)).digest().readUInt32BE(0);
  return ((hash % 0x7ffffffe) + 1).toString(16).toUpperCase().padStart(8, '0');
}

export const claimReference = (annotationId: string): string => durableIdOf('claim', annotationId);
export const commentReference = (threadId: string, number: number): string => durableIdOf('comment', threadId, number);
