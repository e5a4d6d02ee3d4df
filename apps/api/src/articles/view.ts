import type {
  ArticleSummary,
  ArticleView,
  BesideText,
  ImportedComment,
  PreviewView,
  RevisionView,
} from '@belegg/contract';
import { CodePointText } from '@belegg/domain';
import type { FoundThread, Intake, Reading } from '../intake';
import type { People } from '../platform/people';
import type { TalkPlan } from '../threads';
import type { ArticleCoverage, TextCoverage } from '../coverage';
import type { Text } from '../texts';
import type { ArticleRow, ListedArticle, Metadata } from './article.repository';

/** A strong ETag: the text, how it is cut into sentences, and the metadata, not how far they are checked. */
export const etagOf = (
  { number, segmentation }: Pick<Text, 'number' | 'segmentation'>,
  { version }: Pick<ArticleRow, 'version'>,
): string => `"r${number}.s${segmentation}.m${version}"`;

const toMetadata = ({ title, author, date, language }: Metadata) => ({
  title,
  author,
  language,
  ...(date !== undefined && { date }),
});

const toTimes = ({ createdAt, updatedAt }: ArticleRow) => ({
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

export function toArticleView(
  row: ArticleRow,
  text: Text,
  { sentences, coverage, longestPassage }: TextCoverage,
  people: People,
): ArticleView {
  return {
    id: row.id,
    ...toMetadata(row),
    revision: toRevisionView(text, people),
    sentences: [...sentences],
    coverage,
    longestPassage,
    ...toTimes(row),
    etag: etagOf(text, row),
  };
}

export function toArticleSummary(
  row: ListedArticle,
  { coverage, waiting, signedOffRevision }: ArticleCoverage,
): ArticleSummary {
  return {
    id: row.id,
    ...toMetadata(row),
    revision: row.revision,
    coverage,
    waiting,
    ...(signedOffRevision !== undefined && { signedOffRevision }),
    ...toTimes(row),
  };
}

export function toRevisionView(
  { id, number, text, sha256, blocks, marks, language, date, createdById, createdAt }: Text,
  people: People,
): RevisionView {
  return {
    id,
    number,
    text,
    sha256,
    language,
    blocks: [...blocks],
    marks: [...marks],
    ...(date !== undefined && { date }),
    createdAt: createdAt.toISOString(),
    createdBy: people(createdById),
  };
}

export function toPreview({ title, language, seen, blocks, marks, text, sentences, dropped }: Intake): PreviewView {
  return {
    title,
    language,
    seen,
    text,
    blocks: [...blocks],
    marks: [...marks],
    sentences: sentences.length,
    dropped: [...dropped],
  };
}

/** A thread of a file as the interface tells of it. */
export const toImportedComment = ({ place, exact, range, resolved, comments }: FoundThread): ImportedComment => {
  const [first, ...replies] = comments.map(({ author, at, text }) => ({
    author,
    text,
    ...(at !== undefined && { at }),
  }));
  return {
    ...(first ?? { author: '', text: '' }),
    place,
    exact,
    ...(range && { range: { start: range.start, end: range.end } }),
    resolved,
    links: comments.flatMap(({ links }) => links),
    replies,
  };
};

/** What a file says beside its text, as the interface tells of it. @param talk what of its comments is new here */
export function toBesideText(reading: Reading, { sorted }: TalkPlan): BesideText {
  const { intake, title, author, date, drafts, notFound, asWritten, remarks } = reading;
  const text = new CodePointText(intake.text);
  // Where it is told which of the comments Belegg wrote, those of this article are no news.
  const claims = asWritten
    ? sorted.filter(({ thread }) => thread.isForeignClaim).map(({ found: { exact } }) => ({ exact }))
    : [...drafts.map(({ range }) => ({ exact: text.slice(range.start, range.end) })), ...notFound];
  return {
    title: title ?? intake.title,
    author: author ?? '',
    ...(date !== undefined && { date }),
    annotations: claims,
    comments: sorted
      .filter(({ thread }) => thread.fresh.length > 0)
      .map(({ found, thread: { fresh, answers } }) => ({
        ...toImportedComment({ ...found, comments: fresh.map(({ comment }) => comment) }),
        ...(answers !== undefined && { answers }),
      })),
    known: sorted.reduce((sum, { thread }) => sum + thread.known, 0),
    remarks: [...remarks],
  };
}
