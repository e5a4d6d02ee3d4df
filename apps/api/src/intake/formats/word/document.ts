import type { DroppedKind } from '@belegg/contract';
import { Composer, type BlockStyle } from '../../composer';
import { LeftOut } from '../../left-out';
import { safeAddress } from '../../safe-address';
import { offTheLine } from '../../raised';
import type { SeenAt } from './comments';
import { drawingOf } from './drawing';
import { Fields } from './fields';
import { equationText } from './math';
import type { Numbering } from './numbering';
import type { OfficePackage, Relationship } from './package';
import { blockOf, lookOf, overlaid, type RunLook, type WordStyle } from './styles';
import type { LinePart } from '../../table-lines';
import { joinRaised } from './runs';
import { characterOf, unsymbolized } from './symbols';
import { shapeOf } from './table';
import { childOf, elementsOf, findAll, textOf, type XmlElement } from './xml';

/** What is read of the document for each of its stories: the body, and the notes. */
export interface Surroundings {
  readonly document: OfficePackage;
  readonly styles: ReadonlyMap<string, WordStyle>;
  readonly numbering: Numbering;
  readonly composer: Composer;
  readonly leftOut: LeftOut;
  readonly seen: Map<string, SeenAt>;
  /** Notes in the order of their marks: "footnote 2". */
  readonly notes: string[];
  /** A document or a page within the document. @returns whether it could be read */
  readonly embed: (name: string, bytes: Uint8Array) => boolean;
}

/** What passes through without being anything: its content counts. */
const dropsAll: Readonly<Record<string, DroppedKind>> = { 'w:del': 'deleted', 'w:moveFrom': 'deleted' };
const silent = new Set([
  'w:pPr',
  'w:rPr',
  'w:tblPr',
  'w:tblGrid',
  'w:sectPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:delInstrText',
  'w:fldData',
  'w:annotationRef',
  'w:footnoteRef',
  'w:endnoteRef',
  'w:rubyPr',
  'w:smartTagPr',
  'w:customXmlPr',
]);

/** Walks one part of a Word document, and puts its text together. */
export class StoryReader {
  private readonly links: ReadonlyMap<string, Relationship>;
  private readonly fields = new Fields();
  private style: BlockStyle = { kind: 'paragraph' };
  /** What every block is, within a fact box or a note. */
  private outer: BlockStyle | undefined;
  private paragraphLook: RunLook = {};
  /** In a row of a table a paragraph ends no block. */
  private isInline = false;
  /** A large first letter, or a paragraph whose end was deleted: the next paragraph goes on with it. */
  private goesOn = false;
  private dropping: { kind: DroppedKind; words: string } | undefined;
  private readonly later: (() => void)[] = [];
  /** With how much had been left out, of what is left out at this place, when each began. */
  private readonly openComments = new Map<string, number>();

  constructor(
    private readonly given: Surroundings,
    private readonly part: string,
  ) {
    this.links = given.document.relationships(part);
  }

  /** @param outer what every block of it is @param lead what stands before its first words */
  read(children: readonly XmlElement[], outer?: BlockStyle, lead = ''): void {
    const before = this.outer;
    this.outer = outer ?? before;
    this.lead = lead;
    for (const child of children) this.walk(child);
    this.writeLead();
    this.endBlock();
    this.outer = before;
  }

  private lead = '';

  private writeLead(): void {
    if (this.lead !== '') this.given.composer.append(this.lead);
    this.lead = '';
  }

  private walk(element: XmlElement): void {
    const { name, attributes } = element;
    const drop = dropsAll[name];
    if (silent.has(name)) return;
    if (drop) return this.dropped(drop, () => this.inside(element));
    switch (name) {
      case 'w:p':
        return this.paragraph(element);
      case 'w:tbl':
        return this.table(element);
      case 'w:r':
        return this.run(element);
      case 'w:t':
      case 'w:delText':
        return this.text(textOf(element));
      case 'w:tab':
      case 'w:ptab':
        return this.text(' ');
      case 'w:br':
      case 'w:cr':
        return this.isInline || this.dropping ? this.text(' ') : this.given.composer.endBlock(this.outer ?? this.style);
      case 'w:noBreakHyphen':
        return this.text('\u2011');
      case 'w:sym':
        return this.symbol(attributes);
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return this.noteMark(`${name.slice(2, -'Reference'.length)} ${attributes['w:id'] ?? ''}`);
      case 'w:fldChar':
        return this.field(element);
      case 'w:instrText':
        return this.fields.compute(textOf(element));
      case 'w:hyperlink': {
        const target = this.links.get(attributes['r:id'] ?? '');
        return this.link(target?.isExternal ? target.target : undefined, () => this.inside(element));
      }
      case 'w:sdt':
        return this.control(element);
      case 'w:commentRangeStart':
        return this.comment(attributes['w:id'] ?? '', 'start');
      case 'w:commentRangeEnd':
        return this.comment(attributes['w:id'] ?? '', 'end');
      case 'w:commentReference':
        return this.comment(attributes['w:id'] ?? '', 'reference');
      case 'm:oMath':
        return this.equation(element);
      case 'w:ruby':
        return this.ruby(element);
      case 'w:altChunk':
        return this.chunk(attributes['r:id'] ?? '');
      case 'mc:AlternateContent':
        return this.alternatives(element);
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.drawing(element);
      default:
        return this.inside(element);
    }
  }

  private inside(element: XmlElement): void {
    for (const child of joinRaised(elementsOf(element))) this.walk(child);
  }

  private paragraph(element: XmlElement): void {
    const properties = childOf(element, 'w:pPr');
    const style = this.given.styles.get(childOf(properties, 'w:pStyle')?.attributes['w:val'] ?? '');
    const { goesOn } = this;
    this.goesOn = false;
    if (this.isInline) this.text(goesOn ? '' : ' ');
    else {
      if (!goesOn) this.endBlock();
      this.writeLead();
      this.style = blockOf(properties) ?? style?.block ?? { kind: 'paragraph' };
      // A list within a heading's numbering is a heading still.
      if (style?.block?.kind === 'heading') this.style = style.block;
      const number = this.given.numbering.numberOf(element);
      if (number !== undefined && this.style.kind === 'listItem') {
        this.style = { kind: 'paragraph' };
        this.text(`${number} `);
      }
    }
    // Bold and slanted styles are looks of a heading, not words that somebody stressed.
    this.paragraphLook = { hidden: style?.hidden, struck: style?.struck };
    this.inside(element);
    this.goesOn = hasOpenEnd(properties);
    if (!this.isInline && !this.goesOn) this.endBlock();
  }

  private endBlock(): void {
    if (this.isInline || this.dropping) return;
    this.given.composer.endBlock(this.outer ?? this.style);
    this.style = { kind: 'paragraph' };
    for (const act of this.later.splice(0)) act();
  }

  private run(element: XmlElement): void {
    const properties = childOf(element, 'w:rPr');
    const style = this.given.styles.get(childOf(properties, 'w:rStyle')?.attributes['w:val'] ?? '') ?? {};
    const look = overlaid(lookOf(properties), overlaid<RunLook>(style, this.paragraphLook));
    if (look.hidden) return this.dropped('hidden', () => this.inside(element));
    if (look.struck) return this.dropped('deleted', () => this.inside(element));
    const isNote = elementsOf(element).some(({ name }) => /^w:(?:foot|end)noteReference$/.test(name));
    const { composer } = this.given;
    if (look.strong) composer.openMark('strong');
    if (look.em) composer.openMark('em');
    if (look.position && !isNote) this.position = look.position;
    this.font = childOf(properties, 'w:rFonts')?.attributes['w:ascii'];
    this.inside(element);
    this.position = undefined;
    this.font = undefined;
    if (look.em) composer.closeMark('em');
    if (look.strong) composer.closeMark('strong');
  }

  private position: 'above' | 'below' | undefined;
  private font: string | undefined;

  private text(given: string): void {
    const words = unsymbolized(this.font, given);
    if (this.dropping) this.dropping.words += words;
    // Between its beginning and its result a field holds what computes it.
    else if (!this.fields.show) this.nameLeftOut('other', words);
    else this.given.composer.append(this.position ? offTheLine(words, this.position) : words);
  }

  private nameLeftOut(kind: DroppedKind, words: string): void {
    if (words.trim() !== '') this.given.leftOut.add(kind, words);
  }

  private equation(element: XmlElement): void {
    for (const deleted of findAll(element, 'w:del')) this.nameLeftOut('deleted', wordsOf(deleted));
    this.text(equationText(element));
  }

  private symbol(attributes: Readonly<Record<string, string>>): void {
    const { 'w:font': font, 'w:char': char = '' } = attributes;
    const code = Number.parseInt(char, 16);
    if (Number.isNaN(code)) return;
    const character = characterOf(font, code);
    if (character === undefined) this.given.leftOut.add('other', `${font ?? ''} ${char}`);
    else this.text(character);
  }

  private noteMark(note: string): void {
    if (this.dropping) return;
    const { notes } = this.given;
    if (!notes.includes(note)) notes.push(note);
    this.text(`[${notes.indexOf(note) + 1}]`);
  }

  private field(mark: XmlElement): void {
    const met = this.fields.meet(mark);
    if ('shown' in met) this.text(met.shown);
    else this.nameLeftOut(met.kind, met.words);
  }

  private link(address: string | undefined, content: () => void): void {
    const href = address === undefined ? undefined : safeAddress(address);
    if (href === undefined || this.dropping) return content();
    this.given.composer.openMark('link', href);
    content();
    this.given.composer.closeMark('link');
  }

  private control(element: XmlElement): void {
    const gallery = [...findAll(childOf(element, 'w:sdtPr') ?? element, 'w:docPartGallery')][0];
    const content = childOf(element, 'w:sdtContent');
    if (!content) return;
    if (/table of contents/i.test(gallery?.attributes['w:val'] ?? ''))
      this.dropped('navigation', () => this.inside(content));
    else this.inside(content);
  }

  private comment(id: string, edge: 'start' | 'end' | 'reference'): void {
    const { seen, composer } = this.given;
    const at = seen.get(id) ?? { deleted: '', isLeftOut: false };
    seen.set(id, at);
    if (edge === 'start') this.openComments.set(id, this.dropping?.words.length ?? 0);
    if (edge === 'end') {
      at.deleted += this.dropping?.words.slice(this.openComments.get(id) ?? 0) ?? '';
      this.openComments.delete(id);
    }
    if (this.dropping) at.isLeftOut ||= this.dropping.kind !== 'deleted';
    if (edge === 'start') composer.point((offset) => (at.start = offset));
    else if (edge === 'end' || (at.start === undefined && at.end === undefined && !this.hasRange.has(id)))
      composer.point((offset) => (at.end = offset));
    this.hasRange.add(id);
  }

  private readonly hasRange = new Set<string>();

  private ruby(element: XmlElement): void {
    const [base, above] = [childOf(element, 'w:rubyBase'), childOf(element, 'w:rt')];
    if (base) this.inside(base);
    if (!above) return;
    this.text(' (');
    this.inside(above);
    this.text(')');
  }

  private chunk(id: string): void {
    const target = this.links.get(id)?.target ?? '';
    const bytes = this.given.document.bytes(target);
    this.endBlock();
    if (!bytes || !this.given.embed(target, bytes)) this.given.leftOut.add('embed', target);
  }

  /** What newer programs read; what older ones do, where the newer has no words. */
  private alternatives(element: XmlElement): void {
    const chosen = elementsOf(element).find((child) => wordsOf(child) !== '') ?? elementsOf(element)[0];
    if (chosen) this.inside(chosen);
  }

  /** Text in a shape comes after the paragraph that the shape hangs on. */
  private drawing(element: XmlElement): void {
    const { boxes, words, images } = drawingOf(element, this.given.document, this.links);
    for (const image of images) this.given.leftOut.add('image', image);
    if (boxes.length === 0 && words.length === 0) return;
    const act = () => {
      for (const box of boxes) this.read(elementsOf(box), this.outer ?? { kind: 'aside' });
      for (const line of words) {
        this.given.composer.append(line);
        this.given.composer.endBlock({ kind: 'aside' });
      }
    };
    if (this.isInline || this.dropping) {
      for (const box of boxes) this.inside(box);
      for (const line of words) this.text(` ${line}`);
    } else this.later.push(act);
  }

  private table(element: XmlElement): void {
    if (this.isInline || this.dropping) return this.inside(element);
    this.endBlock();
    const shape = shapeOf(element, (cell, isFirst) => this.apart(cell, isFirst));
    if (shape.kind === 'box') return this.read(shape.cells.flatMap(elementsOf), this.outer ?? { kind: 'aside' });
    if (shape.kind === 'layout') return this.read(shape.cells.flatMap(elementsOf), this.outer);
    this.rows(shape.rows);
  }

  /** The words of a cell that leads others or is said again, which are no passage of the text by themselves. */
  private apart(cell: XmlElement, isFirst: boolean): string {
    const seen = new Map<string, SeenAt>();
    const composer = new Composer();
    const reader = new StoryReader(
      { ...this.given, composer, seen, ...(!isFirst && { leftOut: new LeftOut() }) },
      this.part,
    );
    reader.read(elementsOf(cell));
    const words = composer.finish().text.replaceAll('\n', ' ');
    for (const id of isFirst ? seen.keys() : []) this.given.seen.set(id, { deleted: words, isLeftOut: false });
    return words;
  }

  private rows(rows: readonly (readonly LinePart<XmlElement>[])[]): void {
    for (const row of rows) {
      this.isInline = true;
      for (const part of row) {
        if (typeof part === 'string') this.given.composer.appendClose(part);
        else this.inside(part);
      }
      this.isInline = false;
      this.endBlock();
    }
  }

  private dropped(kind: DroppedKind, content: () => void): void {
    if (this.dropping) return content();
    const dropping = (this.dropping = { kind, words: '' });
    for (const id of this.openComments.keys()) this.openComments.set(id, 0);
    content();
    this.dropping = undefined;
    if (dropping.words.trim() === '') return;
    this.given.leftOut.add(kind, dropping.words);
    for (const [id, from] of this.openComments) {
      const at = this.given.seen.get(id);
      if (!at) continue;
      at.deleted += dropping.words.slice(from);
      at.isLeftOut ||= kind === 'hidden';
    }
  }
}

/** All letters that an element shows, so far as can be told without reading it. */
const wordsOf = (element: XmlElement): string =>
  elementsOf(element)
    .map((child) => (['w:t', 'm:t', 'a:t'].includes(child.name) ? textOf(child) : wordsOf(child)))
    .join('')
    .trim();

/** Whether a paragraph's end is none: that of a large first letter, or one that was deleted as a tracked change. */
function hasOpenEnd(properties: XmlElement | undefined): boolean {
  const cap = childOf(properties, 'w:framePr')?.attributes['w:dropCap'];
  const mark = childOf(properties, 'w:rPr');
  return (cap !== undefined && cap !== 'none') || childOf(mark, 'w:del') !== undefined;
}
