import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Markup } from './markup';

const font = (file: string): string =>
  readFileSync(fileURLToPath(import.meta.resolve(`@fontsource-variable/${file}`))).toString('base64');

/** Shares of a bar, in hundredths. A style in an attribute would need a policy that lets all of them in. */
const shares = Array.from({ length: 101 }, (_, share) => `.w${share} { flex: ${share}; }`).join(' ');

let sheet: string | undefined;

/** The style sheet of the report, with its two fonts inside, so that the document needs nothing but itself. */
export const reportStyle = (): string =>
  (sheet ??= `
@font-face { font-family: Newsreader; src: url(data:font/woff2;base64,${font('newsreader/files/newsreader-latin-wght-normal.woff2')}) format("woff2"); font-weight: 200 800; }
@font-face { font-family: "Source Sans 3"; src: url(data:font/woff2;base64,${font('source-sans-3/files/source-sans-3-latin-wght-normal.woff2')}) format("woff2"); font-weight: 200 900; }
:root { color-scheme: light dark; --paper: light-dark(#fbfaf6, #16171a); --ink: light-dark(#1d1c1a, #eceae4); --ink-2: light-dark(#5b5851, #a9a69d); --ink-3: light-dark(#6f6b63, #918e86);
  --line: light-dark(#e4e0d6, #303338); --line-2: light-dark(#cfc9bb, #454950); --accent: light-dark(#20407a, #9db8ee);
  --confirmed: light-dark(#0f6e4f, #5fcf9f); --denied: light-dark(#a8232b, #ff8f8a); --disputed: light-dark(#8a5200, #efb352);
  --serif: Newsreader, Georgia, serif; --sans: "Source Sans 3", system-ui, sans-serif; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 15px/1.5 var(--sans); -webkit-font-smoothing: antialiased; }
main { max-width: 860px; margin: 0 auto; padding: 56px 32px 80px; }
a { color: var(--accent); } a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
h1 { font: 560 44px/1.1 var(--serif); letter-spacing: -.018em; margin: 6px 0 16px; text-wrap: balance; overflow-wrap: anywhere; }
h2 { font: 600 25px/1.25 var(--serif); margin: 48px 0 8px; break-after: avoid; }
.kick { font-weight: 650; color: var(--accent); } .lead { font: 400 20px/1.55 var(--serif); margin: 0 0 26px; max-width: 62ch; }
.watermark { border: 1px solid var(--disputed); color: var(--disputed); border-radius: 6px; padding: 10px 14px; margin: 0 0 28px; font-weight: 600; }
dl.facts { display: grid; grid-template-columns: repeat(4, 1fr); border-block: 1px solid var(--line-2); margin: 0 0 32px; } dl.facts div { padding: 12px 14px 12px 0; min-width: 0; }
dt { font-size: 13px; color: var(--ink-2); } dd { margin: 0; font-weight: 650; overflow-wrap: anywhere; }
.sum .bar { display: flex; gap: 3px; height: 12px; } .sum .bar i { background: var(--v); border-radius: 2px; min-width: 2px; } .sum ul { margin: 8px 0 0; padding: 0; list-style: none; display: flex; gap: 6px 22px; flex-wrap: wrap; }
.confirmed { --v: var(--confirmed); --u: solid; } .denied { --v: var(--denied); --u: double; } .disputed { --v: var(--disputed); --u: dashed; } .rest { --v: var(--line-2); }
.verdict { color: var(--v); font-weight: 650; } .verdict::before { content: "✓\\a0"; } .verdict.denied::before { content: "✕\\a0"; } .verdict.disputed::before { content: "≈\\a0"; }
mark { color: inherit; background: none; text-decoration: underline var(--u) 2px var(--v); text-underline-offset: 4px; text-decoration-skip-ink: none; border-radius: 2px; }
mark.submitted { background: color-mix(in oklab, var(--v) 9%, transparent); } mark.approved { background: color-mix(in oklab, var(--v) 19%, transparent); }
mark.lapsed { background: repeating-linear-gradient(135deg, color-mix(in oklab, var(--v) 20%, transparent) 0 2px, transparent 2px 7px); } mark.returned { outline: 1px dotted var(--v); }
.text { font: 400 19px/1.66 var(--serif); border-block: 1px solid var(--line-2); padding: 18px 0; margin-top: 20px; overflow-wrap: anywhere; } .text p, .text blockquote { margin: 0 0 18px; max-width: 66ch; } .text h3 { font: 600 22px/1.3 var(--serif); margin: 26px 0 8px; }
.text blockquote { padding-left: 18px; border-left: 2px solid var(--line-2); } .text .listItem { padding-left: 20px; } .text .listItem::before { content: "•"; margin-left: -16px; padding-right: 9px; color: var(--ink-3); } .text .aside { color: var(--ink-2); font-size: 17px; }
.text .na { color: var(--ink-3); } .text sup { font: 600 11px/1 var(--sans); } .text sup a { text-decoration: none; padding: 4px 2px; }
.claim { border-top: 1px solid var(--line-2); padding: 22px 0 8px; display: grid; grid-template-columns: 132px minmax(0, 1fr); gap: 24px; break-inside: avoid; overflow-wrap: anywhere; } .claim:target { background: color-mix(in oklab, var(--accent) 7%, transparent); }
.claim blockquote { margin: 0 0 10px; font: 450 21px/1.45 var(--serif); } .claim p { margin: 0 0 12px; max-width: 62ch; } .claim ol.cites { margin: 0 0 12px; padding: 0; list-style: none; font-size: 14px; }
.cites li { padding: 7px 0; border-top: 1px dotted var(--line-2); display: grid; grid-template-columns: 1fr auto; gap: 2px 16px; } .cites li > span { color: var(--ink-2); } .cites li > span:not(.wide):nth-child(even) { text-align: right; } .cites .wide { grid-column: 1 / -1; } .cites q { font: 400 16px/1.4 var(--serif); quotes: "«" "»"; }
.claim small, .n { color: var(--ink-3); font-size: 13px; } .plain { padding: 0; list-style: none; } .plain li { padding: 8px 0; border-top: 1px solid var(--line); } .plain span { color: var(--ink-2); font-size: 14px; }
.legend { font-size: 14px; color: var(--ink-2); display: grid; gap: 6px; } code { font: 12px/1.5 ui-monospace, monospace; color: var(--ink-2); overflow-wrap: anywhere; }
@media (max-width: 700px) { main { padding: 28px 18px; } h1 { font-size: 32px; } dl.facts { grid-template-columns: 1fr 1fr; } .claim { grid-template-columns: 1fr; gap: 8px; } }
@media print { :root { color-scheme: light; } body { background: #fff; font-size: 11pt; } main { padding: 0; max-width: none; } .text { font-size: 12.5pt; } a { color: inherit; } mark, .bar i { print-color-adjust: exact; -webkit-print-color-adjust: exact; } @page { margin: 18mm 16mm; } }
${shares}`);

/** A style sheet in its element, exactly as its hash was made. */
export const styleElement = (css: string): Markup => new Markup(`<style>${css}</style>`);

/** What a policy names a style sheet by: its SHA-256, in Base64. */
export const styleHash = (css: string): string => createHash('sha256').update(css).digest('base64');
