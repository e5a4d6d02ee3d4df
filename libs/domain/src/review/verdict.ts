/** What a checker says of a claim. It is the claim that is judged, not who made it: "that it was said" is a claim of its own. */
export const verdicts = ['confirmed', 'denied', 'disputed'] as const;
export type Verdict = (typeof verdicts)[number];
