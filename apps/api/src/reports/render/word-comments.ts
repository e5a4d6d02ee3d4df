import type { Report, ThreadView } from '@belegg/contract';
import { Paragraph, TextRun, type ICommentOptions } from 'docx';
import { claimReference, commentReference } from '../../platform/word-references';
import { citedIn } from './cited';
import type { ReportDates } from './dates';
import type { LayoutTalk } from './layout';
import { remarksOf } from './remarks';
import type { ReportWords } from './words';

type Claim = Report['claims'][number];

/** The comments of a document, and where they stand. */
export interface DocumentComments {
  readonly comments: readonly ICommentOptions[];
  /** Passages beside those of claims that comments stand on, by numbers that no claim has. */
  readonly passages: readonly LayoutTalk[];
  /** The ids of the comments that stand on the claim or passage of a number: one, and its answers. */
  readonly idsOf: (number: number) => readonly number[];
  /** The ids of those that stand on no words. */
  readonly beside: readonly number[];
}

/**
 * Each claim with its place and what was said of it, and each conversation, as comments of a document with their
 * answers.
 */
export function commentsOf(
  report: Report,
  talk: readonly ThreadView[],
  words: ReportWords,
  dates: ReportDates,
): DocumentComments {
  const comments: ICommentOptions[] = [];
  const ids = new Map<number, number[]>();
  const passages: LayoutTalk[] = [];
  const beside: number[] = [];
  const add = (comment: Omit<ICommentOptions, 'id'>): number => {
    const id = comments.length + 1;
    comments.push({ id, ...comment });
    return id;
  };
  const addTalk = ({ id: threadId, comments: said, resolved }: ThreadView, root?: number): number[] => {
    let parentId = root;
    return said.map(({ number, author, at, text }) => {
      const id = add({
        author: author.name,
        initials: initialsOf(author.name),
        ...(at !== undefined && { date: new Date(at) }),
        ...(parentId !== undefined && { parentId }),
        durableId: commentReference(threadId, number),
        resolved: resolved !== undefined && root === undefined,
        children: paragraphs(text.split('\n'), false),
      });
      parentId ??= id;
      return id;
    });
  };
  for (const claim of report.claims.filter(({ range }) => range)) {
    const name = claim.authors[0]?.name ?? report.newsroom.name;
    const root = add({
      author: name,
      initials: initialsOf(name),
      date: new Date(claim.updatedAt),
      durableId: claimReference(claim.annotationId),
      children: paragraphs(linesOf(claim, report, words, dates), true),
    });
    const answers = talk.filter(({ annotationId }) => annotationId === claim.annotationId);
    ids.set(claim.number, [root, ...answers.flatMap((thread) => addTalk(thread, root))]);
  }
  let number = report.claims.length;
  for (const { annotationId, range, rationale, authors } of report.questions ?? []) {
    const name = authors[0]?.name ?? report.newsroom.name;
    if (!range) continue;
    number += 1;
    passages.push({ number, ...range });
    const root = add({
      author: name,
      initials: initialsOf(name),
      date: new Date(report.createdAt),
      durableId: claimReference(annotationId),
      children: paragraphs(
        [words.openQuestions, ...rationale.split('\n'), `Belegg ${claimReference(annotationId)}`].filter(
          (line) => line.trim() !== '',
        ),
        true,
      ),
    });
    const answers = talk.filter((thread) => thread.annotationId === annotationId);
    ids.set(number, [root, ...answers.flatMap((thread) => addTalk(thread, root))]);
  }
  for (const thread of talk.filter(({ annotationId }) => annotationId === undefined)) {
    const place = placeIn(report, thread);
    if (!place) beside.push(...addTalk(thread));
    else {
      number += 1;
      passages.push({ number, ...place });
      ids.set(number, addTalk(thread));
    }
  }
  return { comments, passages, idsOf: (of) => ids.get(of) ?? [], beside };
}

/** Where a conversation stands in the text, if its words do. */
function placeIn({ revision }: Report, { passage }: ThreadView): Pick<LayoutTalk, 'start' | 'end'> | undefined {
  const [position] = passage?.selector ?? [];
  if (!position || passage?.anchor.outcome === 'orphaned') return undefined;
  const { start, end } = position;
  return revision.blocks.some((block) => block.start < end && start < block.end) ? { start, end } : undefined;
}

/**
 * The first line of a claim's comment is the verdict and the status; then rationale, sources, who checked and who
 * approved, and last what it is known by when a program drops its id.
 */
function linesOf(claim: Claim, report: Report, words: ReportWords, dates: ReportDates): string[] {
  const sourceOf = citedIn(report.sources);
  const cites = claim.citations.map((citation) => {
    const { stance, url, locator, quote, translation, accessedAt } = citation;
    const { name, repeats, isChanged } = sourceOf(citation);
    return [
      `${name} (${words.stances[stance]})`,
      repeats === undefined ? '' : `${words.repeats} ${repeats}`,
      isChanged ? words.sourceChanged : '',
      quote === '' ? '' : `«${quote}»`,
      translation === '' ? '' : `«${translation}»`,
      locator,
      url ?? '',
      accessedAt === undefined ? '' : `${words.readOn} ${dates.day(accessedAt)}`,
    ]
      .filter((part) => part !== '')
      .join(', ');
  });
  const signature = [
    `${words.checkedBy} ${claim.authors.map(({ name }) => name).join(', ')}`,
    claim.approval ? `${words.approvedBy} ${claim.approval.by.name}, ${dates.moment(claim.approval.at)}` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
  const comments = claim.steps
    .filter(({ comment }) => comment !== '')
    .map(({ by, comment }) => `${by.name}: ${comment}`);
  return [
    `${words.verdicts[claim.verdict]} · ${words.statuses[claim.status]}`,
    ...[...claim.rationale.split('\n'), ...cites, ...remarksOf(claim, report, words), ...comments, signature].filter(
      (line) => line.trim() !== '',
    ),
    `Belegg ${claimReference(claim.annotationId)}`,
  ];
}

const paragraphs = (lines: readonly string[], firstIsBold: boolean): Paragraph[] =>
  lines.map((text, index) => new Paragraph({ children: [new TextRun({ text, bold: firstIsBold && index === 0 })] }));

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((part) => part.slice(0, 1))
    .join('');
