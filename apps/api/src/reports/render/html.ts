import type { Report } from '@belegg/contract';
import { renderArticle } from './article';
import { countSources } from './cited';
import { renderClaims } from './claims';
import { datesFor, type ReportDates } from './dates';
import { html, isolate, type Markup, nameOf } from './markup';
import { questionsIn } from './questions';
import { reportStyle, styleElement } from './style';
import { coverageInShort, stillOpen, withoutCheck } from './coverage';
import { changesInWords, leadOf, wordsFor, type ReportWords } from './words';

/**
 * The report as one document: no script, nothing fetched, prints well. `sha256` names the frozen report's JSON; `base`
 * is the origin of the server, where those who may can open the evidence.
 */
export function renderHtml(report: Report, sha256: string | undefined, base?: string): string {
  const words = wordsFor(report.article.language);
  const dates = datesFor(words.language);
  const { moment } = dates;
  const sources = countSources(report.sources);
  const byline = [
    isolate(report.newsroom.name),
    report.article.author && isolate(report.article.author),
    report.article.date && dates.day(report.article.date),
  ]
    .filter((part) => part)
    .join(' · ');
  return html`<!doctype html>
    <html lang="${words.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.kicker}: ${report.article.title}</title>
        <meta name="robots" content="noindex" />
        ${styleElement(reportStyle())}
      </head>
      <body>
        <main>
          <header>
            <div class="kick">${words.kicker}</div>
            <h1>${report.article.title}</h1>
            ${report.kind === 'draft' && html`<p class="watermark">${words.draft}. ${words.draftNote}</p>`}
            <p class="lead">${leadOf(report, words)}</p>
          </header>
          <dl class="facts">
            <div>
              <dt>${words.article}</dt>
              <dd>${words.revision} ${report.revision.number}</dd>
            </div>
            <div>
              <dt>${report.signOff ? words.signedBy : words.draft}</dt>
              <dd>
                ${report.signOff ? [nameOf(report.signOff.by.name), `, ${moment(report.signOff.at)}`] : moment(report.createdAt)}
              </dd>
            </div>
            <div>
              <dt>${words.coverage}</dt>
              <dd>${coverageInShort(report, words)}</dd>
            </div>
            <div>
              <dt>${words.sources}</dt>
              <dd>${sources}</dd>
            </div>
          </dl>
          ${renderSummary(report, words)}
          <section aria-labelledby="text">
            <h2 id="text">${words.article}</h2>
            <p class="n">${byline}</p>
            ${renderArticle(report)}
          </section>
          <section aria-labelledby="claims">
            <h2 id="claims">${words.claims}</h2>
            ${renderClaims(report, words, dates, base)}
          </section>
          ${renderExcluded(report, words)} ${renderOpen(report, words)} ${renderQuestions(report, words)}
          ${renderCorrections(report, words, dates)}
          ${renderLegend(report, words, sha256)}
        </main>
      </body>
    </html> `.source;
}

export function renderSummary({ verdicts, coverage }: Report, words: ReportWords): Markup {
  const parts = (['confirmed', 'disputed', 'denied'] as const)
    .map((verdict) => ({ verdict, count: verdicts[verdict] }))
    .filter(({ count }) => count > 0);
  const rest = coverage.byState.notCheckable ?? 0;
  const all = parts.reduce((sum, { count }) => sum + count, rest);
  const share = (count: number): number => Math.max(1, Math.round((100 * count) / all));
  return html`<div class="sum">
    <div class="bar" aria-hidden="true">
      ${parts.map(({ verdict, count }) => html`<i class="${verdict} w${share(count)}"></i>`)}${rest > 0 && html`<i class="rest w${share(rest)}"></i>`}
    </div>
    <ul>
      ${parts.map(({ verdict, count }) => html`<li><span class="verdict ${verdict}">${count} ${words.verdicts[verdict].toLowerCase()}</span></li>`)}${rest > 0 && html`<li>${rest} ${words.open.notCheckable}</li>`}
    </ul>
  </div>`;
}

/** What cannot be checked, with who said so and who agreed. */
export function renderExcluded(report: Report, words: ReportWords): Markup | false {
  const excluded = withoutCheck(report);
  if (excluded.length === 0) return false;
  return html`<section aria-labelledby="excluded">
    <h2 id="excluded">${words.notCheckable}</h2>
    <ul class="plain">
      ${excluded.map(
        ({ quote, state, reason, note, markedBy, confirmedBy }) =>
          html` <li>
            ${quote}<br /><span
              >${state === 'approvedInPart' && `${words.restOfSentence}: `}${reason && words.reasons[reason]}${note && `: ${note}`}${markedBy && confirmedBy && ` · ${words.confirmedByTwo(isolate(markedBy.name), isolate(confirmedBy.name))}`}</span
            >
          </li>`,
      )}
    </ul>
  </section>`;
}

/** In a draft, what is still to be done. */
function renderOpen(report: Report, words: ReportWords): Markup | false {
  const open = stillOpen(report);
  if (open.length === 0) return false;
  return html`<section aria-labelledby="open">
    <h2 id="open">${words.openSentences}</h2>
    <ul class="plain">
      ${open.map(({ quote, state }) => html` <li>${quote}<br /><span>${words.open[state]}</span></li>`)}
    </ul>
  </section>`;
}

/** In a draft, what somebody asked and nobody has judged. */
function renderQuestions(report: Report, words: ReportWords): Markup | false {
  const questions = questionsIn(report);
  if (questions.length === 0) return false;
  return html`<section aria-labelledby="questions">
    <h2 id="questions">${words.openQuestions}</h2>
    <ul class="plain">
      ${questions.map(({ exact, asked }) => html` <li>${exact}<br /><span>${asked}</span></li>`)}
    </ul>
  </section>`;
}

export function renderLegend(report: Report, words: ReportWords, sha256: string | undefined): Markup {
  return html`<section aria-labelledby="legend">
    <h2 id="legend">${words.howToRead}</h2>
    <div class="legend">
      ${(['confirmed', 'disputed', 'denied'] as const).map((verdict) => html`<div><span class="verdict ${verdict}">${words.verdicts[verdict]}</span> ${words.verdictMeanings[verdict]}</div>`)}
      <div>${words.statusLegend}</div>
      ${report.newsroom.contact !== '' && html`<div>${words.contact}: ${report.newsroom.contact}</div>`}
      <div>${words.textHash} <code>sha256 ${report.revision.sha256}</code></div>
      ${sha256 !== undefined && html`<div>${words.reportHash} <code>sha256 ${sha256}</code><br />${words.verify}</div>`}
    </div>
  </section>`;
}

export function renderCorrections({ corrections }: Report, words: ReportWords, dates: ReportDates): Markup | false {
  if (corrections.length === 0) return false;
  return html`<section aria-labelledby="corrections">
    <h2 id="corrections">${words.corrections}</h2>
    <ul class="plain">
      ${corrections
        .flatMap((correction) => changesInWords(correction, words, dates))
        .map(([passage, change]) => html` <li>${passage}<br /><span>${change}</span></li>`)}
    </ul>
  </section>`;
}
