import type { PublicClaims } from '@belegg/contract';
import { claimsAt } from './mark-claims';

const words = {
  nb: { more: 'Se hva det bygger på', close: 'Lukk', by: 'Faktasjekk' },
  nn: { more: 'Sjå kva det byggjer på', close: 'Lukk', by: 'Faktasjekk' },
  en: { more: 'See what it rests on', close: 'Close', by: 'Fact check' },
} as const;

const pageStyle = `
mark.belegg-claim { color: inherit; background: none; cursor: pointer; text-decoration: underline 2px; text-underline-offset: .2em; text-decoration-skip-ink: none; }
mark.belegg-claim:focus-visible { outline: 2px solid; outline-offset: 2px; }
mark.belegg-confirmed { text-decoration-color: light-dark(#0f6e4f, #5fcf9f); text-decoration-style: solid; }
mark.belegg-denied { text-decoration-color: light-dark(#a8232b, #ff8f8a); text-decoration-style: double; }
mark.belegg-disputed { text-decoration-color: light-dark(#8a5200, #efb352); text-decoration-style: dashed; }
`;
const cardStyle = `
[role=dialog] { position: fixed; z-index: 2147483000; box-sizing: border-box; width: max-content; max-width: min(360px, calc(100vw - 24px)); max-height: 60vh; overflow: auto; padding: 14px 16px;
  color-scheme: light dark; background: light-dark(#fff, #1d1e22); color: light-dark(#1d1c1a, #eceae4); border: 1px solid light-dark(#cfc9bb, #454950); border-radius: 8px; box-shadow: 0 8px 28px rgb(0 0 0 / .18); font: 16px/1.5 system-ui, sans-serif; }
p { margin: 0 0 8px; overflow-wrap: anywhere; } b { font-weight: 650; } small { opacity: .75; }
a { color: light-dark(#20407a, #9db8ee); } button { float: right; margin: -6px -8px 0 8px; border: 0; background: none; color: inherit; font: inherit; font-size: 22px; line-height: 1; padding: 6px 8px; cursor: pointer; }
a:focus-visible, button:focus-visible { outline: 2px solid; outline-offset: 2px; }
`;

const sheet = (css: string): CSSStyleSheet => {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
};

/**
 * The card that says what was found of a claim, with the way to the report. It stands apart from the page's own styles.
 */
export class Card {
  private readonly host: HTMLElement;
  private readonly root: ShadowRoot;
  private from: HTMLElement | undefined;

  constructor(
    private readonly page: Document,
    private readonly report: PublicClaims,
  ) {
    page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet(pageStyle)];
    this.host = page.createElement('div');
    this.host.className = 'belegg-card';
    this.root = this.host.attachShadow({ mode: 'open' });
    this.root.adoptedStyleSheets = [sheet(cardStyle)];
    page.body.append(this.host);
    page.addEventListener('click', (event) => this.onClick(event));
    page.addEventListener('keydown', (event) => this.onKey(event));
    page.defaultView?.addEventListener('scroll', () => this.close(), { passive: true });
  }

  private onClick(event: MouseEvent): void {
    if (event.composedPath().includes(this.host)) return;
    const mark = (event.target as Element).closest<HTMLElement>('mark.belegg-claim');
    if (mark && !mark.closest('a, button')) this.open(mark);
    else this.close();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.from) {
      const { from } = this;
      this.close();
      from.focus();
    }
    const mark = event.target as HTMLElement;
    if ((event.key === 'Enter' || event.key === ' ') && mark.matches('mark.belegg-claim')) {
      event.preventDefault();
      this.open(mark);
    }
  }

  private open(mark: HTMLElement): void {
    this.close();
    this.from = mark;
    const { more, close, by } = words[this.report.language];
    const card = this.make('div', '');
    card.setAttribute('role', 'dialog');
    card.lang = this.report.language;
    const shut = this.make('button', '×');
    shut.setAttribute('aria-label', close);
    shut.addEventListener('click', () => {
      this.close();
      mark.focus();
    });
    card.append(shut);
    for (const { label, summary, url } of claimsAt(mark)) {
      const verdict = this.make('p', '');
      verdict.append(this.make('b', label));
      const link = Object.assign(this.page.createElement('a'), { href: url, textContent: more });
      const way = this.make('p', '');
      way.append(link);
      card.append(verdict, ...(summary === '' ? [] : [this.make('p', summary)]), way);
    }
    card.append(this.make('small', `${by}: ${this.report.newsroom}`));
    card.setAttribute('aria-label', `${by}: ${claimsAt(mark)[0]?.label ?? ''}`);
    this.root.append(card);
    this.place(card, mark.getBoundingClientRect());
    shut.focus();
  }

  /** Below the words, or above them where there is no room. */
  private place(card: HTMLElement, words: DOMRect): void {
    const { innerWidth = 0, innerHeight = 0 } = this.page.defaultView ?? {};
    const { width, height } = card.getBoundingClientRect();
    const below = words.bottom + 8;
    const top = below + height <= innerHeight ? below : Math.max(8, words.top - height - 8);
    card.style.top = `${top}px`;
    card.style.left = `${Math.max(12, Math.min(words.left, innerWidth - width - 12))}px`;
  }

  private close(): void {
    this.from = undefined;
    this.root.replaceChildren();
  }

  private make(tag: string, text: string): HTMLElement {
    return Object.assign(this.page.createElement(tag), { textContent: text });
  }
}
