import type { WrittenBlock } from '@belegg/contract';
import { CodePointText, runsOf } from '@belegg/domain';
import type { BlockText } from '../compare-texts';

export type WrittenRun = WrittenBlock['runs'][number];

/** A text as its blocks are written: the same that the server makes of them. */
export function blocksOf({ text, blocks, marks }: BlockText): readonly WrittenBlock[] {
  const points = new CodePointText(text);
  return blocks.map((block) => ({
    kind: block.kind,
    ...(block.level !== undefined && { level: block.level }),
    runs: joined(
      runsOf(block, [], marks).map((run) => {
        const href = run.marks.find(({ kind }) => kind === 'link')?.href;
        return {
          text: points.slice(run.start, run.end),
          ...(run.marks.some(({ kind }) => kind === 'strong') && { strong: true }),
          ...(run.marks.some(({ kind }) => kind === 'em') && { em: true }),
          ...(href !== undefined && { href }),
        };
      }),
    ),
  }));
}

export const sameLook = (a: WrittenRun, b: WrittenRun): boolean =>
  (a.strong ?? false) === (b.strong ?? false) && (a.em ?? false) === (b.em ?? false) && a.href === b.href;

/** Neighbours that look the same as one. */
export function joined(runs: readonly WrittenRun[]): WrittenRun[] {
  const all: WrittenRun[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last && sameLook(last, run)) all[all.length - 1] = { ...last, text: last.text + run.text };
    else if (run.text !== '') all.push(run);
  }
  return all;
}

export const isBlank = ({ runs }: WrittenBlock): boolean => runs.every(({ text }) => text.trim() === '');
