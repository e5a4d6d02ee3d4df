import { writtenBlock, type WrittenBlock } from '@belegg/contract';
import * as z from 'zod';
import { invalidField } from '../platform/problem-error';
import { Composer } from './composer';
import type { FormattedText } from './html';
import { safeAddress } from './safe-address';

type WrittenRun = WrittenBlock['runs'][number];

/** What ends a line, as plain text has it (Unicode, UAX #14: BK, CR, LF, NL). */
const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/**
 * A text in the blocks that somebody wrote it in, white space and all. Blocks of white space alone are left out.
 * @throws ProblemError `invalid` when it is no JSON of such blocks; `too-many-sentences`
 */
export function readWrittenBlocks(json: string): FormattedText {
  const composer = new Composer();
  for (const { kind, level, runs } of parse(json)) {
    const style = { kind, ...(kind === 'heading' && level !== undefined && { level }) };
    let before: WrittenRun = { text: '' };
    for (const run of runs) {
      turn(composer, before, run);
      run.text.split(lineEnds).forEach((line, index) => {
        if (index > 0) composer.endBlock(style);
        composer.appendVerbatim(line);
      });
      before = run;
    }
    turn(composer, before, { text: '' });
    composer.endBlock(style);
  }
  return { ...composer.finish(), dropped: [] };
}

/** Marks that go on from one run to the next stay one mark. */
function turn(composer: Composer, before: WrittenRun, next: WrittenRun): void {
  const [from, to] = [hrefOf(before), hrefOf(next)];
  if (before.em && !next.em) composer.closeMark('em');
  if (before.strong && !next.strong) composer.closeMark('strong');
  if (from !== undefined && from !== to) composer.closeMark('link');
  if (to !== undefined && to !== from) composer.openMark('link', to);
  if (next.strong && !before.strong) composer.openMark('strong');
  if (next.em && !before.em) composer.openMark('em');
}

const hrefOf = ({ href }: WrittenRun): string | undefined => (href === undefined ? undefined : safeAddress(href));

function parse(json: string): readonly WrittenBlock[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw invalidField('/content', 'noBlocks');
  }
  const { data } = z.array(writtenBlock).safeParse(value);
  if (!data) throw invalidField('/content', 'noBlocks');
  return data;
}
