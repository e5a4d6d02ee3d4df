import type { Report } from '@belegg/contract';
import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type ICommentOptions,
  type ParagraphChild,
} from 'docx';
import { citedIn } from './cited';
import { coverageInShort } from './coverage';
import { datesFor, type ReportDates } from './dates';
import { layOutArticle, type LayoutBlock, type LayoutRun } from './layout';
import { questionsIn } from './questions';
import { remarksOf } from './remarks';
import { wordsFor, type ReportWords } from './words';

type Claim = Report['claims'][number];

/**
 * The article as a Word document, each claim a real comment on its passage, overlapping ones too. The body holds the
 * article and nothing else (what is said about it stands in header and footer), so that it can be taken in again.
 */
export async function renderWord(report: Report, sha256: string | undefined): Promise<Buffer> {
  const words = wordsFor(report.article.language);
  const dates = datesFor(words.language);
  const { signOff, newsroom, article, revision } = report;
  const head = [
    words.kicker,
    article.title,
    `${words.revision.toLowerCase()} ${revision.number}`,
    coverageInShort(report, words),
    signOff
      ? `${words.signedBy.toLowerCase()} ${signOff.by.name}, ${dates.moment(signOff.at)}`
      : words.draft.toUpperCase(),
  ].join(' · ');
  const foot =
    sha256 === undefined ? `${words.textHash} sha256 ${revision.sha256}` : `${words.reportHash} sha256 ${sha256}`;
  const body = new BodyWriter();
  const document = new Document({
    title: article.title,
    creator: newsroom.name,
    description: head,
    styles: {
      default: {
        document: {
          run: { font: 'Georgia', size: 23, language: { value: words.language } },
          paragraph: { spacing: { after: 180, line: 320 } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: 'bullets',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 500, hanging: 250 } } },
            },
          ],
        },
      ],
    },
    comments: {
      children: report.claims.filter(({ range }) => range).map((claim) => commentOf(claim, report, words, dates)),
    },
    sections: [
      {
        headers: { default: new Header({ children: [small(head)] }) },
        footers: { default: new Footer({ children: [small(foot, PageNumber.CURRENT)] }) },
        children: [...layOutArticle(report).map((block) => body.paragraph(block)), ...renderQuestions(report, words)],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const small = (text: string, page?: (typeof PageNumber)[keyof typeof PageNumber]): Paragraph =>
  new Paragraph({
    children: [
      new TextRun({
        children: page === undefined ? [text] : [text, ' · ', page],
        size: 15,
        color: '6f6b63',
        font: 'Arial',
      }),
    ],
  });

/** Writes paragraphs and opens and closes comments on the way. */
class BodyWriter {
  private readonly open = new Set<number>();

  paragraph({ kind, runs }: LayoutBlock): Paragraph {
    return new Paragraph({
      children: runs.flatMap((run) => this.run(run)),
      ...(kind === 'heading' && { heading: HeadingLevel.HEADING_2 }),
      ...(kind === 'quote' && { style: 'IntenseQuote' }),
      ...(kind === 'listItem' && { numbering: { reference: 'bullets', level: 0 } }),
    });
  }

  private run(run: LayoutRun): ParagraphChild[] {
    const starting = run.numbers.filter((number) => !this.open.has(number));
    for (const number of starting) this.open.add(number);
    const text = new TextRun({
      text: run.text,
      bold: run.strong,
      italics: run.em,
      ...(run.href !== undefined && { style: 'Hyperlink' }),
    });
    return [
      ...starting.map((number) => new CommentRangeStart(number)),
      run.href === undefined ? text : new ExternalHyperlink({ link: run.href, children: [text] }),
      ...run.ending.flatMap((number) => [
        new CommentRangeEnd(number),
        new TextRun({ children: [new CommentReference(number)] }),
      ]),
    ];
  }
}

/** The first line of a comment is the verdict and the status; then rationale, sources, who checked and who approved. */
function commentOf(claim: Claim, report: Report, words: ReportWords, dates: ReportDates): ICommentOptions {
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
  const name = claim.authors[0]?.name ?? report.newsroom.name;
  return {
    id: claim.number,
    author: name,
    initials: name
      .split(' ')
      .map((part) => part.slice(0, 1))
      .join(''),
    date: new Date(claim.updatedAt),
    children: [
      new Paragraph({
        children: [
          new TextRun({ text: `${words.verdicts[claim.verdict]} · ${words.statuses[claim.status]}`, bold: true }),
        ],
      }),
      ...[...claim.rationale.split('\n'), ...cites, ...remarksOf(claim, report, words), ...comments, signature]
        .filter((line) => line.trim() !== '')
        .map((line) => new Paragraph(line)),
    ],
  };
}

/** In a draft, what somebody asked and nobody has judged. */
function renderQuestions(report: Report, words: ReportWords): Paragraph[] {
  const questions = questionsIn(report);
  if (questions.length === 0) return [];
  return [
    new Paragraph({ text: words.openQuestions, heading: HeadingLevel.HEADING_2 }),
    ...questions.map(
      ({ exact, asked }) =>
        new Paragraph({ children: [new TextRun({ text: exact, italics: true }), new TextRun(`: ${asked}`)] }),
    ),
  ];
}
