import { z } from 'zod';
import { noDrafts, type FoundText } from '../found';
import { readHtml, type FormattedText } from '../html';
import { readText } from '../intake';
import { dayOf, languageOf } from './metadata';

const string = z.string().optional().catch(undefined);
const valued = z
  .array(z.object({ role: string, contentType: string, contenttype: string, value: z.string() }))
  .default([])
  .catch([]);

/** What is read of a ninjs news object, leniently: agencies differ, and take more liberties than the schema allows. */
const ninjs = z.object({
  headlines: valued,
  bodies: valued,
  headline: string,
  body_html: string,
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
});
type Ninjs = z.infer<typeof ninjs>;
type Valued = Ninjs['bodies'][number];

/** Roles that name the article itself rather than an alert, a summary or a caption; agencies call it one of these. */
const mainRoles = ['main', 'body', 'article', 'fulltext', 'full', 'story', 'headline'];

/** @returns nothing when it is no ninjs object with a body */
export function readNinjs(json: unknown): FoundText | undefined {
  const { data } = ninjs.safeParse(json);
  const body = data && bodyOf(data);
  if (!data || !body) return undefined;
  const headline = mainOf(data.headlines)?.value ?? data.headline ?? data.title;
  return {
    ...noDrafts,
    text: withHeadline(headline, body),
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
  };
}

interface Body {
  readonly isHtml: boolean;
  readonly value: string;
}

function bodyOf({ bodies, body_html, body_text }: Ninjs): Body | undefined {
  const ofType = (html: boolean) => bodies.filter((body) => isHtml(body) === html);
  const main = mainOf(ofType(true)) ?? mainOf(ofType(false));
  if (main) return { isHtml: isHtml(main), value: main.value };
  if (body_html !== undefined) return { isHtml: true, value: body_html };
  return body_text === undefined ? undefined : { isHtml: false, value: body_text };
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

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The headline is a part of the text, since it states things too. */
function withHeadline(headline: string | undefined, { isHtml: html, value }: Body): FormattedText {
  if (html) return readHtml(`${headline === undefined ? '' : `<h1>${escape(headline)}</h1>`}${value}`);
  return readText({ format: 'text', content: [headline, value].filter((part) => part !== undefined).join('\n') });
}
