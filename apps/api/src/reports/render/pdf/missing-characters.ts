/** A code point as the Unicode Standard writes it: "U+0E44". */
const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** How many characters a document names at its end; a text in a script that no font has would name thousands. */
const listed = 200;

/** Texts that are looked up or followed, and not shown. */
const unseen = new Set(['href', 'url', 'type', 'kind', 'verdict', 'status', 'language']);

/**
 * A document (JSON from `pdfDocument`) in which characters that no font has are shown by their code points, "[U+0E44]",
 * and named once more at its end.
 */
export function showMissing(document: string, missing: ReadonlySet<string>): string {
  if (missing.size === 0) return document;
  const found = new Set<string>();
  const show = (text: string): string =>
    Array.from(text, (character) => {
      if (!missing.has(character)) return character;
      found.add(nameOf(character));
      return `[${nameOf(character)}]`;
    }).join('');
  const shown = JSON.parse(document, (key, value: unknown) =>
    typeof value === 'string' && !unseen.has(key) ? show(value) : value,
  ) as { readonly words: { readonly missingCharacters: string }; readonly colophon: readonly string[] };
  if (found.size === 0) return document;
  const names = [...found].sort().slice(0, listed).join(', ');
  const line = `${shown.words.missingCharacters} ${names}${found.size > listed ? ' …' : ''}`;
  return JSON.stringify({ ...shown, colophon: [...shown.colophon, line] });
}

/** Letters that the program's fonts do have; a refusal may quote one together with a mark that it cannot bear. */
const present = /[\x20-\x7E\xA0-\u024F]/;

/**
 * The characters that a refusal of Typst quotes: "the text `\"ไ\"` could not be displayed with font …", "the text
 * contains the disallowed codepoint `\"\\u{0}\"`".
 */
export const missingIn = (refusal: string): string[] =>
  Array.from(
    refusal.replace(/\\u\{([0-9a-f]{1,6})\}/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16))),
  ).filter((character) => !present.test(character));
