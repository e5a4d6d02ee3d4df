import type { ImportRemark } from '@belegg/contract';
import { z } from 'zod';
import { escapeHtml } from '../escape-html';
import { noDrafts, type FoundText } from '../found';
import { readHtml, type FormattedText } from '../html';
import { LeftOut } from '../left-out';
import { readText } from '../intake';
import { dayOf, languageOf } from './metadata';

const string = z.string().optional().catch(undefined);
const valued = z
  .array(z.object({ role: string, contentType: string, contenttype: string, value: z.string() }))
  .default([])
  .catch([]);

/** Things that belong to an article: pictures with their captions, mostly; by name, or as a list. */
const associated = z.union([
  z.record(z.string(), z.unknown()).transform((all) => Object.values(all)),
  z.array(z.unknown()),
]);

/** What is read of a ninjs news object, leniently: agencies differ, and take more liberties than the schema allows. */
const ninjs = z.object({
  headlines: valued,
  descriptions: valued,
  description_text: string,
  description_html: string,
  description_xhtml: string,
  bodies: valued,
  headline: string,
  body_html: string,
  body_xhtml: string,
  body_text: string,
  title: string,
  by: string,
  byline: string,
  language: string,
  people: z
    .array(z.object({ name: string, rel: string }))
    .default([])
    .catch([]),
  contentCreated: string,
  firstCreated: string,
  versionCreated: string,
  versioncreated: string,
  pubStatus: string,
  pubstatus: string,
  embargoed: string,
  embargoedreason: string,
  subheadline: string,
  slugline: string,
  associations: associated.default([]).catch([]),
});
type Ninjs = z.infer<typeof ninjs>;
type Valued = Ninjs['bodies'][number];

/** Roles that name the article itself rather than an alert, a summary or a caption; agencies call it one of these. */
const mainRoles = ['main', 'body', 'article', 'fulltext', 'full', 'story', 'headline'];

/** What lists of news objects call their items: NTB's and Superdesk's interfaces, and News in JSON's own. */
const list = z.union([
  z.array(z.unknown()),
  z.object({ items: z.array(z.unknown()) }).transform(({ items }) => items),
  z.object({ _items: z.array(z.unknown()) }).transform(({ _items }) => _items),
]);

/** @returns nothing when it is no ninjs object, or list of just one, with a body or a description */
export function readNinjs(json: unknown): FoundText | undefined {
  const items = list.safeParse(json).data;
  if (items) return items.length === 1 && !list.safeParse(items[0]).success ? readNinjs(items[0]) : undefined;
  const { data } = ninjs.safeParse(json);
  const whole = data && bodyOf(data);
  const body = whole ?? (data && summaryOf(data));
  if (!data || !body) return undefined;
  const headline = plain(mainOf(data.headlines)?.value ?? data.headline ?? data.title);
  return {
    ...noDrafts,
    text: withRest(withHeadline(headline, body), data),
    title: headline,
    author:
      data.by ??
      data.byline ??
      data.people
        .filter(({ rel }) => /author|creator|byline/i.test(rel ?? ''))
        .flatMap(({ name }) => name ?? [])
        .join(', '),
    date: dayOf(data.contentCreated ?? data.firstCreated ?? data.versionCreated ?? data.versioncreated),
    language: languageOf(data.language),
    remarks: [...remarksOf(data), ...(whole ? [] : [{ kind: 'summaryOnly' } as const])],
  };
}

interface Body {
  readonly isHtml: boolean;
  readonly value: string;
}

/** A headline as plain text: agencies write entities and tags into it. */
function plain(headline: string | undefined): string | undefined {
  return headline !== undefined &&
    /&(?:#\w+|\w+);|<\/?(?:a|b|br|em|i|p|q|small|span|strong|su[bp]|u)\b[^<>]*>/i.test(headline)
    ? readHtml(headline).text.replaceAll('\n', ' ')
    : headline;
}

/** What the agency says about publishing it. "usable" is the usual status. */
function remarksOf({ pubStatus, pubstatus, embargoed }: Ninjs): ImportRemark[] {
  const status = (pubStatus ?? pubstatus ?? 'usable').replace(/^.*:/, '');
  return [
    ...(status === 'usable' ? [] : [{ kind: 'notUsable' as const, value: status }]),
    ...(embargoed === undefined || embargoed === '' ? [] : [{ kind: 'embargoed' as const, value: embargoed }]),
  ];
}

function bodyOf({ bodies, body_html, body_xhtml, body_text }: Ninjs): Body | undefined {
  const ofType = (html: boolean) => bodies.filter((body) => isHtml(body) === html);
  const main = mainOf(ofType(true)) ?? mainOf(ofType(false));
  if (main) return { isHtml: isHtml(main), value: main.value };
  return firstOf(said(body_xhtml) ?? said(body_html), said(body_text));
}

/** What thin objects have instead of a body. */
function summaryOf({ descriptions, description_html, description_xhtml, description_text }: Ninjs): Body | undefined {
  const main = mainOf(descriptions);
  return main
    ? { isHtml: isHtml(main), value: main.value }
    : firstOf(said(description_xhtml) ?? said(description_html), said(description_text));
}

/** Nothing for a field that is there and says nothing. */
const said = (value: string | undefined): string | undefined => (value?.trim() === '' ? undefined : value);

function firstOf(html: string | undefined, text: string | undefined): Body | undefined {
  if (html !== undefined) return { isHtml: true, value: html };
  return text === undefined ? undefined : { isHtml: false, value: text };
}

function mainOf(given: readonly Valued[]): Valued | undefined {
  return (
    given.find(({ role }) => mainRoles.includes(role?.toLowerCase() ?? '')) ??
    given.find(({ role }) => role === undefined) ??
    given[0]
  );
}

function isHtml({ contentType, contenttype, value }: Valued): boolean {
  const type = contentType ?? contenttype;
  return type === undefined ? /<\/?(?:p|h[1-6]|br|ul|blockquote)\b/i.test(value) : /html|xml/i.test(type);
}

/** The headline is a part of the text, since it states things too. */
function withHeadline(headline: string | undefined, { isHtml: html, value }: Body): FormattedText {
  if (html) {
    const text = readHtml(value);
    const [first] = text.blocks;
    const isThere = first?.kind === 'heading' && text.text.split('\n', 1)[0]?.trim() === headline?.trim();
    if (isThere) return { ...text, blocks: [{ ...first, level: 1 }, ...text.blocks.slice(1)] };
    return headline === undefined ? text : readHtml(`<h1>${escapeHtml(headline)}</h1>${value}`);
  }
  return readText({ format: 'text', content: [headline, value].filter((part) => part !== undefined).join('\n') });
}

/** Names what the object says beside its text: other headlines, summaries, and captions of its pictures. */
function withRest(text: FormattedText, data: Ninjs): FormattedText {
  const leftOut = new LeftOut();
  leftOut.addAll(text.dropped);
  const words = (value: string): string => readHtml(value).text.replaceAll('\n', ' ');
  const name = (kind: 'metadata' | 'image', values: readonly (string | undefined)[]): void => {
    for (const value of values.map((one) => words(one ?? '').trim()))
      if (value !== '' && !text.text.includes(value)) leftOut.add(kind, value);
  };
  const valuesOf = (given: readonly Valued[]) => given.map(({ value }) => value);
  name('metadata', [
    ...valuesOf(data.headlines),
    data.headline,
    data.subheadline,
    ...valuesOf(data.descriptions),
    data.description_xhtml ?? data.description_html ?? data.description_text,
    ...valuesOf(data.bodies),
    data.slugline,
  ]);
  for (const one of data.associations) {
    const item = ninjs.safeParse(one).data;
    if (!item) continue;
    const { headlines, headline, descriptions, bodies, body_xhtml, body_html, body_text } = item;
    const caption = item.description_xhtml ?? item.description_html ?? item.description_text;
    const body = body_xhtml ?? body_html ?? body_text;
    name('image', [headline, ...valuesOf([...headlines, ...descriptions, ...bodies]), caption, body]);
  }
  return { ...text, dropped: leftOut.list() };
}
