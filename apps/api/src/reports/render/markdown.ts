import type { Report } from '@belegg/contract';
import { citedIn } from './cited';
import { coverageInShort, withoutCheck } from './coverage';
import { datesFor, type ReportDates } from './dates';
import { headingText, inlineText, lineOfText } from './markdown-text';
import { questionsIn } from './questions';
import { rationaleMarkdown } from './rationale-markdown';
import { remarksOf } from './remarks';
import { wordsFor, type ReportWords } from './words';

type Claim = Report['claims'][number];

/** The report as Markdown (CommonMark). Rationales are Markdown already; HTML in them is shown as text. */
export function renderMarkdown(report: Report, sha256: string | undefined): string {
  const words = wordsFor(report.article.language);
  const dates = datesFor(words.language);
  const { signOff } = report;
  const excluded = withoutCheck(report);
  const questions = questionsIn(report);
  return (
    [
      `# ${words.kicker}: ${headingText(report.article.title)}`,
      report.kind === 'draft' ? `**${words.draft}.** ${words.draftNote}` : '',
      [
        `- ${words.article}: ${words.revision.toLowerCase()} ${report.revision.number}`,
        signOff ? `- ${words.signedBy}: ${inlineText(signOff.by.name)}, ${dates.zoned(signOff.at)}` : '',
        `- ${words.coverage}: ${coverageInShort(report, words)}`,
      ]
        .filter(Boolean)
        .join('\n'),
      `## ${words.claims}`,
      ...report.claims.map((claim) => renderClaim(claim, report, words, dates)),
      questions.length > 0
        ? `## ${words.openQuestions}\n\n${questions.map(({ exact, asked }) => `- ${lineOfText(exact)}: ${lineOfText(asked)}`).join('\n')}`
        : '',
      excluded.length > 0
        ? `## ${words.notCheckable}\n\n${excluded.map(({ quote, reason }) => `- ${lineOfText(quote)}${reason ? ` (${words.reasons[reason]})` : ''}`).join('\n')}`
        : '',
      `## ${words.howToRead}\n\n${(['confirmed', 'disputed', 'denied'] as const).map((verdict) => `- **${words.verdicts[verdict]}:** ${words.verdictMeanings[verdict]}`).join('\n')}`,
      [
        `${words.textHash}: sha256 ${report.revision.sha256}`,
        sha256 === undefined ? '' : `${words.reportHash}: sha256 ${sha256}`,
      ]
        .filter(Boolean)
        .join('  \n'),
    ]
      .filter((part) => part !== '')
      .join('\n\n') + '\n'
  );
}

function renderClaim(claim: Claim, report: Report, words: ReportWords, dates: ReportDates): string {
  const sourceOf = citedIn(report.sources);
  const cites = claim.citations.map((citation) => {
    const { stance, url, locator, quote, translation, accessedAt } = citation;
    const source = sourceOf(citation);
    const details = [
      words.stances[stance],
      source.repeats === undefined ? '' : `${words.repeats} ${inlineText(source.repeats)}`,
      source.isChanged ? words.sourceChanged : '',
      quote === '' ? '' : `«${inlineText(quote)}»`,
      translation === '' ? '' : `«${inlineText(translation)}»`,
      inlineText(locator),
      url === undefined ? '' : `<${url.replace(/[<>\s]/g, encodeURIComponent)}>`,
      accessedAt === undefined ? '' : `${words.readOn} ${dates.day(accessedAt)}`,
    ].filter((part) => part !== '');
    return `- **${inlineText(source.name)}**: ${details.join(', ')}`;
  });
  const approval = claim.approval
    ? `, ${words.approvedBy} ${inlineText(claim.approval.by.name)} ${dates.zoned(claim.approval.at)}`
    : '';
  return [
    `### ${claim.number}. ${words.verdicts[claim.verdict]}${claim.status === 'approved' ? '' : ` (${words.statuses[claim.status].toLowerCase()})`}`,
    `> ${lineOfText(claim.exact)}`,
    rationaleMarkdown(claim.rationale),
    cites.length > 0 ? cites.join('\n') : words.noSources,
    ...remarksOf(claim, report, words).map(lineOfText),
    `${words.checkedBy} ${claim.authors.map(({ name }) => inlineText(name)).join(', ')}${approval}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
