import { Parser } from 'htmlparser2';
import { tooTangled } from './refusals';

/** An element of HTML, its name and the names of its attributes in small letters. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (HtmlElement | string)[];
}

/** Elements within elements. Browsers stop at 512 too; htmlparser2 takes the square of it. */
const deepest = 512;
/** Elements of the largest page. */
const mostElements = 400_000;

/**
 * The elements of a page, and what stands in its comments.
 * @throws ProblemError `invalid` when it is nested too deeply, or holds more elements than anybody writes
 */
export function parseHtml(html: string): { readonly root: HtmlElement; readonly comments: readonly string[] } {
  const comments: string[] = [];
  const root: HtmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  let count = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (open.length > deepest || ++count > mostElements) throw tooTangled();
      const element = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    ontext: (text) => open.at(-1)?.children.push(text),
    onclosetag: () => open.pop(),
    oncomment: (text) => comments.push(text),
  });
  parser.end(html);
  return { root, comments };
}

export const elementsIn = ({ children }: HtmlElement): HtmlElement[] =>
  children.filter((child): child is HtmlElement => typeof child !== 'string');

/** What runs and what styles: no words. */
const codeTags = new Set(['script', 'style']);

/** What the parser gives as text, tags and all. */
const rawTags = new Set(['iframe', 'noembed', 'noframes', 'noscript', 'textarea']);

/** All words in it, with a space for each element that ends a line. */
export function wordsIn(element: HtmlElement): string {
  if (codeTags.has(element.name)) return '';
  const words = element.children.map((child) => (typeof child === 'string' ? child : wordsIn(child))).join('');
  const inner = rawTags.has(element.name) ? words.replace(/<[^>]*>/g, ' ') : words;
  return inlineTags.has(element.name) ? inner : ` ${inner} `;
}

const inlineTags = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb rp rt ruby s samp small span
  strike strong sub sup time tt u var wbr`.split(/\s+/),
);
/** Whether an element stands in a line of text. Unknown elements do. */
export const isInline = (name: string): boolean => inlineTags.has(name);
