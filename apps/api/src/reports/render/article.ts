import type { Report } from '@belegg/contract';
import { CodePointText, runsOf, type Run } from '@belegg/domain';
import { html, type Markup } from './markup';

type Claim = Report['claims'][number];
type Shown = Claim & { readonly id: string; readonly start: number; readonly end: number };

/** The article with its highlights, as flat runs; the number after a passage leads to its claim. */
export function renderArticle(report: Report): Markup {
  const text = new CodePointText(report.revision.text);
  const claims = report.claims.flatMap((claim): Shown[] => (claim.range ? [{ ...claim, id: claim.annotationId, ...claim.range }] : []));
  const blocks = report.revision.blocks.map((block) => {
    const touching = claims.filter(({ start, end }) => start < block.end && end > block.start);
    const marks = report.revision.marks.filter(({ start, end }) => start < block.end && end > block.start);
    const body = runsOf(block, touching, marks).map((run) => renderRun(run, text));
    if (block.kind === 'heading') return html`<h3>${body}</h3>`;
    if (block.kind === 'quote') return html`<blockquote>${body}</blockquote>`;
    return html`<p class="${block.kind}">${body}</p>`;
  });
  return html`<div class="text">${blocks}</div>`;
}

function renderRun({ start, end, annotations, marks }: Run<Shown>, text: CodePointText): Markup {
  let inner = html`${text.slice(start, end)}`;
  for (const { kind, href } of marks) {
    if (kind === 'strong') inner = html`<strong>${inner}</strong>`;
    else if (kind === 'em') inner = html`<em>${inner}</em>`;
    else if (href !== undefined && /^(https?|mailto):/i.test(href)) inner = html`<a href="${href}" rel="noopener noreferrer">${inner}</a>`;
  }
  const top = annotations.at(-1);
  if (!top) return inner;
  const ending = annotations.filter((claim) => claim.end === end);
  const numbers = ending.map(({ number }) => html`<sup><a href="#claim-${number}">${number}</a></sup>`);
  return html`<mark class="${top.verdict} ${top.status}">${inner}</mark>${numbers}`;
}
