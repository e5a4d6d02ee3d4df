import type { FactKind } from '..';
import { CodePointText } from '../../text/code-points';

export interface LabelledFact {
  readonly kind: FactKind;
  readonly start: number;
  readonly end: number;
}

export interface LabelledSentence {
  readonly text: string;
  readonly facts: readonly LabelledFact[];
}

const kinds: Readonly<Record<string, FactKind>> = {
  n: 'name',
  '#': 'number',
  d: 'date',
  q: 'quotation',
  s: 'superlative',
};

/**
 * Reads sentences, one a line, in which facts stand in brackets behind a sign of their kind: `n` name, `#` number,
 * `d` date or clock time, `q` quotation, `s` superlative. Ranges are in code points of the sentence.
 */
export function labelled(lines: string): LabelledSentence[] {
  return lines.trim().split('\n').map(readLine);
}

function readLine(line: string): LabelledSentence {
  let text = '';
  const open: { kind: FactKind; start: number }[] = [];
  const facts: LabelledFact[] = [];
  const length = () => new CodePointText(text).length;
  for (const [piece] of line.matchAll(/\[[n#dqs] |\]|[^[\]]+/gu)) {
    const kind = piece.startsWith('[') ? kinds[piece.slice(1, 2)] : undefined;
    if (kind) open.push({ kind, start: length() });
    else if (piece === ']') {
      const fact = open.pop();
      if (fact) facts.push({ ...fact, end: length() });
    } else text += piece;
  }
  return { text, facts };
}
