import { mayCarry, type CarryBasis } from '../anchoring/carry';
import { keepCuts, type CutText } from '../anchoring/keep-cuts';
import { reanchor, type Anchor } from '../anchoring/reanchor';
import { coverSentences, isSettled, type NotCheckableStretch, type SentenceState } from '../review/coverage';
import type { Status } from '../review/status';
import type { Language, Sentence } from '../text/block';
import { CodePointText } from '../text/code-points';
import { touchedSentences, type Range } from '../text/range';

/** An article as it stands: its text, and how far that is checked. */
export interface StandingText<Claim> extends CutText {
  readonly language: Language;
  readonly date?: string | undefined;
  /** How far each sentence is, in the order of `sentences`. */
  readonly covered: readonly {
    readonly state: SentenceState;
    readonly rest?: readonly Range[] | undefined;
    /** Somebody, where a second person agreed that the sentence or its `rest` needs no check. */
    readonly confirmedBy?: unknown;
  }[];
  /** Without the retired ones; an orphan has no range. */
  readonly claims: readonly (Claim & { readonly range?: Range | undefined; readonly status: Status })[];
}

/** What would be open if another text stood in the place of an article's. Ranges are in that other text. */
export interface OpenParts<Claim> {
  /** Those of which no approval reaches the other text, in the order of the article. */
  readonly claims: readonly { readonly claim: Claim; readonly anchor: Anchor }[];
  /** The sentences that hold words of which nobody has said anything that still holds. */
  readonly sentences: readonly { readonly range: Range; readonly words: readonly Range[] }[];
}

/** A text that came from elsewhere, as the program cuts it. */
export interface OtherText {
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/**
 * Judges another text by what is approved of an article, by the same rules as a new revision (`reanchor`, `mayCarry`).
 * Changes nothing. Linear in both texts.
 */
export function openIn<Claim>(standing: StandingText<Claim>, other: OtherText): OpenParts<Claim> {
  const next = { text: other.text, sentences: keepCuts(standing, other) };
  const old = basisOf(standing, standing);
  const now = basisOf(next, standing);
  const claims = standing.claims.map((claim) => ({ claim, range: claim.range ?? { start: 0, end: 0 } }));
  const anchors = reanchor(standing.text, next.text, [...claims.map(({ range }) => range), ...standing.sentences]);
  const carried = (range: Range, anchor: Anchor | undefined): Range | undefined =>
    anchor && anchor.outcome !== 'orphaned' && mayCarry(range, anchor, old, now) ? anchor.range : undefined;

  const open: { claim: Claim; anchor: Anchor }[] = [];
  const holding: Range[] = [];
  const unsettled = new Set<number>();
  claims.forEach(({ claim, range }, index) => {
    const anchor = anchors[index] ?? { outcome: 'orphaned' };
    const place = claim.status === 'approved' ? carried(range, anchor) : undefined;
    if (place) return holding.push(place);
    open.push({ claim, anchor });
    return touchedSentences(standing.sentences, range).forEach((sentence) => unsettled.add(sentence));
  });

  const settled = new Set<number>();
  const exempt: NotCheckableStretch[] = [];
  standing.sentences.forEach((sentence, index) => {
    const place = carried(sentence, anchors[claims.length + index]);
    const said = standing.covered[index];
    if (!place || !said) return;
    if (isSettled(said.state) && !unsettled.has(index)) settled.add(place.start);
    if (said.confirmedBy === undefined) return;
    const shift = place.start - sentence.start;
    for (const { start, end } of said.rest ?? [sentence])
      exempt.push({ range: { start: start + shift, end: end + shift }, confirmed: true });
  });

  const asked = next.sentences.flatMap(({ start }, index) => (settled.has(start) ? [] : [index]));
  const annotations = holding.map((range) => ({ range, status: 'approved' as const, isQuestion: false }));
  const covered = coverSentences(
    { text: now.text, sentences: next.sentences, annotations, notCheckable: exempt },
    asked,
  );
  return {
    claims: open,
    sentences: asked.flatMap((index, at) => {
      const sentence = next.sentences[index];
      const words = covered[at]?.open ?? [];
      return sentence && words.length > 0
        ? [{ range: { start: sentence.start, end: sentence.end }, words: [...words] }]
        : [];
    }),
  };
}

const basisOf = (
  { text, sentences }: OtherText,
  { language, date }: { readonly language: Language; readonly date?: string | undefined },
): CarryBasis => ({ text: new CodePointText(text), sentences, language, date });
