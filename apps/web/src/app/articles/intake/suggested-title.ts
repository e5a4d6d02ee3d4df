import type { PreviewView } from '@belegg/contract';
import { CodePointText } from '@belegg/domain';

/** Longer first lines are paragraphs. */
const longest = 140;

/** The first heading; in plain text, which has none, a first line that looks like one. */
export function suggestedTitle({ title, text, blocks }: PreviewView): string {
  const first = blocks[0];
  if (title !== undefined || !first) return title ?? '';
  const line = new CodePointText(text).slice(first.start, first.end).trim();
  return blocks.length > 1 && line.length <= longest && !/[.:;,]$/.test(line) ? line : '';
}
