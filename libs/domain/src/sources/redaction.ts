/** A source that somebody does not see in clear. */
export interface HiddenSource {
  readonly id: string;
  /** What they see instead of its name. */
  readonly label: string;
  /** What would show it: its names and aliases, its addresses and the domains where it publishes. */
  readonly names: readonly string[];
  readonly addresses: readonly string[];
}

/**
 * What stands in a field of a hidden source, or of a citation of one, for whoever does not see it; undefined: the field
 * is left out.
 */
const withheld = {
  kind: 'other',
  aliases: [],
  domains: [],
  keys: [],
  url: undefined,
  originId: undefined,
  origin: undefined,
  note: '',
  locator: '',
  quote: '',
  quoteLanguage: undefined,
  translation: '',
  accessedAt: undefined,
  evidence: undefined,
  isHidden: true,
} as const;

/** The article's own words, which no source can be hidden in. */
const articleWords: ReadonlySet<string> = new Set([
  'exact',
  'prefix',
  'suffix',
  'title',
  'openWords',
  'blocks',
  'marks',
]);
/** Also words of the article, but for what people say in comments. */
const passageWords: ReadonlySet<string> = new Set(['text', 'before', 'after']);

/**
 * Takes out of any answer what shows sources that its reader does not see in clear: the fields of these sources and of
 * citations of them, and their names and addresses wherever somebody wrote them. The article's own words stay.
 */
export class Redaction {
  private readonly byId: ReadonlyMap<string, HiddenSource>;
  private readonly labels: readonly string[];
  private readonly shown: RegExp | undefined;

  constructor(readonly hidden: readonly HiddenSource[]) {
    this.byId = new Map(hidden.map((source) => [source.id, source]));
    const shown = [...patternsOf(hidden, 'addresses', addressPattern), ...patternsOf(hidden, 'names', namePattern)];
    this.labels = shown.map(({ label }) => label);
    this.shown = shown.length === 0 ? undefined : new RegExp(shown.map(({ pattern }) => pattern).join('|'), 'giu');
  }

  /** The same value without what it hides. */
  apply<Value>(value: Value): Value {
    return this.hidden.length === 0 ? value : (this.redact(value) as Value);
  }

  /** Words without the names and addresses that it hides. */
  words(text: string): string {
    return this.shown ? text.replace(this.shown, (...found) => this.labelAt(found)) : text;
  }

  /** The names and addresses that it hides as they stand in a text, in their order. */
  matches(text: string): string[] {
    return this.shown ? [...text.matchAll(this.shown)].map(([found]) => found) : [];
  }

  private labelAt(found: readonly unknown[]): string {
    return this.labels[found.slice(1).findIndex((group) => group !== undefined)] ?? '';
  }

  private redact(value: unknown): unknown {
    if (typeof value === 'string') return this.words(value);
    if (Array.isArray(value)) return value.map((each) => this.redact(each));
    if (!isRecord(value)) return value;
    const source = this.sourceIn(value);
    if (source) return this.redactSource(value, source);
    if (isPerson(value)) return value;
    const isEvent = typeof value['subjectId'] === 'string' && 'data' in value;
    const subject = isEvent ? this.byId.get(value['subjectId'] as string) : undefined;
    const isComment = 'mentions' in value || 'at' in value;
    const entries = Object.entries(value).flatMap(([key, field]): [string, unknown][] => {
      if (subject && key === 'data') return [[key, withheldData(field, subject)]];
      if (isArticleWords(key, field, isComment)) return [[key, field]];
      // What is left of an address is none.
      if (key === 'url' && typeof field === 'string' && this.words(field) !== field) return [];
      return [[key, this.redact(field)]];
    });
    return Object.fromEntries(entries);
  }

  /** The hidden source that an object describes, or cites. */
  private sourceIn(value: Readonly<Record<string, unknown>>): HiddenSource | undefined {
    const { sourceId, id } = value;
    if (typeof sourceId === 'string') return this.byId.get(sourceId);
    return typeof id === 'string' && 'name' in value ? this.byId.get(id) : undefined;
  }

  private redactSource(value: Readonly<Record<string, unknown>>, { label }: HiddenSource): unknown {
    const fields: Readonly<Record<string, unknown>> = {
      ...withheld,
      name: label,
      cited: { kind: 'other', name: label },
    };
    const entries = Object.entries(value).map(([key, field]): [string, unknown] => [
      key,
      key in fields ? fields[key] : this.redact(field),
    ]);
    return Object.fromEntries(entries.filter(([, field]) => field !== undefined));
  }
}

/** What an event says of a hidden source: that it changed, and in which fields. */
function withheldData(data: unknown, { label }: HiddenSource): unknown {
  if (!isRecord(data)) return data;
  const named = { name: label, kind: 'other' };
  const kept = Object.entries(data).flatMap(([key, field]): [string, unknown][] => {
    if (key === 'before' || key === 'after') return [[key, named]];
    return typeof field === 'string' || (isRecord(field) && !Array.isArray(field)) ? [] : [[key, field]];
  });
  return Object.fromEntries(kept);
}

function isArticleWords(key: string, field: unknown, isComment: boolean): boolean {
  if (articleWords.has(key)) return true;
  return passageWords.has(key) && typeof field === 'string' && !isComment;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A member, who may be called like a source. */
const isPerson = (value: Readonly<Record<string, unknown>>): boolean =>
  'id' in value && 'name' in value && Object.keys(value).length === 2;

/** What shows sources, the longest first, so that nothing is left in part where a shorter one is part of it. */
const patternsOf = (
  hidden: readonly HiddenSource[],
  which: 'names' | 'addresses',
  patternOf: (shown: string) => string,
): { pattern: string; label: string }[] =>
  hidden
    .flatMap((source) => source[which].map((shown) => ({ shown: shown.trim(), label: source.label })))
    .filter(({ shown }) => shown !== '')
    .sort((a, b) => b.shown.length - a.shown.length)
    .map(({ shown, label }) => ({ pattern: patternOf(shown), label }));

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);

/**
 * All that is written in one with an address. It begins where that does, so that it is looked for once in each word.
 */
const addressPattern = (address: string): string => String.raw`(?<!\S)(\S*?${escaped(bareAddress(address))}\S*)`;

/**
 * A name where it begins a word, in any case and with any white space. A short one has to be a word by itself, or its
 * genitive; to a longer one anything may be added. Scripts that put no spaces between words have no such borders.
 */
function namePattern(name: string): string {
  const parts = name.split(/\s+/u).map(escaped);
  const isSpaced = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u.test(name);
  const before = isSpaced ? String.raw`(?<![\p{L}\p{N}])` : '';
  const after = isSpaced && [...name].length < 4 ? String.raw`(?=s?(?![\p{L}\p{N}]))` : '';
  return `${before}(${parts.join(String.raw`\s+`)})${after}`;
}

/** "kcna.kp/nb" of "https://www.kcna.kp/nb/". */
const bareAddress = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '');
