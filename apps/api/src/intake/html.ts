import type { DroppedPart } from '@belegg/contract';
import type { Block, BlockKind, Mark, MarkKind } from '@belegg/domain';
import { Composer, type BlockStyle } from './composer';
import { sanitize } from './sanitize';

export interface FormattedText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
  readonly dropped: readonly DroppedPart[];
}

const markOf: Readonly<Record<string, MarkKind>> = { strong: 'strong', b: 'strong', em: 'em', i: 'em', a: 'link' };
const styleOf: Readonly<Record<string, BlockStyle>> = {
  aside: { kind: 'aside' },
  blockquote: { kind: 'quote' },
  li: { kind: 'listItem' },
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, { kind: 'heading', level }])),
};
/** What a block in several of these is: a paragraph of a quote in an aside belongs to the aside. */
const rank: Readonly<Record<BlockKind, number>> = { aside: 0, quote: 1, heading: 2, listItem: 3, paragraph: 4 };
const lineEnds: ReadonlySet<string> = new Set(['br', 'hr']);
const longestAddress = 2048;
/** A tag of sanitized HTML, which is a regular language: balanced elements of a fixed list, at most an `href`, and four references. */
const tagPattern = /<(\/?)([a-z0-9]+)(?: href(?:="([^"]*)")?)?(?: \/)?>/y;
const references: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/**
 * Reads HTML as canonical text: headings, paragraphs, quotes, list items and asides are blocks, a line end within one
 * begins a block of the same kind, and strong, emphasized and linked text are marks. A figure's caption is a paragraph,
 * since it states things too.
 * @throws ProblemError `invalid` when it is nested too deeply, `too-many-sentences`
 */
export function readHtml(html: string): FormattedText {
  const { html: clean, dropped } = sanitize(html);
  const composer = new Composer();
  const styles: BlockStyle[] = [];
  let preformatted = 0;
  const style = (): BlockStyle => styles.at(-1) ?? { kind: 'paragraph' };
  for (const { text, slash, tag, href } of piecesOf(clean)) {
    const mark = markOf[tag];
    if (tag === '' && preformatted === 0) composer.append(decode(text));
    else if (tag === '') {
      decode(text)
        .split(/\r\n?|\n/)
        .forEach((line, index) => {
          if (index > 0) composer.endBlock(style());
          composer.appendVerbatim(line);
        });
    } else if (mark && slash === '')
      composer.openMark(mark, mark === 'link' ? safeAddress(decode(href ?? '')) : undefined);
    else if (mark) composer.closeMark(mark);
    else {
      composer.endBlock(style());
      if (lineEnds.has(tag)) continue;
      if (slash === '') styles.push(within(style(), tag));
      else styles.pop();
      if (tag === 'pre') preformatted += slash === '' ? 1 : -1;
    }
  }
  composer.endBlock(style());
  return { ...composer.finish(), dropped };
}

interface Piece {
  /** Of what is no tag; then `tag` is empty. */
  readonly text: string;
  readonly slash: string;
  readonly tag: string;
  readonly href?: string | undefined;
}

/** Tags and what stands between them. Text is looked up, not matched: over megabytes of it a pattern runs out of stack. */
function* piecesOf(html: string): Generator<Piece> {
  for (let position = 0; position < html.length;) {
    const next = html.indexOf('<', position);
    const end = next < 0 ? html.length : next;
    if (end > position) yield { text: html.slice(position, end), slash: '', tag: '' };
    tagPattern.lastIndex = end;
    const [whole = '<', slash = '', tag = '', href] = tagPattern.exec(html) ?? [];
    if (tag !== '') yield { text: '', slash, tag, href };
    position = end + whole.length;
  }
}

function within(outer: BlockStyle, tag: string): BlockStyle {
  const inner = styleOf[tag];
  return inner && rank[inner.kind] < rank[outer.kind] ? inner : outer;
}

const decode = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot);/g, (reference) => references[reference] ?? reference);

/** A whole address of the web or of mail; sanitizing let no other scheme through, but relative ones too. */
function safeAddress(href: string): string | undefined {
  const address = URL.parse(href)?.href;
  return address !== undefined && address.length <= longestAddress && /^(?:https?|mailto):/.test(address)
    ? address
    : undefined;
}
