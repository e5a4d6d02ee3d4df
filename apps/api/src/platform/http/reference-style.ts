/** The style of the reference for programs. */
export const referenceStyle = `
:root { color-scheme: light dark; --line: light-dark(#dedad0, #35363b); --quiet: light-dark(#5b5851, #a9a69d); }
* { box-sizing: border-box; }
html { scroll-padding-top: 16px; }
body { margin: 0; display: grid; grid-template-columns: 15rem minmax(0, 1fr);
  background: light-dark(#fbfaf6, #16171a); color: light-dark(#1d1c1a, #eceae4); font: 400 16px/1.55 system-ui, sans-serif; }
nav { position: sticky; top: 0; height: 100dvh; overflow: auto; padding: 20px; border-right: 1px solid var(--line); font-size: 14px; }
nav ul { list-style: none; margin: 4px 0 12px; padding: 0 0 0 12px; }
nav summary { font-weight: 600; margin-top: 8px; cursor: pointer; }
main { padding: 28px clamp(16px, 4vw, 56px) 80px; max-width: 64rem; }
h1, h2 { font-family: Georgia, serif; font-weight: 560; }
h2 { margin-top: 48px; padding-top: 16px; border-top: 1px solid var(--line); }
h3 { font-size: 17px; margin: 36px 0 4px; overflow-wrap: anywhere; }
h4 { font-size: 14px; margin: 14px 0 4px; color: var(--quiet); }
small { color: var(--quiet); }
code { font: 0.92em/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
a { color: light-dark(#20407a, #9db8ee); } :focus-visible { outline: 2px solid; outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; font-size: 14px; margin: 6px 0; }
th, td { text-align: left; vertical-align: top; padding: 5px 12px 5px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--quiet); font-weight: 500; } td:first-child { min-width: 7rem; width: 26%; }
@media (max-width: 760px) {
  body { grid-template-columns: minmax(0, 1fr); }
  nav { position: static; height: auto; max-height: 40dvh; border-right: 0; border-bottom: 1px solid var(--line); }
}
`;
