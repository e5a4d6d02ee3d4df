import {
  changeAnnotationBody,
  citationInput,
  draftStatement,
  type AnnotationView,
  type DraftCitation,
  type DraftStatement,
} from '@belegg/contract';
import type * as z from 'zod';

export type { DraftCitation } from '@belegg/contract';

/** What an editor types: all that an annotation says, but for where it stands. */
export const statement = draftStatement;
export type Statement = DraftStatement;

/** What is sent: fields with a default may be left out. */
type SentCitation = z.input<typeof citationInput>;
type SentChange = z.input<typeof changeAnnotationBody>;

export const fields = ['verdict', 'rationale', 'citations'] as const satisfies readonly (keyof Statement)[];
export type Field = (typeof fields)[number];

/** @param keys those that citations had before the server gave them ids, by id: a key stays while the page is open */
export function statementOf(
  { verdict, rationale, citations }: AnnotationView,
  keys: ReadonlyMap<string, string> = new Map(),
): Statement {
  return {
    verdict,
    rationale,
    citations: citations.map((citation) => ({ ...withoutKey(citation), key: keys.get(citation.id) ?? citation.id })),
  };
}

/** The fields as they are sent: only those that differ from what the server has. */
export function changes(from: Statement, to: Statement): SentChange {
  const changed = fields.filter((field) => !sameField(field, from, to));
  return {
    ...(changed.includes('verdict') && { verdict: to.verdict ?? null }),
    ...(changed.includes('rationale') && { rationale: to.rationale }),
    ...(changed.includes('citations') && { citations: sent(to.citations) }),
  };
}

/** Citations as the server takes them. */
export function sent(citations: readonly DraftCitation[]): SentCitation[] {
  return citations.map(withoutKey);
}

const sentFields = citationInput.keyof().options;

function withoutKey(citation: Omit<DraftCitation, 'key'>): SentCitation {
  const { sourceId, stance } = citation;
  const said = sentFields.flatMap((name) => (citation[name] === undefined ? [] : [[name, citation[name]] as const]));
  return { sourceId, stance, ...(Object.fromEntries(said) as Partial<SentCitation>) };
}

/** What is typed as the server keeps it. */
export function kept({ citations, ...said }: Statement): Statement {
  return { ...said, citations: citations.map((citation) => ({ ...withoutKey(citation), key: citation.key })) };
}

/** Whether a revision could say it: what is typed may be half of an address. */
export function isRevision(base: Statement, typed: Statement): boolean {
  return changeAnnotationBody.safeParse(changes(base, typed)).success;
}

export function sameStatement(a: Statement, b: Statement): boolean {
  return fields.every((field) => sameField(field, a, b));
}

export function sameField(field: Field, a: Statement, b: Statement): boolean {
  if (field !== 'citations') return a[field] === b[field];
  return JSON.stringify(a.citations.map(comparable)) === JSON.stringify(b.citations.map(comparable));
}

function comparable({
  sourceId,
  sourceRevision,
  stance,
  relays,
  url = '',
  locator = '',
  quote = '',
  quoteLanguage = '',
  translation = '',
  accessedAt = '',
  evidence = '',
  protected: withheld = false,
}: DraftCitation): readonly unknown[] {
  const source = [sourceId, sourceRevision, relays === undefined ? 'default' : relays];
  return [...source, stance, url, oneLine(locator), quote, quoteLanguage, translation, accessedAt, evidence, withheld];
}

/** A line as the server keeps it. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * Gives citations what the server gave them when they were sent, also where more was typed since: new ones their ids,
 * and all the revision of the source that they name.
 */
export function adoptIds(typed: Statement, sentAs: Statement, saved: AnnotationView): Statement {
  const given = new Map(
    sentAs.citations.map(({ key, sourceId }, i) => {
      const known = saved.citations[i];
      return [key, known?.sourceId === sourceId ? known : undefined];
    }),
  );
  return {
    ...typed,
    citations: typed.citations.map((citation) => {
      const { id, sourceRevision } = given.get(citation.key) ?? {};
      return { ...citation, id: citation.id ?? id, sourceRevision: citation.sourceRevision ?? sourceRevision };
    }),
  };
}
