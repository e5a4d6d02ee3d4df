import type { DroppedKind, DroppedPart } from '@belegg/contract';
import type { Block, BlockKind, Mark, MarkKind } from '@belegg/domain';
import { Composer, type BlockStyle } from './composer';
import { beginsWithMonth } from './dates-in-lists';
import { mathText } from './html-math';
import { besideRows, rowsOfData } from './html-table';
import { Looks } from './html-looks';
import { elementsIn, isInline, parseHtml, wordsIn, type HtmlElement } from './html-tree';
import { LeftOut } from './left-out';
import { offTheLine } from './raised';
import { safeAddress } from './safe-address';

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

/** What is left out, with all that it holds, and what it is called. */
const leftOutAs: Readonly<Record<string, DroppedKind>> = {
  img: 'image',
  picture: 'image',
  svg: 'image',
  canvas: 'image',
  map: 'image',
  iframe: 'embed',
  object: 'embed',
  embed: 'embed',
  frame: 'embed',
  video: 'media',
  audio: 'media',
  input: 'form',
  select: 'form',
  textarea: 'form',
  datalist: 'form',
  script: 'script',
  noscript: 'script',
  nav: 'navigation',
  head: 'metadata',
  title: 'metadata',
  template: 'hidden',
  s: 'deleted',
  strike: 'deleted',
  del: 'deleted',
};
/** Kinds that are told of even where they hold no words. */
const toldAnyway = new Set<DroppedKind>(['image', 'embed', 'media', 'form', 'script', 'navigation']);
const noteNumber = /^\s*\[?\s*(\d{1,4}|[a-z*†‡§])\s*\]?\s*$/iu;

/**
 * Reads HTML as canonical text: headings, paragraphs, quotes, list items and asides are blocks, a line end within one
 * begins a block of the same kind, and strong, emphasized and linked text are marks. A row of a table is a paragraph. A
 * figure's caption is a paragraph, since it states things too. What is not in the text is named.
 * @param remarks whether what authors noted between `<!--` and `-->` is named; systems write much there that says
 * nothing
 * @throws ProblemError `invalid` when it is nested too deeply, `too-many-sentences`
 */
export function readHtml(html: string, remarks: 'named' | 'silent' = 'named'): FormattedText {
  const composer = new Composer();
  const dropped = readHtmlInto(composer, html, remarks);
  return { ...composer.finish(), dropped };
}

/** As `readHtml`, after what was put together already. @returns what was left out */
export function readHtmlInto(composer: Composer, html: string, remarks: 'named' | 'silent' = 'named'): DroppedPart[] {
  const leftOut = new LeftOut();
  const { root, comments } = parseHtml(html);
  new HtmlReader(composer, leftOut, Looks.of(root)).read(root);
  if (remarks === 'named')
    for (const comment of comments) if (!ofPrograms.test(comment)) leftOut.add('hidden', comment);
  return leftOut.list();
}

/** Comments in which programs speak to each other: of Word, of browsers' clipboards, of WordPress. */
const ofPrograms = /^\s*(?:\?|\[(?:if|endif)|<!\[|\/?wp:|more\b|nextpage|(?:Start|End)Fragment|$)|^[^\p{L}\p{N}]*$/iu;

class HtmlReader {
  private readonly styles: BlockStyle[] = [];
  private preformatted = 0;
  /** In a row of a table nothing ends a block. */
  private isInRow = false;

  constructor(
    private readonly composer: Composer,
    private readonly leftOut: LeftOut,
    private readonly looks: Looks,
  ) {}

  read(root: HtmlElement): void {
    this.inside(root);
    this.endBlock();
  }

  private get style(): BlockStyle {
    return this.styles.at(-1) ?? { kind: 'paragraph' };
  }

  private endBlock(): void {
    if (this.isInRow) this.composer.append(' ');
    else this.composer.endBlock(this.style);
  }

  private inside({ children }: HtmlElement): void {
    for (const child of children) {
      if (typeof child === 'string') this.text(child);
      else this.walk(child);
    }
  }

  private text(words: string): void {
    if (this.preformatted === 0 || this.isInRow) return this.composer.append(words);
    words.split(/\r\n?|\n/).forEach((line, index) => {
      if (index > 0) this.endBlock();
      this.composer.appendVerbatim(line);
    });
  }

  private walk(element: HtmlElement): void {
    const { name, attributes } = element;
    if (name === 'style' || name === 'meta' || name === 'link' || name === 'base') return;
    const look = this.looks.of(name, attributes);
    if ('hidden' in attributes || look.hidden) return this.leaveOut('hidden', element);
    const kind = leftOutAs[name] ?? (look.struck ? 'deleted' : undefined);
    if (kind) return this.leaveOut(kind, element);
    if (look.position && isInline(name)) return this.offTheLine(element, look.position);
    switch (name) {
      case 'br':
      case 'hr':
        return this.endBlock();
      case 'sup':
        return this.offTheLine(element, 'above');
      case 'sub':
        return this.offTheLine(element, 'below');
      case 'abbr':
      case 'acronym':
      case 'dfn':
        if (attributes['title']) this.leftOut.add('other', attributes['title']);
        return this.inside(element);
      case 'ol':
        return this.numbered(element);
      case 'math':
        return this.composer.append(mathText(element));
      case 'rt':
        this.composer.append('(');
        this.inside(element);
        return this.composer.append(')');
      // The brackets that browsers without ruby show.
      case 'rp':
        return;
      case 'q':
        this.composer.append('«');
        this.inside(element);
        return this.composer.append('»');
      case 'table':
        return this.table(element);
      default:
    }
    const mark = markOf[name];
    if (mark) {
      this.composer.openMark(mark, mark === 'link' ? safeAddress(attributes['href'] ?? '') : undefined);
      this.inside(element);
      this.composer.closeMark(mark);
    } else if (isInline(name) || (name.includes('-') && !holdsBlocks(element))) this.inside(element);
    else this.block(element);
  }

  private block(element: HtmlElement): void {
    this.endBlock();
    this.styles.push(within(this.style, element.name));
    if (element.name === 'pre') this.preformatted += 1;
    this.inside(element);
    this.endBlock();
    if (element.name === 'pre') this.preformatted -= 1;
    this.styles.pop();
  }

  /** Below the line an index; above it the mark of a note, a power, or the ending of an ordinal. */
  private offTheLine(element: HtmlElement, position: 'above' | 'below'): void {
    if (position === 'below') return this.composer.append(offTheLine(wordsIn(element), 'below'));
    const words = wordsIn(element);
    const number = noteNumber.exec(words)?.[1];
    const isNote = elementsIn(element).some(
      ({ name, attributes }) => name === 'a' && /^#|#/.test(attributes['href'] ?? ''),
    );
    this.composer.append(isNote && number !== undefined ? `[${number}]` : offTheLine(words, 'above'));
  }

  /**
   * A number that is more than a place in a list stays: programs make lists of lines that begin with "24. november".
   */
  private numbered(element: HtmlElement): void {
    const items = elementsIn(element).filter(({ name }) => name === 'li');
    const [first, ...others] = items;
    const number = first?.attributes['value'] ?? element.attributes['start'] ?? '1';
    const isDate = first && beginsWithMonth(wordsIn(first));
    if (!first || others.length > 0 || !/^\d{1,9}$/.test(number) || (number === '1' && !isDate))
      return this.block(element);
    this.endBlock();
    this.composer.append(`${number}. `);
    // Also where its words stand in a paragraph of the item.
    const [paragraph, ...further] = elementsIn(first);
    const words = paragraph?.name === 'p' && further.length === 0 ? paragraph : first;
    this.inside(words);
    this.endBlock();
  }

  private table(element: HtmlElement): void {
    this.endBlock();
    const rows = this.isInRow ? undefined : rowsOfData(element, (cell, isFirst) => this.apart(cell, isFirst));
    if (!rows) {
      this.inside(element);
      return this.endBlock();
    }
    for (const caption of besideRows(element)) this.walk(caption);
    for (const row of rows) {
      this.isInRow = true;
      for (const part of row) {
        if (typeof part === 'string') this.composer.appendClose(part);
        else this.inside(part);
      }
      this.isInRow = false;
      this.endBlock();
    }
  }

  private apart(cell: HtmlElement, isFirst: boolean): string {
    const composer = new Composer();
    new HtmlReader(composer, isFirst ? this.leftOut : new LeftOut(), this.looks).read(cell);
    return composer.finish().text.replaceAll('\n', ' ');
  }

  private leaveOut(kind: DroppedKind, element: HtmlElement): void {
    const said = [wordsIn(element), ...unwritten(element)].join(' ').trim();
    if (said !== '' || toldAnyway.has(kind)) this.leftOut.add(kind, said);
  }
}

/** What elements say in attributes: in place of a picture, within a field, on a frame. */
function unwritten(element: HtmlElement): string[] {
  const { alt, value, placeholder, title, label, srcdoc, type } = element.attributes;
  const said = [
    alt,
    type === 'hidden' ? undefined : value,
    placeholder,
    title,
    label,
    srcdoc?.replace(/<[^>]*>/g, ' '),
  ];
  return [
    ...said.filter((one) => one !== undefined && one !== ''),
    ...elementsIn(element).flatMap(unwritten),
  ] as string[];
}

const holdsBlocks = (element: HtmlElement): boolean =>
  elementsIn(element).some((child) => !isInline(child.name) || holdsBlocks(child));

function within(outer: BlockStyle, tag: string): BlockStyle {
  const inner = styleOf[tag];
  return inner && rank[inner.kind] < rank[outer.kind] ? inner : outer;
}
