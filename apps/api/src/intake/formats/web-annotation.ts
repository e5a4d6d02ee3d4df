import { stances } from '@belegg/domain';
import { z } from 'zod';
import type { Draft, DraftCitation, FoundDrafts } from '../found';
import { tooManyAnnotations } from '../refusals';
import { Places, wordsOf } from './annotation-place';
import { ofLabelling } from './annotation-tools';
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

const resource = z.object({ id: string, 'rdfs:label': string, label: string });
const body = z.object({
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
});
const target = z.object({ selector: z.unknown().optional() });
/** `text`, `user`, `tags` and `references` are Hypothesis's own, `bodies` Recogito's. */
const annotation = z.object({
  id: z.union([z.string(), z.number()]).optional().catch(undefined),
  created: string,
  modified: string,
  updated: string,
  body: many(z.unknown()),
  bodies: many(z.unknown()),
  bodyValue: string,
  text: string,
  tags: many(z.string()),
  target: many(z.union([target, z.string()])),
  references: many(z.string()),
  user: string,
  creator: z.object({ name: string }).optional().catch(undefined),
});
type Annotation = z.infer<typeof annotation>;

const container = z.record(z.string(), z.unknown());
/** What lists call their items: W3C's model, JSON-LD, Hypothesis's API and its export. */
const listNames = ['items', '@graph', 'rows', 'annotations'];
/** How many lists may stand within each other. */
const deepest = 4;
/** How many annotations a file may hold. */
export const mostAnnotations = 20_000;
/** Code points of something not understood that are shown. */
const shown = 300;

/**
 * Reads W3C Web Annotations (Web Annotation Data Model) about a text: one, an array, a graph, a collection with its
 * first page embedded or a page, from Belegg, Hypothesis (API and export), Recogito, Label Studio or doccano. A body
 * that classifies or tags with the name of a verdict is the verdict, `commenting` ones are the rationale, `linking`
 * ones citations; without a verdict it is an open question. Each target is a draft. Of one id, the last change counts.
 * Replies follow the rationale of what they answer. All that has no place in the text is in `notFound`, with its words.
 * @throws ProblemError `invalid` when there are more than `mostAnnotations`
 */
export function readWebAnnotations(json: unknown, text: string): FoundDrafts {
  const places = new Places(text);
  const drafts: Draft[] = [];
  const notFound: { exact: string }[] = [];
  const lost = (words: string) => notFound.push({ exact: Array.from(words).slice(0, shown).join('') });
  const replies: Annotation[] = [];
  const byId = new Map<string, Draft[]>();
  const items = listed(json);
  if (items.length > mostAnnotations) throw tooManyAnnotations();
  for (const item of latest(items)) {
    const data = annotation.safeParse(item).data;
    if (!data) {
      lost(jsonOf(item));
      continue;
    }
    if (answered(data) !== undefined) {
      replies.push(data);
      continue;
    }
    const statement = statementOf(data);
    const words = statement.rationale || (data.target.length > 0 && statement.citations[0]?.source.name);
    if (data.target.length === 0) lost(words || jsonOf(item));
    for (const one of data.target) {
      const selector = typeof one === 'string' ? undefined : one.selector;
      const range = places.find(selector);
      if (!range) {
        lost(wordsOf(selector) || words || jsonOf(item));
        continue;
      }
      const draft = { range, ...statement };
      drafts.push(draft);
      const id = String(data.id);
      if (data.id !== undefined) byId.set(id, [...(byId.get(id) ?? []), draft]);
    }
  }
  return { drafts: withReplies(drafts, replies, byId, lost), notFound };
}

/**
 * An item as it was given, a string without its quotation marks; what is nested deeper than a person reads is left out.
 */
function jsonOf(item: unknown): string {
  const cut = (value: unknown, depth: number): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (depth > deepest) return '…';
    if (Array.isArray(value)) return value.map((one) => cut(one, depth + 1));
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cut(one, depth + 1)]));
  };
  return typeof item === 'string' ? item : JSON.stringify(cut(item, 0));
}

/** The one that an annotation replies to: Hypothesis names all above it, the first of all first. */
function answered({ references, target: targets }: Annotation): string | undefined {
  if (references.length > 0) return references[0];
  const [only, ...others] = targets;
  return typeof only === 'string' && others.length === 0 ? only : undefined;
}

function withReplies(
  drafts: readonly Draft[],
  replies: readonly Annotation[],
  byId: ReadonlyMap<string, readonly Draft[]>,
  lost: (words: string) => void,
): Draft[] {
  const said = new Map<Draft, string[]>();
  const rootOf = new Map(replies.map((reply) => [String(reply.id), answered(reply) ?? '']));
  for (const reply of replies) {
    let root = answered(reply) ?? '';
    for (let step = 0; step < shown && !byId.has(root) && rootOf.has(root); step++) root = rootOf.get(root) ?? '';
    const words = statementOf(reply).rationale;
    const parents = byId.get(root) ?? [];
    if (parents.length === 0) lost(words || root);
    for (const parent of parents) said.set(parent, [...(said.get(parent) ?? []), words]);
  }
  return drafts.map((draft) => {
    const rationale = [draft.rationale, ...(said.get(draft) ?? [])].filter((words) => words !== '').join('\n\n');
    return { ...draft, rationale };
  });
}

/** Of several with one id the one that was changed last, in the place of the first. */
function latest(items: readonly unknown[]): readonly unknown[] {
  const newest = new Map<unknown, { item: unknown; at: string }>();
  for (const item of items) {
    const data = annotation.safeParse(item).data;
    const key = data?.id === undefined ? item : `id ${data.id}`;
    const at = data?.modified ?? data?.updated ?? data?.created ?? '';
    if (at >= (newest.get(key)?.at ?? '')) newest.set(key, { item, at });
  }
  return Array.from(newest.values(), ({ item }) => item);
}

/**
 * The annotations in a list, a graph, a collection or a page. The address of a further page, which is not in the file,
 * is an item of its own.
 */
function listed(json: unknown, depth = 0): readonly unknown[] {
  if (depth > deepest) return [json];
  if (Array.isArray(json)) return json.flatMap((one) => listed(one, depth + 1));
  const marked = ofLabelling(json);
  if (marked) return marked;
  const data = container.safeParse(json).data;
  if (!data) return [json];
  const within = listNames.map((name) => data[name]).find((value) => Array.isArray(value));
  if (within !== undefined) {
    const items = data['@graph'] === within ? inGraph(within as readonly unknown[]) : within;
    return [...listed(items, depth + 1), ...(typeof data['next'] === 'string' ? [data['next']] : [])];
  }
  const { first } = data;
  if (first === undefined || data['target'] !== undefined) return [json];
  return typeof first === 'string' ? [first] : listed(first, depth + 1);
}

/** The annotations of a graph, each with the nodes that its body and target name. */
function inGraph(nodes: readonly unknown[]): readonly unknown[] {
  const read = nodes.map((node) => container.safeParse(node).data ?? { value: node });
  const parts = new Map(
    read.flatMap((node) => {
      const isPart = node['target'] === undefined && typeof node['id'] === 'string';
      return isPart ? [[node['id'], node] as const] : [];
    }),
  );
  const used = new Set<unknown>();
  const put = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(put);
    const part = parts.get(typeof value === 'string' ? value : '');
    if (part) used.add(part);
    return part && 'selector' in part ? { ...part, selector: put(part['selector']) } : (part ?? value);
  };
  const whole = read.map((node) =>
    node['target'] === undefined ? node : { ...node, body: put(node['body']), target: put(node['target']) },
  );
  return whole.filter((node) => !used.has(node));
}

/** The bodies that are meant: of a choice the first, of a list all. */
function bodiesOf(values: readonly unknown[], depth = 0): z.infer<typeof body>[] {
  return values.flatMap((value) => {
    const { type, items } = container.safeParse(value).data ?? {};
    if (Array.isArray(items) && depth < deepest)
      return bodiesOf(type === 'Choice' ? items.slice(0, 1) : items, depth + 1);
    const { data } = body.safeParse(value);
    return data ? [data] : [];
  });
}

/** Purposes of bodies whose words are the rationale; `labelling` is the label of a labelling tool. */
const spoken = ['commenting', 'replying', 'describing', 'questioning', 'assessing', 'labelling'];
/** Purposes of bodies that name a kind, and may name a verdict. */
const naming = ['classifying', 'tagging', 'labelling'];

function statementOf(data: Annotation): Omit<Draft, 'range'> {
  const { bodyValue, text, tags, creator, user } = data;
  const read = bodiesOf([...data.body, ...data.bodies]);
  const verdict = [
    ...read.filter(({ purpose }) => purpose.some((one) => naming.includes(one))).map(({ value }) => value ?? ''),
    ...tags,
  ]
    .map(verdictNamed)
    .find((found) => found);
  const said = [
    ...read
      .filter(
        ({ purpose, value }) =>
          value !== undefined &&
          !(purpose.includes('labelling') && verdictNamed(value)) &&
          purpose.every((one) => spoken.includes(one)),
      )
      .map(({ value }) => value),
    bodyValue,
    text,
  ]
    .filter((value) => value !== undefined && value !== '')
    .join('\n\n');
  const name = creator?.name ?? /^acct:([^@]+)@/.exec(user ?? '')?.[1];
  return {
    verdict,
    rationale: verdict === undefined && name !== undefined && said !== '' ? `${name}: ${said}` : said,
    citations: read.filter(({ purpose }) => purpose.includes('linking')).flatMap(citationOf),
  };
}

/** A link: its label says "name · stance · where in it · «quote»", as far as there is one. */
function citationOf({ source, label, name, state }: z.infer<typeof body>): DraftCitation[] {
  const address = source?.id;
  const url =
    address !== undefined && /^https?:/i.test(address) && !/\/sources\/[0-9a-f-]{36}$/.test(address)
      ? address
      : undefined;
  const said = source?.['rdfs:label'] ?? source?.label ?? label ?? name ?? (url && URL.parse(url)?.hostname) ?? '';
  const { called, stance, locator, quote } = partsOf(said);
  if (!called) return [];
  const accessedAt = dayOf(state[0]?.sourceDate);
  return [
    {
      source: { name: called, kind: 'other', url },
      stance: stance ?? 'context',
      url,
      locator,
      quote,
      accessedAt,
    },
  ];
}

const labelled = new RegExp(`^(?<called>.*?) · (?<stance>${stances.join('|')})(?: · (?<rest>.*))?$`, 'su');

/** The parts of a label; any of them may hold the dot that parts them. */
function partsOf(label: string) {
  const read = labelled.exec(label)?.groups;
  const [first = '', ...others] = label.split(' · ');
  const rest = read ? (read['rest'] ?? '') : others.join(' · ');
  const [, locator = '', quote = ''] = /^(?:([^«].*?) · )?«(.*)»$/su.exec(rest) ?? [undefined, rest];
  return {
    called: read?.['called'] ?? first,
    stance: stances.find((one) => one === read?.['stance']),
    locator,
    quote,
  };
}
