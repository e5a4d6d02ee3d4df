import type { Report } from '@belegg/contract';
import { layOutArticle, type LayoutRun } from './layout';
import { html, type Markup } from './markup';

/** The article with its highlights; the number after a passage leads to its claim. */
export function renderArticle(report: Report): Markup {
  const blocks = layOutArticle(report).map(({ kind, runs }) => {
    const body = runs.map(renderRun);
    if (kind === 'heading') return html`<h3>${body}</h3>`;
    if (kind === 'quote') return html`<blockquote>${body}</blockquote>`;
    return html`<p class="${kind}">${body}</p>`;
  });
  return html`<div class="text">${blocks}</div>`;
}

function renderRun({ text, strong, em, href, claim, ending }: LayoutRun): Markup {
  let inner = html`${text}`;
  if (strong) inner = html`<strong>${inner}</strong>`;
  if (em) inner = html`<em>${inner}</em>`;
  if (href !== undefined) inner = html`<a href="${href}" rel="noopener noreferrer">${inner}</a>`;
  if (!claim) return inner;
  const numbers = ending.map((number) => html`<sup><a href="#claim-${number}">${number}</a></sup>`);
  return html`<mark class="${claim.verdict} ${claim.status}">${inner}</mark>${numbers}`;
}
