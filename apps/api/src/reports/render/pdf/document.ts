import type { Report } from '@belegg/contract';
import { citedIn, countSources } from '../cited';
import { datesFor, type ReportDates } from '../dates';
import { layOutArticle } from '../layout';
import { questionsIn } from '../questions';
import { rationaleTree } from '../rationale-tree';
import { remarksOf } from '../remarks';
import { coverageInShort, stillOpen, withoutCheck } from '../coverage';
import { changesInWords, leadOf, wordsFor, type ReportWords } from '../words';

type Claim = Report['claims'][number];

/** Everything that the template shows, as JSON; all words are chosen here, so that the template only sets type. */
export function pdfDocument(report: Report, sha256: string | undefined): string {
  const words = wordsFor(report.article.language);
  const dates = datesFor(words.language);
  const { signOff, article, newsroom, revision } = report;
  return JSON.stringify({
    words,
    title: article.title,
    author: newsroom.name,
    date: report.createdAt.slice(0, 10).split('-').map(Number),
    draft: report.kind === 'draft',
    footer: [words.kicker, newsroom.name, dates.moment(report.createdAt)].join(' · '),
    lead: leadOf(report, words),
    facts: [
      [words.article, `${words.revision} ${revision.number}`],
      [
        signOff ? words.signedBy : words.draft,
        signOff ? `${signOff.by.name}, ${dates.moment(signOff.at)}` : dates.moment(report.createdAt),
      ],
      [words.coverage, coverageInShort(report, words)],
      [words.sources, String(countSources(report.sources))],
    ],
    byline: [newsroom.name, article.author, article.date && dates.day(article.date)].filter((part) => part).join(' · '),
    blocks: layOutArticle(report),
    claims: report.claims.map((claim) => claimOf(claim, report, words, dates)),
    lists: listsOf(report, words, dates),
    colophon: [
      newsroom.contact === '' ? '' : `${words.contact}: ${newsroom.contact}`,
      `${words.textHash} sha256 ${revision.sha256}`,
      sha256 === undefined ? '' : `${words.reportHash} sha256 ${sha256}. ${words.verify}`,
    ].filter((part) => part !== ''),
  });
}

function claimOf(claim: Claim, report: Report, words: ReportWords, dates: ReportDates) {
  const sourceOf = citedIn(report.sources);
  const approval =
    claim.approval &&
    `${words.approvedBy} ${claim.approval.by.name}, ${dates.moment(claim.approval.at)} ${words.onRevision} ${claim.approval.articleRevision}`;
  return {
    number: claim.number,
    verdict: claim.verdict,
    verdictLabel: words.verdicts[claim.verdict],
    status: claim.status,
    statusLabel: claim.status === 'approved' ? '' : words.statuses[claim.status],
    exact: claim.exact,
    orphaned: claim.anchor === 'orphaned',
    rationale: rationaleTree(claim.rationale),
    citations: claim.citations.map((citation) => {
      const { stance, url, locator, quote, translation, accessedAt } = citation;
      const source = sourceOf(citation);
      return {
        name: source.name,
        stance: words.stances[stance],
        url,
        address: url,
        locator,
        quote,
        translation,
        about: [
          source.kind && words.kinds[source.kind],
          source.repeats !== undefined && `${words.repeats} ${source.repeats}`,
          source.isChanged && words.sourceChanged,
        ]
          .filter((part) => part)
          .join(' · '),
        read: accessedAt === undefined ? '' : `${words.readOn} ${dates.day(accessedAt)}`,
      };
    }),
    comments: [
      ...remarksOf(claim, report, words),
      ...claim.steps
        .filter(({ comment }) => comment !== '')
        .map(({ by, at, comment }) => `${by.name}, ${dates.moment(at)}: ${comment}`),
    ],
    signature: [
      claim.supporting > 0 ? words.support(claim.supporting, claim.independent) : '',
      `${words.checkedBy} ${claim.authors.map(({ name }) => name).join(', ')}`,
      approval ? `· ${approval}` : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  };
}

/** Sentences without a claim, and what changed since the sign-off before. */
function listsOf(report: Report, words: ReportWords, dates: ReportDates) {
  return [
    {
      title: words.notCheckable,
      items: withoutCheck(report).map(({ quote, state, reason, note }) => [
        quote,
        [state === 'approvedInPart' && words.restOfSentence, reason && words.reasons[reason], note]
          .filter((part) => part)
          .join(': '),
      ]),
    },
    {
      title: words.openSentences,
      items: stillOpen(report).map(({ quote, state }) => [quote, words.open[state]]),
    },
    {
      title: words.openQuestions,
      items: questionsIn(report).map(({ exact, asked }) => [exact, asked]),
    },
    {
      title: words.corrections,
      items: report.corrections.flatMap((correction) => changesInWords(correction, words, dates)),
    },
  ].filter(({ items }) => items.length > 0);
}
