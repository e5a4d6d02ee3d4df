import type { HtmlElement } from './html-tree';

/**
 * What a look says about words: that they are hidden, struck, or stand off the line, where figures say something else.
 */
export interface Look {
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly position: 'above' | 'below' | undefined;
}

const hidden = /(?:^|[;{])\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)\b/i;
const struck = /(?:^|[;{])\s*text-decoration(?:-line)?\s*:[^;]*line-through/i;
const raised = /(?:^|[;{])\s*(?:vertical-align\s*:\s*(super|sub)\b|mso-text-raise\s*:\s*(-?\d))/i;
const telling = /display|visibility|mso-hide|line-through|vertical-align|mso-text-raise/i;

/** UTF-16 units of style sheets that are read; no article needs more. */
const longestSheet = 1_000_000;
const simple = /^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$/i;

/**
 * The looks of a page: of the elements' own styles, and of simple rules (`.c5`, `span.c5`, `#a`) in its style sheets.
 */
export class Looks {
  private readonly rules = new Map<string, string>();

  /** @param sheet the text of all its style sheets */
  constructor(sheet: string) {
    for (const [selectors, declarations] of rulesOf(sheet.slice(0, longestSheet))) {
      if (!telling.test(declarations)) continue;
      for (const selector of selectors.split(',').map((one) => one.trim()))
        if (selector !== '' && simple.test(selector))
          this.rules.set(selector, `${this.rules.get(selector) ?? ''};${declarations}`);
    }
  }

  static of(root: HtmlElement): Looks {
    const sheets: string[] = [];
    const walk = ({ name, children }: HtmlElement): void => {
      for (const child of children) {
        if (typeof child !== 'string') walk(child);
        else if (name === 'style') sheets.push(child);
      }
    };
    walk(root);
    return new Looks(sheets.join('\n'));
  }

  of(name: string, { style = '', class: classes = '', id = '' }: Readonly<Record<string, string>>): Look {
    const css = this.rules.size === 0 ? style : `${this.ruled(name, classes, id)};${style}`;
    if (!telling.test(css)) return plain;
    const [, align, by] = raised.exec(css) ?? [];
    return {
      hidden: hidden.test(css),
      struck: struck.test(css),
      position:
        align?.toLowerCase() === 'super' || Number(by) > 0 ? 'above' : align || Number(by) < 0 ? 'below' : undefined,
    };
  }

  private ruled(name: string, classes: string, id: string): string {
    const marks = [
      ...classes
        .split(/\s+/)
        .filter((one) => one !== '')
        .map((one) => `.${one}`),
      ...(id === '' ? [] : [`#${id}`]),
    ];
    return [name, ...marks, ...marks.map((mark) => name + mark)].map((one) => this.rules.get(one) ?? '').join(';');
  }
}

const plain: Look = { hidden: false, struck: false, position: undefined };

/** Rules outside of blocks such as `@media print`, in the time of one walk. */
function* rulesOf(sheet: string): Generator<readonly [selectors: string, declarations: string]> {
  const [first = '', ...behind] = sheet.split('/*');
  const css =
    first + behind.map((part) => part.slice(part.includes('*/') ? part.indexOf('*/') + 2 : part.length)).join(' ');
  let depth = 0;
  let from = 0;
  let selectors = '';
  for (const { 0: sign, index } of css.matchAll(/[{};]/g)) {
    if (sign === '{') {
      if (depth === 0) selectors = css.slice(from, index).trim();
      depth += 1;
    } else if (sign === '}') {
      depth = Math.max(0, depth - 1);
      if (depth === 0 && !selectors.startsWith('@')) yield [selectors, css.slice(from, index)];
    }
    if (sign !== ';' || depth === 0) from = index + 1;
  }
}
