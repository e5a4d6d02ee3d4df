import { Looks } from '../html-looks';
import { isInline } from '../html-tree';

/** What is used of an element of the DOM. */
interface PageElement {
  readonly localName: string;
  readonly textContent: string | null;
  readonly children: Iterable<PageElement>;
  readonly childNodes: Iterable<unknown>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  append(...nodes: unknown[]): void;
  replaceWith(node: PageElement): void;
  remove(): void;
}
export interface PageDocument {
  querySelectorAll(selector: string): Iterable<PageElement>;
  createElement(name: string): PageElement;
}

const longestCell = 300;
const structure = ['table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'article', 'section', 'ul', 'ol', 'blockquote'];
const structured = structure.map((name) => `td ${name}`).join(',');

/**
 * Makes a page ready for the search of its article, which forgets all styles and takes each table for one of data:
 * hidden parts are gone, looks that change what words say become elements, and tables that lay the page out become
 * divisions.
 */
export function prepare(document: PageDocument): void {
  const sheets = Array.from(document.querySelectorAll('style'), ({ textContent }) => textContent ?? '');
  const looks = new Looks(sheets.join('\n'));
  const wrap = (element: PageElement, name: string): void => {
    const wrapper = document.createElement(name);
    wrapper.append(...Array.from(element.childNodes));
    element.append(wrapper);
  };
  for (const element of Array.from(document.querySelectorAll('[style], [class], [id]'))) {
    const name = element.localName;
    const attribute = (one: string) => element.getAttribute(one) ?? '';
    const look = looks.of(name, { style: attribute('style'), class: attribute('class'), id: attribute('id') });
    if (look.hidden && name !== 'html' && name !== 'body') element.remove();
    else if (look.struck) wrap(element, 's');
    else if (look.position && isInline(name)) wrap(element, look.position === 'above' ? 'sup' : 'sub');
  }
  const asDivision = (element: PageElement): void => {
    const division = document.createElement('div');
    division.append(...Array.from(element.childNodes));
    element.replaceWith(division);
  };
  for (const table of Array.from(document.querySelectorAll('table')).filter(laysOut)) {
    for (const part of partsOf(table)) {
      for (const row of part.localName === 'tr' ? [part] : partsOf(part)) {
        for (const cell of partsOf(row)) asDivision(cell);
        asDivision(row);
      }
      if (part.localName !== 'tr') asDivision(part);
    }
    asDivision(table);
  }
}

const partsOf = ({ children }: PageElement): PageElement[] =>
  Array.from(children).filter(({ localName }) => /^(?:thead|tbody|tfoot|tr|td|th)$/.test(localName));

function laysOut(table: PageElement): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '') || table.querySelector(structured)) return true;
  const rows = partsOf(table).flatMap((part) => (part.localName === 'tr' ? [part] : partsOf(part)));
  return (
    rows.every((row) => partsOf(row).length < 2) ||
    rows.some((row) => partsOf(row).some((cell) => (cell.textContent ?? '').trim().length > longestCell))
  );
}
