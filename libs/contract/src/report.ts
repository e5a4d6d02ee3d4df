import {
  anchorOutcomes,
  checkabilityReasons,
  languages,
  profiles,
  sentenceStates,
  sourceKinds,
  stances,
  statuses,
  verdicts,
} from '@belegg/domain';
import * as z from 'zod';
import { step } from './annotation';
import { block, contentFormats, coverage, mark, range } from './article';
import { bounded, day, etag, id, largestBody, listOf, moment, person, sha256, text } from './primitives';
import { clash } from './problem';

const offset = z.int().min(0);

const isSaid = (value: string): boolean => value.trim() !== '';
const namedSource = z.object({ id, name: z.string(), protected: z.boolean(), description: z.string() });

const reportCitation = z.object({
  id,
  sourceId: id,
  /** The revision of the source that is cited; absent in reports from before sources had them. */
  sourceRevision: z.int().min(1).optional(),
  /** The source said something else by the time that the report was made. */
  sourceChanged: z.literal(true).optional(),
  /** Whom this piece repeats. */
  origin: namedSource.optional(),
  stance: z.enum(stances),
  url: z.string().optional(),
  locator: z.string(),
  quote: z.string(),
  quoteLanguage: z.string().optional(),
  translation: z.string(),
  accessedAt: day.optional(),
  evidence: sha256.optional(),
  protected: z.boolean(),
});

/** A claim: what one annotation said when the report was made. */
const claim = z.object({
  annotationId: id,
  /** From 1, in the order of the text; orphans last. */
  number: z.int().min(1),
  verdict: z.enum(verdicts),
  status: z.enum(statuses),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /** In the report's text; absent for an orphan, which is on no words of it. */
  range: z.object({ start: offset, end: offset }).optional(),
  anchor: z.enum(anchorOutcomes),
  rationale: z.string(),
  annotationRevision: z.int().min(1),
  authors: z.array(person),
  createdAt: moment,
  updatedAt: moment,
  /** What happened in review, comments included. */
  steps: z.array(step),
  approval: z.object({ by: person, at: moment, articleRevision: z.int().min(1) }).optional(),
  citations: z.array(reportCitation),
  /** How many sources support it, and how many of them do not go back to the same origin. */
  /** Why it was submitted without the sources that the newsroom asks for. */
  withoutSources: z.string().optional(),
  supporting: z.int(),
  independent: z.int(),
});

/** A source as it was cited; there is one for each revision that is. */
const reportSource = namedSource.extend({
  revision: z.int().min(1).optional(),
  kind: z.enum(sourceKinds),
  url: z.string().optional(),
  note: z.string(),
  /** Whom it repeats, in reports from before that belonged to the citation. */
  origin: namedSource.optional(),
});

/** What this sign-off says otherwise than the one before. */
const correction = z.object({
  since: z.int().min(1),
  sinceAt: moment,
  changes: z.array(
    z.object({
      kind: z.enum(['added', 'removed', 'verdict', 'passage', 'rationale']),
      exact: z.string(),
      from: z.enum(verdicts).optional(),
      to: z.enum(verdicts).optional(),
    }),
  ),
});

const reportSentence = z.object({
  index: offset,
  start: offset,
  end: offset,
  state: z.enum(sentenceStates),
  open: z.array(range).optional(),
  rest: z.array(range).optional(),
  reason: z.enum(checkabilityReasons).optional(),
  note: z.string().optional(),
  markedBy: person.optional(),
  confirmedBy: person.optional(),
});

/** What nobody has judged yet. Without a range it is on no words of this text. */
const openQuestion = z.object({
  annotationId: id,
  exact: z.string(),
  range: range.optional(),
  rationale: z.string(),
  authors: z.array(person),
});

/** Two claims with different verdicts on some of the same words, and why whoever signed off says that both hold. */
const explainedOverlap = z.object({ annotationIds: z.tuple([id, id]), reason: z.string() });

/** In reports from before coverage was counted by words, a sentence that an annotation touches counts as all of it. */
const reportCoverage = coverage
  .partial({ sentences: true, partly: true, words: true })
  .extend({ byState: z.partialRecord(z.enum(sentenceStates), z.int()) });

/**
 * The report as data. `frozen` is what sign-off keeps for ever, and what its SHA-256 names byte for byte;
 * `draft` is how things stand now, with nothing left out but what was retired.
 */
export const report = z.object({
  format: z.literal('belegg-report/1'),
  kind: z.enum(['frozen', 'draft']),
  createdAt: moment,
  newsroom: z.object({ id, name: z.string(), contact: z.string() }),
  article: z.object({ id, title: z.string(), author: z.string(), date: day.optional(), language: z.enum(languages) }),
  revision: z.object({
    id,
    number: z.int(),
    sha256,
    createdAt: moment,
    text: z.string(),
    blocks: z.array(block),
    marks: z.array(mark),
  }),
  signOff: z.object({ by: person, at: moment, number: z.int() }).optional(),
  coverage: reportCoverage,
  verdicts: z.record(z.enum(verdicts), z.int()),
  claims: z.array(claim),
  /** Annotations without a verdict, in the order of the text; only a draft has some. */
  questions: z.array(openQuestion).optional(),
  sources: z.array(reportSource),
  sentences: z.array(reportSentence),
  /** In the order of the text; none in a draft. */
  overlaps: z.array(explainedOverlap).default([]),
  /** The dated correction log, the oldest entry first. */
  corrections: z.array(correction),
});
export type Report = z.infer<typeof report>;

/** Why each two claims with different verdicts on some of the same words both hold. */
export const signOffBody = z
  .strictObject({
    overlaps: z
      .array(
        z.strictObject({
          annotationIds: z.tuple([id, id]),
          reason: text(1000).refine(isSaid, { error: 'noteNeeded' }),
        }),
      )
      .max(200)
      .default([]),
  })
  .optional();
export type SignOffBody = z.infer<typeof signOffBody>;

/** A sentence that a report counts as checked in part, with the words of it that no annotation is on. */
const partlyChecked = z.object({
  index: offset,
  text: z.string(),
  state: z.enum(sentenceStates),
  openWords: z.array(z.string()),
});

/**
 * What sign-off would freeze now. Its ETag is that of the draft report, a digest of its content; sign-off has to send
 * it, so that nothing is signed that was not seen.
 */
export const signOffPreview = z.object({
  etag,
  article: report.shape.article,
  revision: z.object({ number: z.int(), sha256 }),
  coverage: reportCoverage,
  claims: z.array(
    claim.pick({ annotationId: true, number: true, verdict: true, status: true, exact: true }).extend({
      /** The names of what it cites, in its own order. */
      sources: z.array(z.string()),
    }),
  ),
  partly: z.array(partlyChecked),
  /** Contradictions keep it from being signed off; each overlap needs a reason. */
  clashes: z.array(clash),
});
export type SignOffPreview = z.infer<typeof signOffPreview>;

/** A frozen report in a list. `current` while a report made now would say the same. */
export const reportSummary = z.object({
  id,
  number: z.int().min(1),
  articleId: id,
  articleRevision: z.int().min(1),
  sha256,
  createdAt: moment,
  createdBy: person,
  current: z.boolean(),
  /** Where it can be read without an account, while it is published: a path on this server. */
  publicPath: z.string().optional(),
  /** As was said last of the article: whether lists of the newsroom name it, and where it stands itself. */
  listed: z.boolean().optional(),
  articleUrl: z.string().optional(),
});
export type ReportSummary = z.infer<typeof reportSummary>;
export const reportList = listOf(reportSummary);

export const reportFormats = [
  'html',
  'pdf',
  'docx',
  'md',
  'csv',
  'xlsx',
  'json',
  'webannotation',
  'claimreview',
] as const;
export type ReportFormat = (typeof reportFormats)[number];
export const csvSeparators = ['comma', 'semicolon', 'tab'] as const;
export type CsvSeparator = (typeof csvSeparators)[number];
/** `profile` says for whom: see `applyProfile`. */
export const reportQuery = z.strictObject({
  format: z.enum(reportFormats).default('html'),
  profile: z.enum(profiles).default('internal'),
  /** Of a Web Annotation collection, one page. */
  page: z.coerce.number().int().min(1).max(10_000).optional(),
  /** Of CSV: what parts the fields. Without it, what spreadsheets in the article's language expect. */
  separator: z.enum(csvSeparators).optional(),
});
export type ReportQuery = z.infer<typeof reportQuery>;

/** What somebody is about to print. */
export const checkTextBody = z.strictObject({
  text: bounded(largestBody),
  format: z.enum(contentFormats).default('text'),
});
export type CheckText = z.infer<typeof checkTextBody>;

/**
 * Whether a text may be printed as it is. `checked`: it is what was signed off last (`outcome: 'same'`), and a report
 * made now would say the same (`signedOff.current`). Otherwise `claims` and `sentences` say what would be open if it
 * were the article's text, each at most 200 of them; `open` counts all. None are open where only a sign-off is missing.
 */
export const textCheck = z.object({
  checked: z.boolean(),
  outcome: z.enum(['same', 'changed', 'unsigned']),
  signedOff: z
    .object({
      reportId: id,
      number: z.int().min(1),
      articleRevision: z.int().min(1),
      sha256,
      at: moment,
      current: z.boolean(),
    })
    .optional(),
  open: z.object({ claims: z.int(), sentences: z.int() }),
  claims: z.array(
    claim.pick({ annotationId: true, number: true, verdict: true, status: true, exact: true }).extend({
      /** What became of its passage, and where that is in the text as it was understood. */
      outcome: z.enum(anchorOutcomes),
      range: range.optional(),
    }),
  ),
  sentences: z.array(z.object({ start: offset, end: offset, text: z.string(), openWords: z.array(z.string()) })),
});
export type TextCheck = z.infer<typeof textCheck>;

/** The secret part of a public address. */
export const publicToken = bounded(64).regex(/^[\w-]{22,64}$/);
