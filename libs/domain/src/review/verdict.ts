/**
 * What a checker says of a claim. It is the claim that is judged, not who made it: "that it was said" is a claim of its
 * own.
 */
export const verdicts = ['confirmed', 'denied', 'disputed'] as const;
export type Verdict = (typeof verdicts)[number];

/** What an annotation says: a verdict, or that the question is still open. */
export const judgements = [...verdicts, 'question'] as const;
export type Judgement = (typeof judgements)[number];

/** Undefined for an open question. */
export const verdictOf = (judgement: Judgement): Verdict | undefined =>
  judgement === 'question' ? undefined : judgement;

/** An annotation without a verdict is an open question. */
export const judgementOf = (verdict: Verdict | undefined): Judgement => verdict ?? 'question';
