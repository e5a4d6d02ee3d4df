import type { Report, ThreadView } from '@belegg/contract';
import { verdicts, type Verdict } from '@belegg/domain';
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
  ShadingType,
  TextRun,
  UnderlineType,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { coverageInShort } from './coverage';
import { datesFor } from './dates';
import { layOutArticle, type LayoutBlock, type LayoutRun } from './layout';
import { commentsOf } from './word-comments';
import { wordsFor, type ReportWords } from './words';

/** A verdict can be told in print and without colour: by the line under the words, and by the ground. */
const lookOf: Readonly<Record<Verdict, Pick<IRunOptions, 'underline' | 'shading'>>> = {
  confirmed: { underline: { type: UnderlineType.SINGLE }, shading: { type: ShadingType.CLEAR, fill: 'E3F1E6' } },
  denied: { underline: { type: UnderlineType.DOUBLE }, shading: { type: ShadingType.CLEAR, fill: 'F8E1DE' } },
  disputed: { underline: { type: UnderlineType.DASH }, shading: { type: ShadingType.CLEAR, fill: 'FBF0D3' } },
};
const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/**
 * The article as a Word document, each claim a real comment on its passage, overlapping ones too, and each conversation
 * with its answers. The body holds the article and nothing else (what is said about it stands in header and footer), so
 * that it can be taken in again: comments have ids by which they are known then.
 * @param talk the article's conversations, where whoever reads may see them
 */
export async function renderWord(
  report: Report,
  sha256: string | undefined,
  talk: readonly ThreadView[] = [],
): Promise<Buffer> {
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
  const { comments, passages, idsOf, beside } = commentsOf(report, talk, words, dates);
  const body = new BodyWriter(idsOf, beside);
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
      // Word has no style for what stands beside an article; ours is read again by its name.
      paragraphStyles: [
        { id: 'Sidebar', name: 'Sidebar', basedOn: 'Normal', paragraph: { indent: { left: 400 } }, run: { size: 21 } },
      ],
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
    comments: { children: comments },
    sections: [
      {
        headers: { default: new Header({ children: [small(head), legend(words)] }) },
        footers: { default: new Footer({ children: [small(foot, PageNumber.CURRENT)] }) },
        children: layOutArticle(report, passages).map((block) => body.paragraph(block)),
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

/** Which line under the words stands for which verdict. */
const legend = (words: ReportWords): Paragraph =>
  new Paragraph({
    children: verdicts.flatMap((verdict, index) => [
      new TextRun({ text: index > 0 ? ' · ' : '', size: 15, font: 'Arial' }),
      new TextRun({ text: words.verdicts[verdict], size: 15, font: 'Arial', ...lookOf[verdict] }),
    ]),
  });

/** Writes paragraphs and opens and closes comments on the way. */
class BodyWriter {
  private readonly open = new Set<number>();
  private isFirst = true;

  /** @param beside the ids of comments that stand on no words, which hang on the first paragraph */
  constructor(
    private readonly idsOf: (number: number) => readonly number[],
    private readonly beside: readonly number[],
  ) {}

  paragraph({ kind, level, runs }: LayoutBlock): Paragraph {
    const beside = this.isFirst ? this.beside.map(referenceTo) : [];
    this.isFirst = false;
    return new Paragraph({
      children: [...beside, ...runs.flatMap((run) => this.run(run))],
      ...(kind === 'heading' && { heading: headingLevels[(level ?? 2) - 1] ?? HeadingLevel.HEADING_2 }),
      ...(kind === 'quote' && { style: 'IntenseQuote' }),
      ...(kind === 'aside' && { style: 'Sidebar' }),
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
      ...(run.claim && lookOf[run.claim.verdict]),
      ...(run.href !== undefined && { style: 'Hyperlink' }),
    });
    return [
      ...starting.flatMap(this.idsOf).map((id) => new CommentRangeStart(id)),
      run.href === undefined ? text : new ExternalHyperlink({ link: run.href, children: [text] }),
      ...run.ending.flatMap(this.idsOf).flatMap((id) => [new CommentRangeEnd(id), referenceTo(id)]),
    ];
  }
}

const referenceTo = (id: number): TextRun => new TextRun({ children: [new CommentReference(id)] });
