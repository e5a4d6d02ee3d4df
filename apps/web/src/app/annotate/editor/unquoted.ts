const pairs: readonly (readonly [string, string])[] = [
  ['«', '»'],
  ['»', '«'],
  ['“', '”'],
  ['„', '“'],
  ['”', '”'],
  ['‘', '’'],
  ['"', '"'],
];

/** A quote without the marks around it, which the program sets itself. Marks that end before the end are part of it. */
export function unquoted(text: string): string {
  const bare = text.trim();
  for (const [open, close] of pairs) {
    if (bare.length < 2 || !bare.startsWith(open) || !bare.endsWith(close)) continue;
    const inner = bare.slice(1, -1);
    if (!inner.includes(open) && !inner.includes(close)) return inner.trim();
  }
  return text;
}
