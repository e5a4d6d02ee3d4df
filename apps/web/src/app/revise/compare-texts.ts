import type { AnnotationView, OutcomeView } from '@belegg/contract';
import {
  CodePointText,
  judgementOf,
  wordDiff,
  type AnchorOutcome,
  type Block,
  type Highlight,
  type Mark,
  type Range,
} from '@belegg/domain';
import { alignBlocks, type BlockPair } from './align-blocks';

/** A text with its blocks, as a revision or a preview has it. */
export interface BlockText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
}

/** What is to be seen on a stretch: what is said of it, or that it came or went. */
export interface Stretch extends Highlight {
  readonly kind: 'annotation' | 'removed' | 'added';
  readonly className: string;
}

/** A block of one of the two texts, dressed. */
export interface Cell {
  readonly text: CodePointText;
  readonly block: Block;
  readonly marks: readonly Mark[];
  readonly stretches: readonly Stretch[];
}

/**
 * What becomes of an annotation, where it is shown: beside the old words if they are gone, else beside the new ones.
 */
export interface Affected {
  readonly annotation: AnnotationView;
  readonly outcome: AnchorOutcome;
  readonly score: number | undefined;
  readonly lapses: boolean;
}

export interface Row {
  readonly key: string;
  readonly old: Cell | undefined;
  readonly now: Cell | undefined;
  readonly isSame: boolean;
  /** Whether its words stand elsewhere in the other text, all of them. */
  readonly isMoved: boolean;
  readonly lost: readonly Affected[];
  readonly placed: readonly Affected[];
}

/** What was decided on it falls if the new text does not carry it. */
const decided: readonly string[] = ['submitted', 'returned', 'approved'];

/**
 * Two texts side by side, block by block, with the annotations on both. `outcomes` are those of the annotations on the
 * new text.
 */
export function compareTexts(
  before: BlockText,
  after: BlockText,
  annotations: readonly AnnotationView[],
  outcomes: readonly OutcomeView[],
): readonly Row[] {
  const [oldText, newText] = [new CodePointText(before.text), new CodePointText(after.text)];
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const onOld = annotations
    .filter(({ anchor }) => anchor.outcome !== 'orphaned')
    .map((annotation) => stretchOf(annotation, annotation.selector[0]));
  const onNew = outcomes.flatMap(({ annotationId, selector }) => {
    const annotation = byId.get(annotationId);
    return annotation && selector ? [stretchOf(annotation, selector[0])] : [];
  });
  const affected = outcomes.flatMap(({ annotationId, outcome, score, selector, carried }) => {
    const annotation = byId.get(annotationId);
    if (!annotation) return [];
    const lapses = decided.includes(annotation.status) && !carried;
    return outcome === 'unchanged' && !lapses ? [] : [{ at: selector?.[0], annotation, outcome, score, lapses }];
  });

  const said = (text: CodePointText, { start, end }: Range): string => text.slice(start, end);
  const [oldSaid, newSaid] = [
    before.blocks.map((block) => said(oldText, block)),
    after.blocks.map((block) => said(newText, block)),
  ];
  const pairs = alignBlocks(oldSaid, newSaid);
  const moved = movedAmong(pairs, oldSaid, newSaid);
  return pairs.map((pair): Row => {
    const old = pair.old === undefined ? undefined : before.blocks[pair.old];
    const now = pair.now === undefined ? undefined : after.blocks[pair.now];
    const isMoved = moved.has(pair);
    const changes = isMoved
      ? { removed: [], added: [] }
      : changesOf(
          old && { start: old.start, said: said(oldText, old) },
          now && { start: now.start, said: said(newText, now) },
        );
    return {
      key: `${pair.old ?? '-'}:${pair.now ?? '-'}`,
      old: old && {
        text: oldText,
        block: old,
        marks: within(before.marks, old),
        stretches: [...changes.removed, ...within(onOld, old)],
      },
      now: now && {
        text: newText,
        block: now,
        marks: within(after.marks, now),
        stretches: [...changes.added, ...within(onNew, now)],
      },
      isSame: !isMoved && changes.removed.length === 0 && changes.added.length === 0,
      isMoved,
      lost: affected.filter(
        ({ at, annotation }) =>
          !at && annotation.anchor.outcome !== 'orphaned' && old && startsIn(old, annotation.selector[0]),
      ),
      placed: affected.filter(({ at }) => at && now && startsIn(now, at)),
    };
  });
}

/** The blocks that left one place and came, word for word, to another. */
function movedAmong(
  pairs: readonly BlockPair[],
  old: readonly string[],
  now: readonly string[],
): ReadonlySet<BlockPair> {
  const left = new Map<string | undefined, BlockPair[]>();
  for (const pair of pairs) {
    const words = old[pair.old ?? -1];
    if (pair.now === undefined) left.set(words, [...(left.get(words) ?? []), pair]);
  }
  const moved = new Set<BlockPair>();
  for (const pair of pairs) {
    const from = pair.old === undefined ? left.get(now[pair.now ?? -1])?.shift() : undefined;
    if (from) moved.add(pair).add(from);
  }
  return moved;
}

/** Rows to show, and stretches of rows where nothing happened, from the third on folded away. */
export type Section = { readonly rows: readonly Row[]; readonly folded: boolean; readonly key: string };

export function sectionsOf(rows: readonly Row[]): readonly Section[] {
  const sections: { rows: Row[]; folded: boolean; key: string }[] = [];
  for (const row of rows) {
    const folded = row.isSame && row.lost.length === 0 && row.placed.length === 0;
    const last = sections.at(-1);
    if (last?.folded === folded) last.rows.push(row);
    else sections.push({ rows: [row], folded, key: row.key });
  }
  return sections.map((section) => ({ ...section, folded: section.folded && section.rows.length > 2 }));
}

function stretchOf({ id, verdict, status }: AnnotationView, { start, end }: Range): Stretch {
  return { id, start, end, kind: 'annotation', className: `${judgementOf(verdict)} ${status}` };
}

interface Claim {
  readonly start: number;
  readonly said: string;
}

function changesOf(old: Claim | undefined, now: Claim | undefined): Record<'removed' | 'added', readonly Stretch[]> {
  const removed: Stretch[] = [];
  const added: Stretch[] = [];
  let [from, to] = [old?.start ?? 0, now?.start ?? 0];
  for (const { kind, text } of wordDiff(old?.said ?? '', now?.said ?? '')) {
    const length = new CodePointText(text).length;
    if (kind === 'removed')
      removed.push({ id: `removed${from}`, start: from, end: from + length, kind, className: kind });
    if (kind === 'added') added.push({ id: `added${to}`, start: to, end: to + length, kind, className: kind });
    if (kind !== 'added') from += length;
    if (kind !== 'removed') to += length;
  }
  return { removed, added };
}

function within<Kind extends Range>(all: readonly Kind[], { start, end }: Range): readonly Kind[] {
  return all.filter((one) => one.start < end && one.end > start);
}

function startsIn({ start, end }: Range, at: Range): boolean {
  return at.start >= start && at.start < end;
}
