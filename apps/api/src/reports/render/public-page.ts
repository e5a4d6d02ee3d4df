import type { Report } from '@belegg/contract';
import type { Published } from '../publication.repository';
import { renderClaimReviews } from './claim-review';
import { renderClaims } from './claims';
import { datesFor, type ReportDates } from './dates';
import { renderCorrections, renderExcluded, renderLegend, renderSummary } from './html';
import { layOutArticle, type LayoutRun } from './layout';
import { html, isolate, Markup, nameOf } from './markup';
import { reportStyle, styleElement } from './style';
import { leadOf, wordsFor, type ReportWords } from './words';

type Claim = Report['claims'][number];

interface PublicPage {
  readonly sha256: string;
  readonly base: string;
  /** Where the page stands. */
  readonly address: string;
  readonly published: Pick<Published, 'newsroomId' | 'listed' | 'articleUrl' | 'homepage' | 'logo' | 'hasPolicy'>;
}

const pageStyle = `
.text a.c { color: inherit; text-decoration: none; position: relative; cursor: pointer; } .text a.c:hover mark, .text a.c:focus mark { background: color-mix(in oklab, var(--v) 32%, transparent); }
.tip { position: absolute; left: 0; top: calc(100% + 6px); z-index: 2; width: max-content; max-width: min(340px, 80vw); padding: 10px 14px; border: 1px solid var(--line-2); border-radius: 6px; background: var(--paper); box-shadow: 0 6px 24px rgb(0 0 0 / .12);
  font: 400 14px/1.45 var(--sans); color: var(--ink); visibility: hidden; opacity: 0; transition: opacity .12s; } .c:hover .tip, .c:focus .tip { visibility: visible; opacity: 1; }
.correction { border-left: 3px solid var(--accent); padding: 2px 0 2px 14px; margin: 0 0 26px; } .back { font-size: 13px; }
@media (hover: none) { .tip { display: none; } } @media (prefers-reduced-motion: reduce) { .tip { transition: none; } } @media print { .tip, .back { display: none; } }
`;

/** The style sheet of the page for readers. */
export const publicStyle = (): string => reportStyle() + pageStyle;

/**
 * The page for readers: the annotated article, a verdict on hover and focus, the whole claim on a click or tap. Needs
 * no script. Where search engines may find it, it carries its ClaimReviews as JSON-LD.
 * @param report as the public profile shows it
 */
export function renderPublicPage(report: Report, { sha256, base, address, published }: PublicPage): string {
  const words = wordsFor(report.article.language);
  const dates = datesFor(words.language);
  const lead = leadOf(report, words);
  const { article, newsroom, signOff } = report;
  const { articleUrl, homepage, logo } = published;
  const reviews = renderClaimReviews(report, { base, page: address, article: articleUrl, homepage, logo });
  const oembed = `${base}/oembed?url=${encodeURIComponent(address)}`;
  return html`<!doctype html>
    <html lang="${words.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.kicker}: ${article.title}</title>
        <meta name="description" content="${lead}" />
        <link rel="canonical" href="${address}" />
        <meta property="og:type" content="article" />
        <meta property="og:title" content="${words.kicker}: ${article.title}" />
        <meta property="og:description" content="${lead}" />
        <meta property="og:url" content="${address}" />
        <meta property="og:site_name" content="${newsroom.name}" />
        <meta property="og:locale" content="${words.language === 'en' ? 'en_GB' : 'nb_NO'}" />
        ${styleElement(publicStyle())}
        <link rel="alternate" type="application/json+oembed" href="${oembed}" title="${article.title}" />
        ${published.listed && renderData(reviews)}
      </head>
      <body>
        <main>
          <header>
            <div class="kick">${words.kicker}</div>
            <h1>${article.title}</h1>
            <p class="lead">${lead}</p>
          </header>
          ${renderNotice(report, words, dates)} ${renderSummary(report, words)}
          <section aria-labelledby="text">
            <h2 id="text">${words.article}</h2>
            <p class="n">
              ${renderNewsroom(newsroom.name, homepage)}${[article.author && isolate(article.author), article.date && dates.day(article.date)].filter((part) => part).map((part) => ` · ${part}`)}${articleUrl !== '' && html` · <a href="${articleUrl}">${words.toArticle}</a>`}
            </p>
            ${renderText(report, words)}
          </section>
          <section aria-labelledby="claims">
            <h2 id="claims">${words.claims}</h2>
            ${renderClaims(report, words, dates)}
          </section>
          ${renderExcluded(report, words)} ${renderCorrections(report, words, dates)}
          ${renderLegend(report, words, sha256)}
          <p class="n">
            ${signOff && [`${words.signedBy} `, nameOf(signOff.by.name), `, ${dates.moment(signOff.at)}.`]}
          </p>
          ${renderFoot(published, base, words)}
        </main>
      </body>
    </html> `.source;
}

const renderData = (value: unknown): Markup =>
  html`<script type="application/ld+json">
    ${new Markup(JSON.stringify(value).replaceAll('<', '\\u003c'))}
  </script>`;

const renderNewsroom = (name: string, homepage: string): Markup =>
  homepage === '' ? html`${isolate(name)}` : html`<a href="${homepage}">${nameOf(name)}</a>`;

/** The ways on from a report: to those that its newsroom lists beside it, and to how it corrects itself. */
function renderFoot(
  { newsroomId, listed, hasPolicy }: PublicPage['published'],
  base: string,
  words: ReportWords,
): Markup | false {
  const index = `${base}/n/${newsroomId}`;
  if (!listed && !hasPolicy) return false;
  return html`<p class="n">
    ${listed && html`<a href="${index}">${words.allReports}</a>`}${listed && hasPolicy && ' · '}${hasPolicy && html`<a href="${index}/corrections">${words.correctionsPolicy}</a>`}
  </p>`;
}

/** That the report was corrected, above everything else, with a way to what changed. */
function renderNotice({ corrections }: Report, words: ReportWords, dates: ReportDates): Markup | false {
  const latest = corrections.at(-1);
  if (!latest) return false;
  return html`<p class="correction">
    <a href="#corrections">${words.corrections}</a>, ${words.sinceSignOff(latest.since, dates.moment(latest.sinceAt))}.
  </p>`;
}

function renderText(report: Report, words: ReportWords): Markup {
  const claims = new Map(report.claims.map((claim) => [claim.number, claim]));
  return html`<div class="text">
    ${layOutArticle(report).map(({ kind, runs }) => {
      const body = runs.map((run) => renderRun(run, claims, words));
      if (kind === 'heading') return html`<h3>${body}</h3>`;
      return kind === 'quote' ? html`<blockquote>${body}</blockquote>` : html`<p class="${kind}">${body}</p>`;
    })}
  </div>`;
}

function renderRun(
  { text, strong, em, claim, numbers }: LayoutRun,
  claims: ReadonlyMap<number, Claim>,
  words: ReportWords,
): Markup {
  let inner = html`${text}`;
  if (strong) inner = html`<strong>${inner}</strong>`;
  if (em) inner = html`<em>${inner}</em>`;
  const top = claims.get(numbers.at(-1) ?? 0);
  if (!claim || !top) return inner;
  return html`<a class="c ${claim.verdict}" href="#claim-${top.number}"
    ><mark class="${claim.verdict} ${claim.status}">${inner}</mark
    ><span class="tip" role="note"
      ><span class="verdict ${claim.verdict}">${words.verdicts[claim.verdict]}</span><br />${summaryOf(top)}</span
    ></a
  >`;
}

/** The first words of a rationale, without its formatting. */
function summaryOf({ rationale }: Claim): string {
  const plain = rationale
    .replace(/[*_`>#]|\]\([^)]*\)|\[/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > 180 ? `${plain.slice(0, 180).replace(/\s\S*$/, '')} …` : plain;
}
