import type { CitationInput } from '@belegg/contract';
import { Redaction } from '@belegg/domain';
import type { Actor } from '../platform/actor';
import type { Tx } from '../platform/database/database';
import { readHidden } from '../platform/redaction';
import type { StoredCitation } from './cited';
import type { AnnotationHead } from './head/annotation-head';

/** What somebody sends of an annotation. */
interface Sent {
  readonly rationale?: string | undefined;
  readonly citations?: readonly CitationInput[] | undefined;
}

/** A protected source as somebody saw it who does not see its name. */
const label = /(?:Vernet kilde|Verna kjelde|Protected source) \d+/gu;

/**
 * What somebody sends of an annotation that they saw in part alone, with what was hidden from them as it was: they edit
 * the rest, and take nothing away that they did not see.
 */
export async function withWithheld<S extends Sent>(tx: Tx, actor: Actor, before: AnnotationHead, sent: S): Promise<S> {
  if (!actor.hasHidden) return sent;
  const redaction = new Redaction(await readHidden(tx, actor, 'nb'));
  const { rationale, citations } = sent;
  return {
    ...sent,
    ...(rationale !== undefined && { rationale: restore(rationale, before.rationale, redaction) }),
    ...(citations && { citations: citations.map((citation) => withFields(citation, before.citations, redaction)) }),
  };
}

/** A citation with the fields as they were that come back as they were shown. */
function withFields(citation: CitationInput, own: readonly StoredCitation[], redaction: Redaction): CitationInput {
  const kept = own.find(({ id, sourceId }) => id === citation.id && sourceId === citation.sourceId);
  if (!kept) return citation;
  const { url, locator, quote, quoteLanguage, translation, accessedAt, evidence } = kept;
  const { sourceId } = citation;
  const stored = { url, locator, quote, quoteLanguage, translation, accessedAt, evidence };
  const shown = new Map(Object.entries(redaction.apply({ sourceId, ...stored })));
  const given = new Map(Object.entries(citation));
  const back = Object.entries(stored).filter(
    ([field, value]) => value !== undefined && saysTheSame(shown.get(field), given.get(field)),
  );
  return { ...citation, ...Object.fromEntries(back) };
}

/** Whatever its language, a label stands for the same. */
const saysTheSame = (shown: unknown, given: unknown): boolean =>
  typeof shown === 'string' && typeof given === 'string'
    ? shown.replace(label, '') === given.replace(label, '')
    : shown === given;

/** Puts the words back that stand behind labels, in their order. */
function restore(sent: string, stored: string, redaction: Redaction): string {
  if (redaction.words(stored) === stored) return sent;
  const words = redaction.matches(stored);
  let next = 0;
  return sent.replace(label, (found) => words[next++] ?? found);
}
