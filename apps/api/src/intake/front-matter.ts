import { dayOf, languageOf } from './formats/metadata';
import type { FoundText } from './found';

/** What stands above a Markdown text, and the text without it. */
export interface FrontMatter extends Pick<FoundText, 'title' | 'author' | 'date' | 'language'> {
  readonly body: string;
}

/** YAML stands between `---` lines, TOML between `+++` (Jekyll, Hugo, Pandoc and what exports for them). */
const fenced =
  /^\uFEFF?(?:---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n([\s\S]*?)\r?\n\+\+\+)[ \t]*(?:\r?\n|$)/;
const field = /^"?([\p{L}_][\p{L}\p{N}_.-]*)"?\s*[:=](?:\s+(.*)|())$/u;
/** A line that goes on with the field above: indented, an item of a list, a comment, or the head of a table in TOML. */
const goesOn = /^(?:\s+\S.*|-\s.*|#.*|\[.*\]\s*|[\]}],?\s*)?$/;
const mostLines = 500;

const names = {
  title: ['title', 'headline', 'tittel', 'overskrift'],
  author: ['author', 'authors', 'byline', 'by', 'creator', 'forfatter'],
  date: ['date', 'published', 'publishdate', 'pubdate', 'created', 'dato'],
  language: ['lang', 'language', 'locale', 'språk'],
} as const;

/** What Markdown says of itself above its text. A line of dashes that begins no such thing is a rule of the text. */
export function readFrontMatter(markdown: string): FrontMatter {
  const [whole, yaml, toml] = fenced.exec(markdown) ?? [];
  const fields = fieldsOf(yaml ?? toml ?? '');
  if (whole === undefined || !fields) return { body: markdown };
  const valueOf = (wanted: readonly string[]): string | undefined =>
    wanted.map((name) => fields.get(name)).find((value) => value !== undefined && value !== '');
  return {
    title: valueOf(names.title),
    author: valueOf(names.author),
    date: dayOf(valueOf(names.date)),
    language: languageOf(valueOf(names.language)),
    body: markdown.slice(whole.length),
  };
}

/** Fields by their names in lower case, values on one line; nothing when a line is no field. */
function fieldsOf(matter: string): ReadonlyMap<string, string> | undefined {
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
  const items = /^- /.test(first) ? [first, ...rest].map((line) => line.replace(/^-\s+(?:name:\s*)?/, '')) : [];
  if (items.length > 0) return items.map(unquoted).join(', ');
  const value = [first, ...rest].join(' ').replace(/\s+#\s.*$/, '');
  const list = /^\[(.*)\]$/.exec(value)?.[1];
  return list === undefined
    ? unquoted(value)
    : list
        .split(',')
        .map((item) => unquoted(item.trim()))
        .join(', ');
}

function unquoted(value: string): string {
  const [, double, single] = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')$/.exec(value) ?? [];
  if (double !== undefined) return double.replace(/\\(.)/g, '$1');
  return single?.replaceAll("''", "'") ?? value;
}
