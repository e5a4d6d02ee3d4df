import type { Report } from '@belegg/contract';
import type { Range } from '@belegg/domain';
import { citedIn, type Cited } from './cited';
import { wordsFor, type ReportWords } from './words';

type Claim = Report['claims'][number];
type Question = NonNullable<Report['questions']>[number];
type Citation = Claim['citations'][number];
type Json = Readonly<Record<string, unknown>>;

/** Annotations on one page of a collection. */
export const pageSize = 100;

/** XML Schema's dateTime in UTC, as W3C's model asks for. */
const dateTime = (day: string): string => `${day}T00:00:00Z`;

/**
 * The report as a W3C Web Annotation collection (Web Annotation Data Model, 5), its first page embedded, the others
 * named. The verdict is a `classifying` body, the rationale a `commenting` one, each citation a `linking` one.
 * @param self the address of this very collection
 * @param page one page of it instead, from 1
 */
export function renderWebAnnotations(
  report: Report,
  { base, self, page }: { base: string; self: string; page?: number | undefined },
): Json {
  const all = [
    ...report.claims.map((claim) => annotationOf(claim, report, base)),
    ...(report.questions ?? []).map((question) => questionOf(question, report, base)),
  ];
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const idOf = (number: number): string => `${self}&page=${number}`;
  const pageAt = (number: number): Json => ({
    id: idOf(number),
    type: 'AnnotationPage',
    partOf: self,
    startIndex: (number - 1) * pageSize,
    ...(number > 1 && { prev: idOf(number - 1) }),
    ...(number < pages && { next: idOf(number + 1) }),
    items: all.slice((number - 1) * pageSize, number * pageSize),
  });
  const context = { '@context': 'http://www.w3.org/ns/anno.jsonld' };
  if (page !== undefined) return { ...context, ...pageAt(page) };
  return {
    ...context,
    id: self,
    type: 'AnnotationCollection',
    label: report.article.title,
    total: all.length,
    first: pageAt(1),
    last: idOf(pages),
  };
}

function annotationOf(claim: Claim, report: Report, base: string): Json {
  const words = wordsFor(report.article.language);
  const [creator] = claim.authors;
  const sourceOf = citedIn(report.sources);
  const { range, exact, prefix, suffix } = claim;
  return {
    id: `${base}/api/annotations/${claim.annotationId}`,
    type: 'Annotation',
    motivation: ['assessing', 'linking'],
    created: claim.createdAt,
    modified: claim.updatedAt,
    generated: report.createdAt,
    ...(creator && { creator: { id: `${base}/api/members/${creator.id}`, type: 'Person', name: creator.name } }),
    generator: { id: base, type: 'Software', name: 'Belegg' },
    canonical: `urn:uuid:${claim.annotationId}`,
    body: [
      { type: 'TextualBody', purpose: 'classifying', format: 'text/plain', language: 'en', value: claim.verdict },
      ...(claim.rationale === ''
        ? []
        : [
            {
              type: 'TextualBody',
              purpose: 'commenting',
              format: 'text/markdown',
              language: words.language,
              value: claim.rationale,
            },
          ]),
      ...claim.citations.map((citation) => linkOf(citation, sourceOf(citation), words, base)),
    ],
    target: targetOf({ range, exact, prefix, suffix }, report, base),
  };
}

/** What somebody asked and nobody has judged. */
function questionOf({ annotationId, exact, range, rationale, authors }: Question, report: Report, base: string): Json {
  const [creator] = authors;
  return {
    id: `${base}/api/annotations/${annotationId}`,
    type: 'Annotation',
    motivation: 'questioning',
    generated: report.createdAt,
    ...(creator && { creator: { id: `${base}/api/members/${creator.id}`, type: 'Person', name: creator.name } }),
    generator: { id: base, type: 'Software', name: 'Belegg' },
    canonical: `urn:uuid:${annotationId}`,
    ...(rationale !== '' && {
      body: [{ type: 'TextualBody', purpose: 'questioning', format: 'text/markdown', value: rationale }],
    }),
    target: targetOf({ range, exact }, report, base),
  };
}

function targetOf(
  {
    range,
    ...quote
  }: { readonly range?: Range | undefined; readonly exact: string } & Readonly<Record<string, unknown>>,
  { article, revision }: Report,
  base: string,
): Json {
  return {
    type: 'SpecificResource',
    source: `${base}/api/articles/${article.id}/revisions/${revision.number}`,
    scope: `${base}/articles/${article.id}`,
    selector: [
      ...(range ? [{ type: 'TextPositionSelector', start: range.start, end: range.end }] : []),
      { type: 'TextQuoteSelector', ...quote },
    ],
    state: { type: 'TimeState', sourceDate: revision.createdAt },
  };
}

/**
 * A citation: what it leads to, when it was read, and in `rdfs:label` and `as:summary` terms of the context, whose it
 * is.
 */
function linkOf(
  { sourceId, stance, url, accessedAt, quote, locator }: Citation,
  { name, isChanged }: Cited,
  words: ReportWords,
  base: string,
): Json {
  const label = [name, stance, locator, quote === '' ? '' : `«${quote}»`, isChanged ? words.sourceChanged : '']
    .filter((part) => part !== '')
    .join(' · ');
  return {
    type: 'SpecificResource',
    purpose: 'linking',
    source:
      url === undefined
        ? { id: `${base}/sources/${sourceId}`, type: 'Dataset', 'rdfs:label': label }
        : { id: url, type: 'Text', 'rdfs:label': label },
    ...(accessedAt !== undefined && { state: { type: 'TimeState', sourceDate: dateTime(accessedAt) } }),
  };
}
