import type { Problem } from '@belegg/contract';
import { createHash } from 'node:crypto';
import type { UiLanguage } from '../messages/messages';
import { escapeHtml } from './escape-html';

const style = `
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100dvh; display: grid; place-content: center; padding: 24px;
  background: light-dark(#fbfaf6, #16171a); color: light-dark(#1d1c1a, #eceae4); font: 400 17px/1.55 system-ui, sans-serif; }
main { max-width: 34rem; } h1 { font: 560 34px/1.15 Georgia, serif; margin: 0 0 12px; }
p { margin: 0 0 16px; overflow-wrap: anywhere; } small { color: light-dark(#5b5851, #a9a69d); }
a { color: light-dark(#20407a, #9db8ee); } a:focus-visible { outline: 2px solid; outline-offset: 2px; }
`;

const policy =
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; ` +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const words: Readonly<Record<UiLanguage, { readonly home: string; readonly report: readonly [string, string] }>> = {
  nb: {
    home: 'Til Belegg',
    report: ['Rapporten er ikke her', 'Lenken er feil, eller redaksjonen har tatt rapporten ned.'],
  },
  en: {
    home: 'To Belegg',
    report: ['The report is not here', 'The link is wrong, or the newsroom has taken the report down.'],
  },
};

/**
 * Whether an `Accept` (RFC 9110, 12.5.1) asks for a page rather than for data: a browser that was led to an address.
 */
export function wantsPage(accept = ''): boolean {
  const weights = new Map(
    accept.split(',').map((part) => {
      const [type = '', ...parameters] = part.trim().split(';');
      const q = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((value) => value !== undefined);
      return [type.toLowerCase(), q === undefined ? 1 : Number(q)];
    }),
  );
  const page = weights.get('text/html') ?? 0;
  return page > 0 && ['application/json', 'application/problem+json'].every((type) => (weights.get(type) ?? 0) < page);
}

/** A problem as a page that needs nothing but itself, and the headers that go with it. */
export function renderProblemPage(
  { code, title, detail, status, instance }: Problem,
  language: UiLanguage,
  path: string,
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const { home, report } = words[language];
  const isReport = code === 'not-found' && path.startsWith('/p/');
  const [heading, said] = isReport ? report : [title, detail];
  const body = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${escapeHtml(heading)}</title><style>${style}</style></head>
<body><main><h1>${escapeHtml(heading)}</h1><p>${escapeHtml(said)}</p>
<p><a href="/">${escapeHtml(home)}</a></p><small>${status} · ${escapeHtml(instance ?? '')}</small></main></body>
</html>
`;
  return { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }, body };
}
