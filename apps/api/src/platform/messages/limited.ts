/** What was too large: the body of a call, a file, or the text of a file once it is unpacked. */
export type Limited = 'body' | 'file' | 'text';

export const limitedWords = {
  nb: { body: 'Forespørselen', file: 'Filen', text: 'Teksten i innholdet' },
  en: { body: 'The request', file: 'The file', text: 'The text in the content' },
} as const satisfies Record<string, Readonly<Record<Limited, string>>>;
