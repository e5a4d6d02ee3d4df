import type { Report } from '@belegg/contract';
import { citedIn, type Cited } from './cited';
import type { ReportDates } from './dates';
import { html, nameOf, type Markup } from './markup';
import { renderRationale } from './rationale';
import { remarksOf } from './remarks';
import type { ReportWords } from './words';

type Claim = Report['claims'][number];
type Citation = Claim['citations'][number];

/** A card for each claim: what was said, the verdict and why, on what sources, who checked and who approved. */
export function renderClaims(report: Report, words: ReportWords, dates: ReportDates, base?: string): Markup {
  const sourceOf = citedIn(report.sources);
  return html`${report.claims.map(
    (claim) =>
      html` <section class="claim" id="claim-${claim.number}">
        <div>
          <span class="verdict ${claim.verdict}">${words.verdicts[claim.verdict]}</span>
          <div class="n">${words.claim} ${claim.number}</div>
          ${claim.status !== 'approved' && html`<div class="n">${words.statuses[claim.status]}</div>`}
        </div>
        <div>
          <blockquote><mark class="${claim.verdict} ${claim.status}">${claim.exact}</mark></blockquote>
          ${claim.anchor === 'orphaned' && html`<p class="n">${words.orphaned}</p>`} ${renderRationale(claim.rationale)}
          ${
            claim.citations.length === 0
              ? html`<p class="n">${words.noSources}</p>`
              : html`<ol class="cites">
                  ${claim.citations.map((citation) => renderCitation(citation, sourceOf(citation), words, dates, base))}
                </ol>`
          }
          ${remarksOf(claim, report, words).map((remark) => html`<p class="n">${remark}</p>`)}
          ${claim.steps.filter(({ comment }) => comment !== '').map(({ by, at, comment }) => html`<p class="n">${nameOf(by.name)}, ${dates.moment(at)}: ${comment}</p>`)}
          <small
            >${claim.supporting > 0 && `${words.support(claim.supporting, claim.independent)} `}${words.checkedBy}
            ${claim.authors.map(({ name }, at) => [at > 0 && ', ', nameOf(name)])}${
              claim.approval && [
                ` · ${words.approvedBy} `,
                nameOf(claim.approval.by.name),
                `, ${dates.moment(claim.approval.at)} ${words.onRevision} ${claim.approval.articleRevision}`,
              ]
            }</small
          >
        </div>
      </section>`,
  )}`;
}

function renderCitation(
  citation: Citation,
  source: Cited,
  words: ReportWords,
  dates: ReportDates,
  base: string | undefined,
): Markup {
  const { url, locator, quote, quoteLanguage, translation, accessedAt, evidence } = citation;
  return html`<li>
    <b>${nameOf(source.name)}</b><span>${words.stances[citation.stance]}</span>
    ${source.kind && html`<span class="wide">${words.kinds[source.kind]}${source.repeats !== undefined && [` · ${words.repeats} `, nameOf(source.repeats)]}${source.isChanged && ` · ${words.sourceChanged}`}</span>`}
    ${quote !== '' && html`<span class="wide"><q${quoteLanguage !== undefined && html` lang="${quoteLanguage}"`}>${quote}</q></span>`}
    ${translation !== '' && html`<span class="wide"><q>${translation}</q>${quoteLanguage !== undefined && ` (${words.translated} ${quoteLanguage})`}</span>`}
    ${(locator !== '' || url !== undefined) && html`<span>${locator} ${url !== undefined && html`<a href="${url}" rel="noopener noreferrer">${url}</a>`}</span>`}
    ${accessedAt !== undefined && html`<span>${words.readOn} ${dates.day(accessedAt)}</span>`}
    ${evidence !== undefined && html`<span class="wide">${evidenceLink(words.evidence, evidence, base)} <code>sha256 ${evidence}</code></span>`}
  </li>`;
}

/** Without a server to ask, as on a public page, the hash alone says what was seen. */
const evidenceLink = (word: string, sha256: string, base: string | undefined): Markup | string =>
  base === undefined ? word : html`<a href="${base}/api/evidence/${sha256}" target="_blank" rel="noopener">${word}</a>`;
