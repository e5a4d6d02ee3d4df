import type { Block, Language, Sentence } from './block';
import { isSpace } from './characters';
import { CodePointText } from './code-points';
import { isCrossReference } from './cross-reference';
import { english } from './lexicon/english';
import type { Lexicon } from './lexicon/lexicon';
import { norwegian, nynorsk } from './lexicon/norwegian';
import { sentenceEnds } from './sentence-ends';

const lexicons: Record<Language, Lexicon> = { nb: norwegian, nn: nynorsk, en: english };

/**
 * Cuts blocks into sentences: in text order, none across blocks, without white space around them, and together
 * holding every other character of the blocks. A heading or a cross-reference ("Les også: ...") is one sentence.
 * Linear in the text, whatever it holds.
 */
export function segment(text: string, blocks: readonly Block[], language: Language): Sentence[] {
  const offsets = new CodePointText(text);
  const sentences: Sentence[] = [];
  blocks.forEach((block, index) => {
    const start = offsets.toUtf16(block.start);
    const end = offsets.toUtf16(block.end);
    const whole = block.kind === 'heading' || isCrossReference(text.slice(start, end));
    const ends = whole
      ? [end]
      : [...sentenceEnds(text.slice(start, end), lexicons[language]).map((at) => start + at), end];
    let from = start;
    for (const to of ends) {
      const sentence = trimmed(text, from, to);
      if (sentence)
        sentences.push({
          index: sentences.length,
          block: index,
          start: offsets.fromUtf16(sentence.start),
          end: offsets.fromUtf16(sentence.end),
        });
      from = to;
    }
  });
  return sentences;
}

function trimmed(text: string, from: number, to: number): { start: number; end: number } | undefined {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start < end ? { start, end } : undefined;
}
