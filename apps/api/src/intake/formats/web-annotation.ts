import { canonicalize, check, CodePointText, resolve, stances, type Range, type Selector } from '@belegg/domain';
import { z } from 'zod';
import type { Draft, DraftCitation, FoundDrafts } from '../found';
import { dayOf } from './metadata';
import { verdictNamed } from './verdict';

/** One or many, as JSON-LD has it; what cannot be read is left out. */
const many = <Item extends z.ZodType>(item: Item) =>
  z
    .unknown()
    .default([])
    .transform((value) =>
      [value].flat().flatMap((one) => {
        const { data, success } = item.safeParse(one);
        return success ? [data] : [];
      }),
    );
const string = z.string().optional().catch(undefined);
const number = z.int().optional().catch(undefined);

const selector = z.object({
  type: z.string(),
  start: number,
  end: number,
  exact: string,
  prefix: string,
  suffix: string,
});
const resource = z.object({ id: string, 'rdfs:label': string, label: string });
const body = z
  .object({
    value: string,
    purpose: many(z.string()),
    label: string,
    name: string,
    source: z
      .string()
      .transform((id) => resource.parse({ id }))
      .or(resource)
      .optional()
      .catch(undefined),
    state: many(z.object({ sourceDate: string })),
  })
  .or(z.string().transform(() => undefined));
const target = z.object({ selector: many(selector) });
/** `text` and `user` are Hypothesis's own. */
const annotation = z.object({
  body: many(body),
  bodyValue: string,
  text: string,
  target: many(target),
  user: string,
  creator: z.object({ name: string }).optional().catch(undefined),
});
type Annotation = z.infer<typeof annotation>;
type Selectors = z.infer<typeof target>['selector'];

const container = z.object({
  first: z.unknown().optional(),
  items: z.unknown().optional(),
  rows: z.unknown().optional(),
});

/**
 * Reads W3C Web Annotations (Web Annotation Data Model) about a text: one, an array, a collection with its first page
 * embedded or a page, from Belegg, Hypothesis (also as its API lists them) or Recogito. A `classifying` body that names a
 * verdict is the verdict, `commenting` ones are the rationale, `linking` ones citations; without a verdict it is disputed.
 */
export function readWebAnnotations(json: unknown, text: string): FoundDrafts {
  const points = new CodePointText(text);
  const drafts: Draft[] = [];
  const notFound: { exact: string }[] = [];
  for (const item of listed(json)) {
    const { data } = annotation.safeParse(item);
    if (!data || data.target.length === 0) continue;
    const selectors = data.target.flatMap((one) => one.selector);
    const range = placeOf(points, selectors);
    if (range) drafts.push({ range, ...statementOf(data) });
    else notFound.push({ exact: selectors.find(({ exact }) => exact !== undefined)?.exact ?? '' });
  }
  return { drafts, notFound };
}

/** The annotations in a list, a collection or a page; a collection may be nested in its page no deeper than that. */
function listed(json: unknown, depth = 0): readonly unknown[] {
  if (Array.isArray(json)) return json;
  const { data } = container.safeParse(json);
  const within = data?.items ?? data?.rows ?? (typeof data?.first === 'object' ? data.first : undefined);
  return within === undefined || depth > 2 ? [json] : listed(within, depth + 1);
}

function statementOf({ body: bodies, bodyValue, text, creator, user }: Annotation): Omit<Draft, 'range'> {
  const read = bodies.flatMap((one) => (one ? [one] : []));
  const verdict = read
    .filter(({ purpose }) => purpose.includes('classifying'))
    .map(({ value }) => verdictNamed(value ?? ''))
    .find((found) => found);
  const said = [
    ...read
      .filter(
        ({ purpose, value }) =>
          value !== undefined &&
          purpose.every((one) => one === 'commenting' || one === 'replying' || one === 'describing'),
      )
      .map(({ value }) => value),
    bodyValue,
    text,
  ]
    .filter((value) => value !== undefined && value !== '')
    .join('\n\n');
  const name = creator?.name ?? /^acct:([^@]+)@/.exec(user ?? '')?.[1];
  return {
    verdict: verdict ?? 'disputed',
    rationale: verdict === undefined && name !== undefined && said !== '' ? `${name}: ${said}` : said,
    citations: read.filter(({ purpose }) => purpose.includes('linking')).flatMap(citationOf),
  };
}

/** A link: its label says "name · stance · where in it · «quote»", as far as there is one. */
function citationOf({ source, label, name, state }: NonNullable<z.infer<typeof body>>): DraftCitation[] {
  const address = source?.id;
  const url =
    address !== undefined && /^https?:/i.test(address) && !/\/sources\/[0-9a-f-]{36}$/.test(address)
      ? address
      : undefined;
  const [called, second, ...rest] = (
    source?.['rdfs:label'] ??
    source?.label ??
    label ??
    name ??
    (url && URL.parse(url)?.hostname) ??
    ''
  ).split(' · ');
  if (!called) return [];
  const stance = stances.find((one) => one === second);
  const others = second === undefined || stance ? rest : [second, ...rest];
  const quote = others.find((part) => /^«.*»$/su.test(part));
  const accessedAt = dayOf(state[0]?.sourceDate);
  return [
    {
      source: { name: called, kind: 'other', url },
      stance: stance ?? 'context',
      url,
      locator: others.filter((part) => part !== quote).join(' · '),
      quote: quote?.slice(1, -1) ?? '',
      accessedAt,
    },
  ];
}

/**
 * Where the selectors point, with the quote asserted. Positions are code points by the standard and UTF-16 units in
 * tools that count as the browser does, so both are tried. Surroundings may differ beyond the line, where other tools see
 * the rest of the page.
 */
function placeOf(points: CodePointText, selectors: Selectors): Range | undefined {
  const position = selectors.find(
    ({ type, start, end }) => type === 'TextPositionSelector' && start !== undefined && end !== undefined,
  );
  const quote = selectors.find(
    ({ type, exact }) => type === 'TextQuoteSelector' && exact !== undefined && exact !== '',
  );
  const { start = -1, end = -1 } = position ?? {};
  if (!quote) return position && start < end && end <= points.length && start >= 0 ? { start, end } : undefined;
  const [exact, prefix, suffix] = [quote.exact, quote.prefix, quote.suffix].map((part) => canonicalize(part ?? ''));
  const named = (range: Range, before: string, after: string): Selector => [
    { type: 'TextPositionSelector', ...range },
    { type: 'TextQuoteSelector', exact: exact ?? '', prefix: before, suffix: after },
  ];
  const given = { start, end };
  const inUnits = { start: points.fromUtf16(start), end: points.fromUtf16(end) };
  const near: readonly [string, string] = [prefix?.split('\n').at(-1) ?? '', suffix?.split('\n')[0] ?? ''];
  for (const [before, after] of [[prefix ?? '', suffix ?? ''], near] as const) {
    if (position) {
      for (const range of [given, inUnits])
        if (check(points.text, named(range, before, after)) === undefined) return range;
    }
    const found = resolve(points.text, named({ start: -1, end: -1 }, before, after));
    if (found) return found;
  }
  return undefined;
}
