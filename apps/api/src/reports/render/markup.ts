/** Markup that is safe to put into a document as it stands. */
export class Markup {
  constructor(readonly source: string) {}

  toString(): string {
    return this.source;
  }
}

type Part = Markup | string | number | undefined | false | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it, in content and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

/**
 * Tagged template for HTML: what is filled in is escaped unless it is markup itself; lists are joined, nothing is
 * nothing.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((string, index) => string + write(parts[index])).join(''));
}

/** Somebody's or something's name, which turns nothing around it in the other direction of writing. */
export const nameOf = (name: string): Markup => html`<bdi>${name}</bdi>`;

/** The same within a text: U+2068 FIRST STRONG ISOLATE to U+2069. */
export const isolate = (name: string): string => `\u2068${name}\u2069`;

function write(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.source;
  if (typeof part === 'object') return part.map(write).join('');
  return escapeHtml(String(part));
}
