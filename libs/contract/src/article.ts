import { anchorOutcomes, blockKinds, checkabilityReasons, languages, markKinds, sentenceStates } from '@belegg/domain';
import * as z from 'zod';
import {
  bounded,
  cursor,
  day,
  etag,
  id,
  largestBody,
  line,
  listOf,
  moment,
  optionalLine,
  person,
  sha256,
  webAddress,
} from './primitives';
import { anchor, lostPassage, selector } from './selector';

/** The most sentences of one text. */
export const maxSentences = 20_000;

export const contentFormats = ['text', 'markdown', 'html'] as const;

/** What the intake leaves out, and says so. `surroundings`: what stands around the article on a page. */
export const droppedKinds = [
  'image',
  'table',
  'embed',
  'media',
  'form',
  'script',
  'navigation',
  'surroundings',
  'formula',
  'deleted',
  'hidden',
  'header',
  'watermark',
  'metadata',
  'other',
] as const;
export type DroppedKind = (typeof droppedKinds)[number];
/** How often something of a kind was left out, and the first words of the first that had any. */
export const droppedPart = z.object({ kind: z.enum(droppedKinds), count: z.int().min(1), sample: z.string() });
export type DroppedPart = z.infer<typeof droppedPart>;
const dropped = z.array(droppedPart);

/**
 * What whoever takes a file in should know of it: not to be published before a moment, withdrawn or not usable (the
 * status as the file has it), nothing but a summary, or parts whose order is in doubt (pages).
 */
export const importRemark = z.object({
  kind: z.enum(['embargoed', 'notUsable', 'summaryOnly', 'orderInDoubt']),
  value: z.string().optional(),
});
export type ImportRemark = z.infer<typeof importRemark>;

const offset = z.int().min(0);
export const block = z.object({
  kind: z.enum(blockKinds),
  level: z.int().min(1).max(6).optional(),
  start: offset,
  end: offset,
});
export const mark = z.object({ kind: z.enum(markKinds), start: offset, end: offset, href: z.string().optional() });

/** Code points of the text. */
export const range = z.object({ start: offset, end: offset });

/** A name for a sentence of one text, such as "120-164": what leaves a sentence alone leaves its name. */
const sentenceId = z.string().regex(/^\d+-\d+$/);

export const sentence = z.object({
  index: offset,
  id: sentenceId,
  start: offset,
  end: offset,
  /** The index of the block that it stands in. */
  block: offset,
  checkable: z.boolean(),
  /** Why it is not checkable, once somebody said so. */
  reason: z.enum(checkabilityReasons).optional(),
  /** In their own words, where the reason is `other`. */
  note: z.string().optional(),
  /** Where not all of it is meant: the stretches that need no check. */
  rest: z.array(range).optional(),
  /** Who said so. A second person has to confirm it. */
  markedBy: person.optional(),
  confirmedBy: person.optional(),
  /** Of what was said last, once somebody said something: to be sent by whoever confirms it. */
  etag: etag.optional(),
  /** A reason that suggests itself, for a person to take up. */
  suggestion: z.enum(checkabilityReasons).optional(),
  state: z.enum(sentenceStates),
  /** Where it is `partly` covered: the words that nothing covers, neighbours joined. */
  open: z.array(range).optional(),
});
export type SentenceView = z.infer<typeof sentence>;

/**
 * How far a text is checked, by its words. `checkable`: all sentences but the `notCheckable` ones. `approved`: those of
 * which every word is. `partly`: those that are checked in part, whether words are open or the rest needs no check.
 */
export const coverage = z.object({
  sentences: z.int(),
  checkable: z.int(),
  approved: z.int(),
  partly: z.int(),
  words: z.object({ total: z.int(), open: z.int() }),
  byState: z.record(z.enum(sentenceStates), z.int()),
});

export const revision = z.object({
  id,
  number: z.int().min(1),
  text: z.string(),
  sha256,
  blocks: z.array(block),
  marks: z.array(mark),
  language: z.enum(languages),
  date: day.optional(),
  createdAt: moment,
  createdBy: person,
});
export type RevisionView = z.infer<typeof revision>;

const metadata = { title: z.string(), author: z.string(), date: day.optional(), language: z.enum(languages) };

/** An article in a list. `waiting` counts the annotations that the caller may approve or return now. */
export const articleSummary = z.object({
  id,
  ...metadata,
  revision: revision.pick({ id: true, number: true, sha256: true }),
  coverage,
  waiting: z.int(),
  signedOffRevision: z.int().optional(),
  createdAt: moment,
  updatedAt: moment,
});
export type ArticleSummary = z.infer<typeof articleSummary>;
export const articleList = listOf(articleSummary);

/** Never signed off, signed off as it is now, or signed off before its text was changed. */
export const articleStates = ['open', 'signed', 'changed'] as const;
export type ArticleState = (typeof articleStates)[number];

/** `q`: words of text, title or author; the last one may be typed in half. */
export const articleQuery = z.strictObject({
  q: optionalLine(200),
  state: z.enum(articleStates).optional(),
  sort: z.enum(['newest', 'updated']).default('newest'),
  cursor,
});
export type ArticleQuery = z.infer<typeof articleQuery>;

const fileComment = z.object({ author: z.string(), at: moment.optional(), text: z.string() });
/**
 * Where a comment of a file stands: on words, between two, on deleted or left-out words, or on the article as a whole.
 */
export const commentPlaces = ['passage', 'point', 'deleted', 'leftOut', 'article'] as const;
/** A comment that came with a file, with its answers. It never is a verdict. `links` may be citations. */
export const importedComment = fileComment.extend({
  place: z.enum(commentPlaces),
  /** The words that it stands on; `range` is in the text that was read. */
  exact: z.string(),
  range: z.object({ start: offset, end: offset }).optional(),
  resolved: z.boolean(),
  links: z.array(z.string()),
  /** What it answers, where that is in the article already: the words of a claim or of a comment. */
  answers: z.string().optional(),
  replies: z.array(fileComment),
});
export type ImportedComment = z.infer<typeof importedComment>;

/**
 * What became of the annotations that came with a file. `unknownSources`: cited there, not in the registry, and left
 * out.
 */
const imported = z.object({
  annotations: z.int(),
  notFound: z.array(lostPassage),
  unknownSources: z.array(z.string()),
  comments: z.array(importedComment),
});

/**
 * What a file says beside its text. Of a new text for an article, the comments become threads, or answers in those that
 * are there; the rest is listed, so that nothing goes unseen. `annotations` are the words that those of the file stand
 * on; claims that went out from this article are not among them. `known` counts the comments that are here already.
 */
const besideText = z.object({
  title: z.string(),
  author: z.string(),
  date: day.optional(),
  annotations: z.array(lostPassage),
  comments: z.array(importedComment),
  known: z.int(),
  remarks: z.array(importRemark),
});
export type BesideText = z.infer<typeof besideText>;

/** An article with its current text. `dropped` lists, on creation, what the intake left out. */
export const article = z.object({
  id,
  ...metadata,
  revision,
  sentences: z.array(sentence),
  coverage,
  /** The most sentences that an annotation may touch and still cover its words. */
  longestPassage: z.int(),
  createdAt: moment,
  updatedAt: moment,
  etag,
  dropped: dropped.optional(),
  imported: imported.optional(),
});
export type ArticleView = z.infer<typeof article>;

export const revisionWithSentences = revision.extend({
  sentences: z.array(sentence.pick({ index: true, id: true, start: true, end: true, block: true })),
});
export const revisionList = listOf(revision.omit({ text: true, blocks: true, marks: true }));

const content = { format: z.enum(contentFormats), content: bounded(largestBody) };

/** `language` is detected when it is left out. */
export const newArticleBody = z.strictObject({
  title: line(300),
  ...content,
  language: z.enum(languages).optional(),
  author: optionalLine(200),
  date: day.optional(),
});
export type NewArticle = z.infer<typeof newArticleBody>;

/** The files that the intake reads, by the ending of their names. */
export const readFormats = ['.txt', '.md', '.html', '.docx', '.odt', '.pdf', '.mhtml', '.json'] as const;

/** What goes with an imported file. The title is the headline or the first line when it is left out. */
export const importFields = newArticleBody.omit({ format: true, content: true }).extend({
  title: line(300).optional(),
  /** Whether sources that the file cites and the registry does not know by name are added to it. */
  createSources: z.enum(['true', 'false']).default('false'),
});
export type ImportFields = z.infer<typeof importFields>;

/** Instead of a file: an address that the server fetches. */
export const importUrlBody = importFields.extend({ url: webAddress });

export const previewBody = z.strictObject({ ...content, language: z.enum(languages).optional() });
export type Preview = z.infer<typeof previewBody>;

/**
 * What the intake understood, before anything is stored. `title` is the headline, or else the first line; `seen` what
 * the text seems to be written in (BCP 47), which need not be a language that sentences are cut in.
 */
export const preview = z.object({
  title: z.string(),
  language: z.enum(languages),
  seen: z.string(),
  blocks: z.array(block),
  marks: z.array(mark),
  text: z.string(),
  sentences: z.int(),
  dropped,
});
export type PreviewView = z.infer<typeof preview>;

/** What the intake understood of a file or an address. `annotations` would come with it as drafts. */
export const importPreview = preview.extend({
  author: z.string(),
  date: day.optional(),
  annotations: z.int(),
  notFound: z.array(lostPassage),
  comments: z.array(importedComment),
  remarks: z.array(importRemark),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** A new date or language is a new revision: relative dates and sentences mean something else by it. */
export const changeArticleBody = newArticleBody
  .pick({ title: true, author: true, date: true, language: true })
  .extend({ author: line(200).or(z.literal('')), date: day.nullable(), language: z.enum(languages) })
  .partial();
export type ChangeArticle = z.infer<typeof changeArticleBody>;

/** A block as somebody wrote it, in stretches of the same formatting. A line feed in one begins another block. */
export const writtenBlock = z.strictObject({
  kind: z.enum(blockKinds),
  level: z.int().min(1).max(6).optional(),
  runs: z.array(
    z.strictObject({
      text: bounded(largestBody),
      strong: z.boolean().optional(),
      em: z.boolean().optional(),
      href: bounded(2048).optional(),
    }),
  ),
});
export type WrittenBlock = z.infer<typeof writtenBlock>;

/** A new text may also come in blocks: then `content` is JSON, a list of `writtenBlock`. */
export const revisionFormats = [...contentFormats, 'blocks'] as const;
export const newRevisionBody = z.strictObject({ ...content, format: z.enum(revisionFormats) });
export type NewRevision = z.infer<typeof newRevisionBody>;

/** What became of an annotation on the new text; `selector` is in the new text, absent for an orphan. */
export const outcome = anchor.extend({ annotationId: id, selector: selector.optional(), carried: z.boolean() });
export type OutcomeView = z.infer<typeof outcome>;

/**
 * `beside` where the text came as a file or from an address. A file with the text as it stands and new comments makes
 * no revision: `revision` is the one that there is.
 */
export const newRevision = z.object({ revision, outcomes: z.array(outcome), etag, beside: besideText.optional() });
export type NewRevisionView = z.infer<typeof newRevision>;

/** What a new revision would do, before anything is stored. `beside` as with `newRevision`. */
export const revisionPreview = preview.extend({
  outcomes: z.array(outcome),
  counts: z.record(z.enum(anchorOutcomes), z.int()),
  /** Sentences of the new text that stand nowhere in the old one. */
  newSentences: z.array(z.object({ start: offset, end: offset })),
  beside: besideText.optional(),
});
export type RevisionPreviewView = z.infer<typeof revisionPreview>;

/** Where a sentence is split: code points in the text. White space there belongs to neither half. */
export const splitBody = z.strictObject({ at: offset });
export type Split = z.infer<typeof splitBody>;

/**
 * "Not checkable" needs a reason, and the reason `other` a note. `part: 'rest'` says it of those words of the sentence
 * that no annotation covers.
 */
export const checkabilityBody = z
  .strictObject({
    checkable: z.boolean(),
    part: z.enum(['all', 'rest']).optional(),
    reason: z.enum(checkabilityReasons).optional(),
    note: optionalLine(300),
  })
  .refine(({ checkable, reason }) => checkable || reason !== undefined, { path: ['reason'], error: 'reasonNeeded' })
  .refine(({ reason, note }) => reason !== 'other' || note !== '', { path: ['note'], error: 'noteNeeded' });
export type Checkability = z.infer<typeof checkabilityBody>;
