import type { AnchorOutcome } from '../anchoring/selector';
import type { Language, Sentence } from '../text/block';
import { CodePointText } from '../text/code-points';
import type { Range } from '../text/range';
import { touchedSentences } from './coverage';

/** The version of the rule below. It is recorded with all that is carried, so that one can tell by which rule it was. */
export const carryRule = 1;

/** A frozen text, as far as carrying looks at it. */
export interface CarryText {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly language: Language;
  /** The day from which "yesterday" counts. */
  readonly date: string | undefined;
}

/** A passage of the text before, and what became of it on the text after. */
export interface CarryFacts {
  readonly from: Range;
  readonly outcome: AnchorOutcome;
  /** In the text after; an orphan has none. */
  readonly to: Range | undefined;
}

/**
 * Whether what was decided on a passage of one text still holds on the next: the passage is unchanged, every sentence
 * that it touches and the one before that in its block are identical, and so are language and date. So an approval
 * lapses when "Kim denied it." keeps its words but the sentence before, which says what "it" is, does not.
 * Make one for many passages; each costs the logarithm of the number of sentences.
 */
export class CarryRule {
  private readonly before: CodePointText;
  private readonly after: CodePointText;
  private readonly sameSetting: boolean;

  constructor(private readonly old: CarryText, private readonly now: CarryText) {
    this.before = new CodePointText(old.text);
    this.after = new CodePointText(now.text);
    this.sameSetting = old.language === now.language && old.date === now.date;
  }

  mayCarry({ from, outcome, to }: CarryFacts): boolean {
    if (!this.sameSetting || outcome !== 'unchanged' || !to) return false;
    const old = touchedSentences(this.old.sentences, from);
    const now = touchedSentences(this.now.sentences, to);
    return old.length > 0 && old.length === now.length
      && this.offsetIn(this.old.sentences, old, from) === this.offsetIn(this.now.sentences, now, to)
      && old.every((index, at) => this.isSame(index, now[at] ?? -1) && this.isSame(previous(this.old.sentences, index), previous(this.now.sentences, now[at] ?? -1)));
  }

  /** How far into its first sentence a passage begins: the same words may stand in a sentence twice. */
  private offsetIn(sentences: readonly Sentence[], [first = -1]: readonly number[], { start }: Range): number {
    return start - (sentences[first]?.start ?? 0);
  }

  /** Whether two sentences are identical, or neither is there. */
  private isSame(old: number, now: number): boolean {
    const a = this.old.sentences[old];
    const b = this.now.sentences[now];
    if (!a || !b) return a === b;
    return a.end - a.start === b.end - b.start && this.before.slice(a.start, a.end) === this.after.slice(b.start, b.end);
  }
}

/** The index of the sentence before this one in its block, or -1. */
function previous(sentences: readonly Sentence[], index: number): number {
  return sentences[index - 1]?.block === sentences[index]?.block ? index - 1 : -1;
}
