import { ProblemError } from '../../platform/problem-error';
import type { DroppedKind } from '@belegg/contract';
import { CodePointText } from '@belegg/domain';
import { Composer, type BlockStyle } from '../composer';
import { noDrafts, type FoundComment, type FoundText, type FoundThread } from '../found';
import { LeftOut } from '../left-out';
import { offTheLine } from '../raised';
import { brokenFile } from '../refusals';
import { safeAddress } from '../safe-address';
import { linesOf, type Grid, type Placed } from '../table-lines';
import { Archive } from './archive';
import { dayOf } from './metadata';
import { placeOf, linksIn, type SeenAt } from './word/comments';
import { stylesOf, type OdtStyle } from './odt-styles';
import { childOf, elementsOf, findAll, parseXml, textOf, type XmlElement } from './word/xml';

const largestPart = 16 * 1024 * 1024;
const mostSpanned = 100;
const mostColumns = 1_000;
const longestCell = 300;

/** What is left out with all that it holds. */
const leftOutAs: Readonly<Record<string, DroppedKind>> = {
  'text:tracked-changes': 'deleted',
  'text:hidden-text': 'hidden',
  'text:hidden-paragraph': 'hidden',
  'text:table-of-content': 'navigation',
  'text:alphabetical-index': 'navigation',
  'text:illustration-index': 'navigation',
  'text:table-index': 'navigation',
};
const silent = new Set([
  'office:forms',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'svg:title',
  'svg:desc',
]);

/** A comment while it is read: where it stands, and what it says. */
interface SeenComment {
  readonly seen: SeenAt;
  readonly comment: XmlElement;
}

/**
 * An OpenDocument text (ODF 1.3): headings, paragraphs, lists, tables, notes and links, with tracked changes as
 * accepted, and its comments as threads. What is left out is named.
 * @throws ProblemError `broken-file`; `encrypted-file`
 */
export function readOdt(bytes: Uint8Array): FoundText {
  const archive = Archive.open(bytes);
  const part = (name: string): XmlElement | undefined => {
    const content = archive.read(name, largestPart);
    return content && parseXml(content);
  };
  const manifest = archive.read('META-INF/manifest.xml', largestPart);
  if (manifest?.includes('encryption-data')) throw new ProblemError('encrypted-file');
  const content = part('content.xml');
  const body = childOf(childOf(content, 'office:body'), 'office:text');
  if (!content || !body) throw brokenFile();
  const styles = part('styles.xml');
  const composer = new Composer();
  const leftOut = new LeftOut();
  const reader = new OdtReader(composer, leftOut, stylesOf([styles, content]));
  reader.read(body);
  for (const name of ['style:header', 'style:footer'])
    for (const header of styles ? findAll(styles, name) : []) {
      const words = textOf(header).trim();
      if (words !== '') leftOut.add('header', words);
    }
  const { text, blocks, marks } = composer.finish();
  const meta = childOf(part('meta.xml'), 'office:meta');
  return {
    ...noDrafts,
    text: { text, blocks, marks, dropped: leftOut.list() },
    author: wordsOf(childOf(meta, 'dc:creator')) || undefined,
    date: dayOf(wordsOf(childOf(meta, 'dc:date'))),
    threads: threadsOf(reader.comments, text),
  };
}

class OdtReader {
  readonly comments: SeenComment[] = [];
  private readonly open = new Map<string, SeenComment>();
  private readonly notes: XmlElement[] = [];
  private style: BlockStyle = { kind: 'paragraph' };
  private outer: BlockStyle | undefined;
  /** In a row of a table nothing ends a block. */
  private isInRow = false;
  /** What stands before the first words of a note. */
  private lead = '';
  private position: OdtStyle['position'];
  private readonly later: (() => void)[] = [];

  constructor(
    private readonly composer: Composer,
    private readonly leftOut: LeftOut,
    private readonly styles: ReadonlyMap<string, OdtStyle>,
  ) {}

  read(body: XmlElement): void {
    this.inside(body);
    this.endBlock();
    // A note may have notes of its own.
    for (let index = 0; index < this.notes.length; index++) {
      const note = this.notes[index];
      if (!note) continue;
      this.outer = { kind: 'aside' };
      this.lead = `[${index + 1}] `;
      this.inside(note);
      this.writeLead();
      this.endBlock();
    }
  }

  private inside(element: XmlElement): void {
    for (const child of element.children) {
      if (typeof child !== 'string') this.walk(child);
      // White space between blocks is no text, and white space in a line is collapsed (ODF 1.3-3, 6.1.2).
      else this.text(child);
    }
  }

  private text(words: string): void {
    this.composer.append(this.position ? offTheLine(words, this.position) : words);
  }

  private writeLead(): void {
    if (this.lead !== '') this.composer.append(this.lead);
    this.lead = '';
  }

  private endBlock(): void {
    if (this.isInRow) return this.composer.append(' ');
    this.composer.endBlock(this.outer ?? this.style);
    for (const act of this.later.splice(0)) act();
  }

  private walk(element: XmlElement): void {
    const { name, attributes } = element;
    const kind = attributes['text:display'] === 'none' ? 'hidden' : leftOutAs[name];
    if (silent.has(name)) return;
    if (kind) return this.leaveOut(kind, element);
    switch (name) {
      case 'text:h':
        return this.block(element, { kind: 'heading', level: levelOf(attributes['text:outline-level']) });
      case 'text:p':
        return this.block(element, this.styles.get(attributes['text:style-name'] ?? '')?.block);
      case 'text:list-item':
      case 'text:list-header':
        return this.within({ kind: 'listItem' }, element);
      case 'text:s':
      case 'text:tab':
        return this.text(' ');
      case 'text:line-break':
        return this.endBlock();
      case 'text:span':
        return this.span(element);
      case 'text:a':
        return this.link(element);
      case 'text:ruby-text':
        this.text(' (');
        this.inside(element);
        return this.text(')');
      case 'text:note':
        return this.note(element);
      case 'office:annotation':
        return this.comment(element);
      case 'office:annotation-end':
        return this.commentEnd(attributes['office:name'] ?? '');
      case 'table:table':
        return this.table(element);
      case 'draw:frame':
        return this.frame(element);
      case 'draw:image':
        return this.leftOut.add('image');
      default:
        return this.inside(element);
    }
  }

  private block(element: XmlElement, style: BlockStyle | undefined): void {
    if (this.styles.get(element.attributes['text:style-name'] ?? '')?.hidden) return this.leaveOut('hidden', element);
    this.endBlock();
    this.writeLead();
    const before = this.style;
    this.style = style ?? before;
    this.inside(element);
    this.endBlock();
    this.style = before;
  }

  private within(style: BlockStyle, element: XmlElement): void {
    const before = this.style;
    this.style = style;
    this.inside(element);
    this.style = before;
  }

  private span(element: XmlElement): void {
    const look = this.styles.get(element.attributes['text:style-name'] ?? '');
    if (look?.hidden) return this.leaveOut('hidden', element);
    if (look?.struck) return this.leaveOut('deleted', element);
    if (look?.strong) this.composer.openMark('strong');
    if (look?.em) this.composer.openMark('em');
    const { position } = this;
    this.position = look?.position ?? position;
    this.inside(element);
    this.position = position;
    if (look?.em) this.composer.closeMark('em');
    if (look?.strong) this.composer.closeMark('strong');
  }

  private link(element: XmlElement): void {
    const href = safeAddress(element.attributes['xlink:href'] ?? '');
    if (href === undefined) return this.inside(element);
    this.composer.openMark('link', href);
    this.inside(element);
    this.composer.closeMark('link');
  }

  private note(element: XmlElement): void {
    const body = childOf(element, 'text:note-body');
    if (body) this.text(`[${this.notes.push(body)}]`);
  }

  private comment(comment: XmlElement): void {
    const one: SeenComment = { seen: { deleted: '', isLeftOut: false }, comment };
    this.comments.push(one);
    this.open.set(comment.attributes['office:name'] ?? '', one);
    this.composer.point((offset) => (one.seen.start = offset));
  }

  private commentEnd(name: string): void {
    const one = this.open.get(name);
    if (one) this.composer.point((offset) => (one.seen.end = offset));
  }

  /** Text in a frame comes after the paragraph that it hangs on. */
  private frame(element: XmlElement): void {
    if (!childOf(element, 'draw:text-box'))
      return this.leftOut.add(childOf(element, 'draw:image') ? 'image' : 'embed', textOf(element));
    if (this.isInRow) return this.inside(element);
    this.later.push(() => {
      const { outer } = this;
      this.outer = outer ?? { kind: 'aside' };
      this.inside(element);
      this.endBlock();
      this.outer = outer;
    });
  }

  private table(element: XmlElement): void {
    if (this.isInRow) return this.inside(element);
    this.endBlock();
    const rows = rowsIn(element);
    const cells = rows.flatMap(cellsIn);
    const isLayout =
      rows.every((row) => cellsIn(row).length < 2) ||
      cells.some((cell) => childOf(cell, 'table:table') !== undefined || textOf(cell).trim().length > longestCell);
    const grid = isLayout ? undefined : gridOf(rows);
    if (!grid) {
      const before = this.outer;
      if (cells.length === 1) this.outer = before ?? { kind: 'aside' };
      this.inside(element);
      this.outer = before;
      return;
    }
    const heads = elementsOf(element)
      .filter(({ name }) => name === 'table:table-header-rows')
      .flatMap(rowsIn).length;
    for (const line of linesOf(grid, heads, (cell, isFirst) => this.apart(cell, isFirst))) {
      this.isInRow = true;
      for (const part of line) {
        if (typeof part === 'string') this.composer.appendClose(part);
        else this.inside(part);
      }
      this.isInRow = false;
      this.endBlock();
    }
  }

  private apart(cell: XmlElement, isFirst: boolean): string {
    const composer = new Composer();
    const reader = new OdtReader(composer, isFirst ? this.leftOut : new LeftOut(), this.styles);
    reader.isInRow = true;
    reader.inside(cell);
    reader.isInRow = false;
    reader.endBlock();
    if (isFirst) {
      for (const { comment } of reader.comments)
        this.comments.push({ comment, seen: { deleted: '', isLeftOut: true } });
      for (const note of reader.notes) this.leftOut.add('other', textOf(note));
    }
    return composer.finish().text.replaceAll('\n', ' ');
  }

  private leaveOut(kind: DroppedKind, element: XmlElement): void {
    // Who changed something when is no text.
    const held = element.name === 'text:tracked-changes' ? [...findAll(element, 'text:deletion')] : [element];
    const words = held.flatMap((one) => [...findAll(one, 'text:p'), ...findAll(one, 'text:h')]).map(textOf);
    const own = held.map(textOf).join(' ');
    const said = ([...words].join(' ') || own || (element.attributes['text:string-value'] ?? '')).trim();
    if (said !== '') this.leftOut.add(kind, said);
    for (const comment of findAll(element, 'office:annotation'))
      this.comments.push({ comment, seen: { deleted: said, isLeftOut: kind !== 'deleted' } });
  }
}

const levelOf = (value: string | undefined): number => Math.min(6, Math.max(1, Math.trunc(Number(value)) || 1));

const rowsIn = (table: XmlElement): XmlElement[] =>
  elementsOf(table).flatMap((child) => {
    if (child.name === 'table:table-row') return [child];
    return /^table:table-(?:header-rows|rows|row-group)$/.test(child.name) ? rowsIn(child) : [];
  });

/** Covered cells stand where others reach; they count where they hold words of their own. */
const cellsIn = (row: XmlElement): XmlElement[] =>
  elementsOf(row).filter(({ name }) => name === 'table:table-cell' || name === 'table:covered-table-cell');

/** Nothing for what is wider than any table. */
function gridOf(rows: readonly XmlElement[]): Grid<XmlElement> | undefined {
  const grid: (Placed<XmlElement> | undefined)[][] = rows.map(() => []);
  let isTooWide = false;
  const countIn = ({ attributes }: XmlElement, name: string) =>
    Math.min(mostSpanned, Math.max(1, Math.trunc(Number(attributes[name])) || 1));
  rows.forEach((row, index) => {
    let column = 0;
    for (const cell of cellsIn(row)) {
      const words = textOf(cell).replace(/\s+/gu, ' ').trim();
      const repeated = words === '' ? countIn(cell, 'table:number-columns-repeated') : 1;
      const wide = countIn(cell, 'table:number-columns-spanned');
      const high = countIn(cell, 'table:number-rows-spanned');
      const line = grid[index] ?? [];
      const placed = { cell, words, row: index, column, wide };
      if (words !== '' || line[column] === undefined) {
        for (let down = 0; down < high; down++) {
          for (let across = 0; across < wide; across++) {
            const below = grid[index + down];
            if (below) below[column + across] = placed;
          }
        }
      }
      column += repeated;
      isTooWide ||= column > mostColumns;
    }
  });
  return isTooWide ? undefined : grid;
}

const wordsOf = (element: XmlElement | undefined): string => (element ? textOf(element).trim() : '');

/** Comments with those that answer them, which LibreOffice says in a namespace of its own. */
function threadsOf(comments: readonly SeenComment[], text: string): FoundThread[] {
  const points = new CodePointText(text);
  const parentOf = ({ comment }: SeenComment) => comment.attributes['?:parent-name'];
  const names = new Set(comments.map(({ comment }) => comment.attributes['office:name']));
  const isAnswer = (one: SeenComment) => names.has(parentOf(one)) && parentOf(one) !== undefined;
  return comments
    .filter((one) => !isAnswer(one))
    .map((first) => {
      const name = first.comment.attributes['office:name'];
      const answers = name === undefined ? [] : comments.filter((one) => parentOf(one) === name);
      return {
        ...placeOf(first.seen, points),
        resolved: first.comment.attributes['?:resolved'] === 'true',
        comments: [first, ...answers].map(({ comment }) => toComment(comment)),
      };
    });
}

function toComment(comment: XmlElement): FoundComment {
  const at = wordsOf(childOf(comment, 'dc:date'));
  const lines = elementsOf(comment).filter(({ name }) => name === 'text:p' || name === 'text:list');
  const text = lines.map(textOf).join('\n').trim();
  return {
    author: wordsOf(childOf(comment, 'dc:creator')),
    ...(at !== '' && !Number.isNaN(Date.parse(at)) && { at: new Date(at).toISOString() }),
    text,
    links: linksIn(text),
  };
}
