import type { Report } from '@belegg/contract';
import { coverageInShort, withoutCheck } from './coverage';
import { remarksOf } from './remarks';
import { wordsFor, type ReportWords } from './words';

type Claim = Report['claims'][number];

/** Text that Markdown shows as it stands: characters that would format it, or begin HTML, are escaped. */
const escape = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>()#+!|~&-]/g, (character) => `\\${character}`).replace(/\n/g, ' ');

/** The report as Markdown (CommonMark). Rationales are Markdown already; HTML in them is shown as text. */
export function renderMarkdown(report: Report, sha256: string | undefined): string {
  const words = wordsFor(report.article.language);
  const { signOff } = report;
  const excluded = withoutCheck(report);
  return (
    [
      `# ${words.kicker}: ${escape(report.article.title)}`,
      report.kind === 'draft' ? `**${words.draft}.** ${words.draftNote}` : '',
      [
        `- ${words.article}: ${words.revision.toLowerCase()} ${report.revision.number}`,
        signOff ? `- ${words.signedBy}: ${escape(signOff.by.name)}, ${signOff.at}` : '',
        `- ${words.coverage}: ${coverageInShort(report, words)}`,
      ]
        .filter(Boolean)
        .join('\n'),
      `## ${words.claims}`,
      ...report.claims.map((claim) => renderClaim(claim, report, words)),
      excluded.length > 0
        ? `## ${words.notCheckable}\n\n${excluded.map(({ quote, reason }) => `- ${escape(quote)}${reason ? ` (${words.reasons[reason]})` : ''}`).join('\n')}`
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

function renderClaim(claim: Claim, report: Report, words: ReportWords): string {
  const sources = new Map(report.sources.map((source) => [source.id, source]));
  const cites = claim.citations.map(({ sourceId, stance, url, locator, quote, translation, accessedAt }) => {
    const source = sources.get(sourceId);
    const details = [
      words.stances[stance],
      source?.origin ? `${words.repeats} ${escape(source.origin.name)}` : '',
      quote === '' ? '' : `«${escape(quote)}»`,
      translation === '' ? '' : `«${escape(translation)}»`,
      escape(locator),
      url === undefined ? '' : `<${url.replace(/[<>\s]/g, encodeURIComponent)}>`,
      accessedAt === undefined ? '' : `${words.readOn} ${accessedAt}`,
    ].filter((part) => part !== '');
    return `- **${escape(source?.name ?? '')}**: ${details.join(', ')}`;
  });
  const approval = claim.approval ? `, ${words.approvedBy} ${escape(claim.approval.by.name)} ${claim.approval.at}` : '';
  return [
    `### ${claim.number}. ${words.verdicts[claim.verdict]}${claim.status === 'approved' ? '' : ` (${words.statuses[claim.status].toLowerCase()})`}`,
    `> ${escape(claim.exact)}`,
    claim.rationale.replace(/</g, '\\<'),
    cites.length > 0 ? cites.join('\n') : words.noSources,
    ...remarksOf(claim, report, words).map(escape),
    `${words.checkedBy} ${claim.authors.map(({ name }) => escape(name)).join(', ')}${approval}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
