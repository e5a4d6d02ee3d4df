import { dayOf, languageOf } from './formats/metadata';
import type { FoundText } from './found';

/** What stands above a Markdown text, and the text without it. */
export interface FrontMatter extends Pick<FoundText, 'title' | 'author' | 'date' | 'language'> {
  readonly body: string;
  /** The other fields, in words. */
  readonly rest?: string | undefined;
}

/** Fields by their names in lower case, values on one line. */
type Fields = ReadonlyMap<string, string>;

const names = {
  title: ['title', 'headline', 'tittel', 'overskrift'],
  author: ['author', 'authors', 'byline', 'by', 'creator', 'forfatter'],
  date: ['date', 'published', 'publishdate', 'pubdate', 'created', 'dato'],
  language: ['lang', 'language', 'locale', 'språk'],
} as const;
const known = new Set<string>(Object.values(names).flat());

/** What Markdown says of itself above its text. A line of dashes that begins no such thing is a rule of the text. */
export function readFrontMatter(markdown: string): FrontMatter {
  for (const read of [fenced, ofJson, ofPandoc, unfenced]) {
    const found = read(markdown);
    if (!found) continue;
    const valueOf = (wanted: readonly string[]): string | undefined =>
      wanted.map((name) => found.fields.get(name)).find((value) => value !== undefined && value !== '');
    const rest = [...found.fields].filter(([name, value]) => !known.has(name) && value !== '');
    return {
      title: valueOf(names.title),
      author: valueOf(names.author),
      date: dayOf(valueOf(names.date)),
      language: languageOf(valueOf(names.language)),
      rest: rest.length === 0 ? undefined : rest.map(([name, value]) => `${name}: ${value}`).join(' · '),
      body: markdown.slice(found.length),
    };
  }
  return { body: markdown };
}

interface Found {
  readonly fields: Fields;
  /** UTF-16 units of the text that it takes. */
  readonly length: number;
}

/** YAML stands between `---` lines, TOML between `+++` (Jekyll, Hugo, Pandoc and what exports for them). */
const fence =
  /^\uFEFF?(?:---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n([\s\S]*?)\r?\n\+\+\+)[ \t]*(?:\r?\n|$)/;

function fenced(markdown: string): Found | undefined {
  const [whole, yaml, toml] = fence.exec(markdown) ?? [];
  const fields = fieldsOf(yaml ?? toml ?? '');
  return whole === undefined || !fields ? undefined : { fields, length: whole.length };
}

/** An object of JSON that ends on a line of its own (Hugo). */
function ofJson(markdown: string): Found | undefined {
  const [whole, json = ''] = /^\uFEFF?(\{[ \t]*\r?\n[\s\S]*?\n\})[ \t]*(?:\r?\n|$)/.exec(markdown) ?? [];
  if (whole === undefined) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null) return undefined;
  const entries = Object.entries(data).map(([name, value]) => [name.toLowerCase(), wordsOf(value)] as const);
  return entries.some(([name]) => known.has(name)) ? { fields: new Map(entries), length: whole.length } : undefined;
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join(', ');
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  return 'name' in value ? wordsOf(value.name) : Object.values(value).map(wordsOf).join(', ');
}

/** Title, authors and date behind percent signs (Pandoc). One such line alone is a sentence that begins with a sign. */
function ofPandoc(markdown: string): Found | undefined {
  const [whole = ''] = /^\uFEFF?(?:%[^\r\n]*\r?\n(?:[ \t]+\S[^\r\n]*\r?\n)*){2,3}/.exec(markdown) ?? [];
  if (whole === '') return undefined;
  const [title = '', author = '', date = ''] = whole
    .replace(/^\uFEFF/, '')
    .split(/^%/m)
    .slice(1)
    .map((line) => line.trim().replace(/\s+/gu, ' '));
  return {
    fields: new Map(Object.entries({ title, author: author.replaceAll(';', ','), date })),
    length: whole.length,
  };
}

/** Fields above the first empty line, one of them a title, without anything around them (MultiMarkdown). */
function unfenced(markdown: string): Found | undefined {
  const [whole, matter = ''] = /^\uFEFF?((?:[^\r\n]+\r?\n)+)[ \t]*\r?\n/.exec(markdown) ?? [];
  const [first = ''] = matter.split('\n', 1);
  if (whole === undefined || !known.has(/^([\p{L}]+):\s/u.exec(first)?.[1]?.toLowerCase() ?? '')) return undefined;
  const fields = fieldsOf(matter.trimEnd(), /^\s+\S.*$/);
  return fields && names.title.some((name) => fields.has(name)) ? { fields, length: whole.length } : undefined;
}

const field = /^"?([\p{L}_][\p{L}\p{N}_.-]*)"?\s*[:=](?:\s+(.*)|())$/u;
/** A line that goes on with the field above: indented, an item of a list, a comment, or the head of a table in TOML. */
const further = /^(?:\s+\S.*|-\s.*|#.*|\[.*\]\s*|[\]}],?\s*)?$/;
const mostLines = 500;

/** Nothing when a line is no field. @param goesOn lines that belong to the field above */
function fieldsOf(matter: string, goesOn = further): Fields | undefined {
  const fields = new Map<string, string[]>();
  const lines = matter.split(/\r?\n/);
  if (lines.length > mostLines) return undefined;
  let current: string[] | undefined;
  for (const line of lines) {
    const [found, name = '', value = ''] = field.exec(line) ?? [];
    if (found !== undefined) fields.set(name.toLowerCase(), (current = [value]));
    else if (!goesOn.test(line) || (!current && line.trim() !== '' && !/^[#[]/.test(line))) return undefined;
    else if (line.startsWith('[')) current = undefined;
    else if (!line.startsWith('#')) current?.push(line.trim());
  }
  if (fields.size === 0) return undefined;
  return new Map([...fields].map(([name, values]) => [name, plain(values)]));
}

/** A value without the marks of YAML and TOML: quotes, a list's brackets and dashes, the signs of a folded text. */
function plain(lines: readonly string[]): string {
  const [first = '', ...rest] = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (/^[|>][+-]?\d?$/.test(first)) return rest.join(' ');
  if (first.startsWith('- ')) return itemsOf([first, ...rest]).join(', ');
  const value = [first, ...rest].join(' ').replace(/\s+#\s.*$/, '');
  const list = /^\[(.*)\]$/.exec(value)?.[1];
  return list === undefined
    ? unquoted(named(value))
    : list
        .split(',')
        .map((item) => unquoted(item.trim()))
        .join(', ');
}

/** Items of a list; of those that have fields of their own the name. */
function itemsOf(lines: readonly string[]): string[] {
  const items: string[][] = [];
  for (const line of lines) {
    if (line.startsWith('- ')) items.push([line.slice(2).trim()]);
    else items.at(-1)?.push(line);
  }
  return items.map((item) => {
    const name = item.flatMap((line) => /^name:\s*(.*)$/.exec(line)?.[1] ?? [])[0];
    return unquoted(named(name ?? item.join(' ')));
  });
}

/** The name in `{name: Kari, email: …}`. */
const named = (value: string): string =>
  /^\{.*?\bname\s*:\s*("[^"]*"|'[^']*'|[^,}]*)/.exec(value)?.[1]?.trim() ?? value;

function unquoted(value: string): string {
  const [, double, single] = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')$/.exec(value) ?? [];
  if (double !== undefined) return double.replace(/\\(.)/g, '$1');
  return single?.replaceAll("''", "'") ?? value;
}
