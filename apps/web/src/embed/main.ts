import type { PublicClaims } from '@belegg/contract';
import { Card } from './card';
import { findClaims } from './find-claims';
import { markClaims } from './mark-claims';
import { PageText } from './page-text';

/**
 * Shows the claims of a published report on the newsroom's own page. `data-report`: the report's public address, on the
 * server that this script comes from. `data-in`: a selector of the element that holds the article. Tells the page
 * afterwards, by the event `belegg` on the document, the numbers of the claims that are `shown` and `lost`.
 */
async function show(script: HTMLScriptElement): Promise<void> {
  const report = new URL(script.dataset['report'] ?? '', script.src);
  if (report.origin !== new URL(script.src).origin) return;
  const answer = await fetch(`${report.origin}${report.pathname}/claims.json`, { credentials: 'omit' });
  if (!answer.ok) return;
  const claims = (await answer.json()) as PublicClaims;
  const root = document.querySelector(script.dataset['in'] ?? 'article, main') ?? document.body;
  const { found, lost } = findClaims(new PageText(root), claims.claims);
  if (markClaims(found).length > 0) new Card(document, claims);
  const detail = { shown: found.map(({ claim }) => claim.number), lost: lost.map(({ number }) => number) };
  document.dispatchEvent(new CustomEvent('belegg', { detail }));
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  // A page without the claims is as good as it was before.
  const start = (): void => void show(script).catch(() => undefined);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
  else start();
}
