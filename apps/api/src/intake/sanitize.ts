import type { DroppedKind, DroppedPart } from '@belegg/contract';
import sanitizeHtml from 'sanitize-html';
import { tooTangled } from './refusals';

/** Elements that begin and end a block. */
const blockTags = [
  'address',
  'article',
  'aside',
  'blockquote',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'figcaption',
  'figure',
  'footer',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'li',
  'main',
  'menu',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'ul',
];

const inlineTags = ['a', 'b', 'br', 'em', 'i', 'strong'];

/** What is left out, with all that it holds, and what it is called. */
const leftOut: Readonly<Record<string, DroppedKind>> = {
  img: 'image',
  picture: 'image',
  svg: 'image',
  canvas: 'image',
  table: 'table',
  iframe: 'embed',
  object: 'embed',
  embed: 'embed',
  video: 'media',
  audio: 'media',
  form: 'form',
  input: 'form',
  select: 'form',
  textarea: 'form',
  button: 'form',
  script: 'script',
  noscript: 'script',
  nav: 'navigation',
  math: 'formula',
};
/** Left out without a word: no reader ever saw them. */
const neverSeen = ['style', 'title', 'template', 'option', 'datalist'];
const voidTags = ['img', 'input', 'embed'];

/** Elements within elements. Browsers stop at 512 too; htmlparser2 takes the square of it. */
const deepest = 512;

/**
 * HTML with nothing left in it but blocks, emphasis, line ends and links of the web and to mail.
 * @throws ProblemError `invalid` when it is nested too deeply
 */
export function sanitize(html: string): { html: string; dropped: readonly DroppedPart[] } {
  const dropped = new Map<DroppedKind, number>();
  let depth = 0;
  const clean = sanitizeHtml(html, {
    allowedTags: [...blockTags, ...inlineTags],
    allowedAttributes: { a: ['href'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    nonTextTags: [...Object.keys(leftOut).filter((tag) => !voidTags.includes(tag)), ...neverSeen],
    onOpenTag: (tag) => {
      depth += 1;
      if (depth > deepest) throw tooTangled();
      const kind = leftOut[tag];
      if (kind) dropped.set(kind, (dropped.get(kind) ?? 0) + 1);
    },
    onCloseTag: () => {
      depth -= 1;
    },
  });
  return { html: clean, dropped: [...dropped].map(([kind, count]) => ({ kind, count, sample: '' })) };
}
