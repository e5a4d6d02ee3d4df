import { maxSentences } from '@belegg/contract';
import {
  canonicalize,
  CodePointText,
  compose,
  isCrossReference,
  type Block,
  type BlockKind,
  type Mark,
  type MarkKind,
} from '@belegg/domain';
import { tooManySentences } from './refusals';

export interface BlockStyle {
  readonly kind: BlockKind;
  readonly level?: number;
}

/** A kind of mark while it is open: how often, where it leads, and where in the block its first character stands. */
interface OpenMark {
  depth: number;
  href: string | undefined;
  start: number | undefined;
}

const kinds = ['link', 'strong', 'em'] as const satisfies readonly MarkKind[];
/** White space as HTML has it (HTML Standard, "ASCII whitespace"). A no-break space is none. */
const spaces = /[ \t\n\f\r]+/g;
/**
 * Characters that NFC may join to the one before (Unicode: NFC_Quick_Check=Maybe): marks, and vowels and finals of
 * Hangul.
 */
const joining = /[\p{M}\u1160-\u11FF]/u;

/**
 * Puts a text together from pieces of text, marks and block ends: white space collapsed as HTML says, one LF between
 * blocks, canonical. Marks hold no white space at their ends and do not reach beyond a block.
 */
export class Composer {
  private readonly lines: string[] = [];
  private readonly blocks: Block[] = [];
  private readonly marks: Mark[] = [];
  /** Code points so far, with the LF after each block. */
  private length = 0;

  private pieces: string[] = [];
  /** UTF-16 units of the pieces, in which the marks of the block are counted until it ends. */
  private size = 0;
  private spaceDue = false;
  private rawMarks: Mark[] = [];
  /** Places that were asked for in the block, in UTF-16 units of it. */
  private rawPoints: { readonly unit: number; readonly tell: (offset: number) => void }[] = [];
  private readonly open: Readonly<Record<MarkKind, OpenMark>> = {
    link: closedMark(),
    strong: closedMark(),
    em: closedMark(),
  };

  append(text: string): void {
    const collapsed = canonicalize(text).replace(spaces, ' ');
    const words = collapsed.replace(/^ | $/g, '');
    if (collapsed.startsWith(' ')) this.spaceDue = true;
    if (words === '') return;
    if (this.spaceDue && this.size > 0) this.push(' ');
    this.write(words);
    this.spaceDue = collapsed.endsWith(' ');
  }

  /** As `append`, but without the white space that ended what was there. */
  appendClose(text: string): void {
    this.spaceDue = false;
    this.append(text);
  }

  /** A line of preformatted text, white space and all. */
  appendVerbatim(line: string): void {
    this.write(canonicalize(line));
  }

  /** @param tell is told, once the block ends, where in the text the next character stands, in code points */
  point(tell: (offset: number) => void): void {
    this.rawPoints.push({ unit: this.size, tell });
  }

  openMark(kind: MarkKind, href?: string): void {
    const mark = this.open[kind];
    // As in HTML, a link within a link ends the outer one.
    if (kind === 'link') this.cut(kind);
    mark.depth += 1;
    mark.href = href;
  }

  closeMark(kind: MarkKind): void {
    const mark = this.open[kind];
    if (kind === 'link' || mark.depth === 1) this.cut(kind);
    mark.depth -= 1;
    mark.href = undefined;
  }

  /**
   * Ends the block, if it holds anything; marks that are open go on in the next.
   * @throws ProblemError `too-many-sentences`, since each block holds one at least
   */
  endBlock(style: BlockStyle): void {
    for (const kind of kinds) this.cut(kind);
    this.spaceDue = false;
    if (this.size === 0) return;
    const raw = this.pieces.join('');
    if (raw.trim() !== '') this.addBlock(raw, style);
    this.pieces = [];
    this.rawMarks = [];
    this.rawPoints = this.rawPoints.map(({ tell }) => ({ unit: 0, tell }));
    this.size = 0;
  }

  finish(): { text: string; blocks: readonly Block[]; marks: readonly Mark[] } {
    for (const { tell } of this.rawPoints) tell(Math.max(0, this.length - 1));
    this.rawPoints = [];
    return { text: this.lines.join('\n'), blocks: this.blocks, marks: this.marks };
  }

  private write(text: string): void {
    if (text === '') return;
    for (const kind of kinds) if (this.open[kind].depth > 0) this.open[kind].start ??= this.size;
    this.push(text);
  }

  private push(text: string): void {
    this.pieces.push(text);
    this.size += text.length;
  }

  /** Takes down what an open mark holds of this block. */
  private cut(kind: MarkKind): void {
    const { start, href } = this.open[kind];
    this.open[kind].start = undefined;
    if (start === undefined || (kind === 'link' && href === undefined)) return;
    this.rawMarks.push({ kind, start, end: this.size, ...(href !== undefined && { href }) });
  }

  private addBlock(raw: string, { kind, level }: BlockStyle): void {
    const { text, place } = normalize(raw, [
      ...this.rawMarks.flatMap(({ start, end }) => [start, end]),
      ...this.rawPoints.map(({ unit }) => unit),
    ]);
    const start = this.length;
    const points = new CodePointText(text);
    const at = (unit: number) => start + points.fromUtf16(place(unit));
    if (this.lines.push(text) > maxSentences) throw tooManySentences();
    this.length += points.length + 1;
    for (const { unit, tell } of this.rawPoints) tell(at(unit));
    this.rawPoints = [];
    const aside = isCrossReference(text);
    this.blocks.push({
      kind: aside ? 'aside' : kind,
      start,
      end: start + points.length,
      ...(!aside && level !== undefined && { level }),
    });
    const marks = this.rawMarks.map((mark) => ({ ...mark, start: at(mark.start), end: at(mark.end) }));
    this.marks.push(
      ...marks.filter((mark) => mark.start < mark.end).sort((a, b) => a.start - b.start || b.end - a.end),
    );
  }
}

const closedMark = (): OpenMark => ({ depth: 0, href: undefined, start: undefined });

/**
 * NFC of a text, and where offsets of it (UTF-16) lie in the result. The text is cut at the offsets, which first give
 * way to what NFC would join to the character before, so that the pieces are together what the whole would be.
 */
function normalize(raw: string, offsets: readonly number[]): { text: string; place: (offset: number) => number } {
  const places = new Map<number, number>();
  let text = '';
  let from = 0;
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    let to = Math.max(offset, from);
    for (let next = charAt(raw, to); to > 0 && joining.test(next); next = charAt(raw, to)) to += next.length;
    text += compose(raw.slice(from, to));
    places.set(offset, text.length);
    from = to;
  }
  text += compose(raw.slice(from));
  return { text, place: (offset) => places.get(offset) ?? 0 };
}

const charAt = (text: string, unit: number): string =>
  unit < text.length ? String.fromCodePoint(text.codePointAt(unit) ?? 0) : '';
