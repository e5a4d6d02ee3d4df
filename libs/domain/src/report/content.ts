/** A report as far as its content goes; whatever else it holds says when and by whom it was made. */
interface Contents {
  readonly newsroom: unknown;
  readonly article: unknown;
  readonly revision: { readonly id: string; readonly number: number; readonly sha256: string };
  readonly claims: unknown;
  readonly sources: unknown;
  readonly sentences: unknown;
}

/**
 * What a report says, as one string that is the same for the same content: newsroom, metadata, text, claims with all
 * that they rest on, sources and sentences. When it was made, who signed it and what it corrects are no part of that.
 */
export function contentOf({ newsroom, article, revision, claims, sources, sentences }: Contents): string {
  const { id, number, sha256 } = revision;
  return JSON.stringify(
    { newsroom, article, revision: { id, number, sha256 }, claims, sources, sentences },
    inKeyOrder,
  );
}

/** For `JSON.stringify`: the fields of an object in the order of their names, however it was put together. */
function inKeyOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
