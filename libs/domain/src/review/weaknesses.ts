import type { MentionedFact } from '../facts';
import type { SourceKind, Stance } from '../sources/citation';
import type { Verdict } from './verdict';

/** Why a claim may fall, the heaviest first. The number is the reason's weight; those of a claim are added. */
export const weaknessWeights = {
  noSource: 20,
  strongerThanSources: 6,
  oneRoot: 4,
  noRationale: 3,
  factUnspoken: 3,
  translationUnchecked: 2,
  noQuote: 2,
  onlyLink: 2,
  oldAccess: 1,
} as const;
export type WeaknessReason = keyof typeof weaknessWeights;
export const weaknessReasons = Object.keys(weaknessWeights) as WeaknessReason[];

export interface WeighedCitation {
  readonly stance: Stance;
  readonly kind: SourceKind;
  readonly url?: string | undefined;
  readonly locator?: string | undefined;
  readonly quote?: string | undefined;
  readonly translation?: string | undefined;
  /** A day, "2024-12-01". */
  readonly accessedAt?: string | undefined;
  /** The hash of what was kept of the page. */
  readonly evidence?: string | undefined;
}

/** What is known of a claim when it is weighed. */
export interface WeighedClaim {
  readonly id: string;
  readonly verdict: Verdict;
  readonly rationale: string;
  readonly citations: readonly WeighedCitation[];
  /** How many roots support it, as `deriveIndependence` counts them. */
  readonly independent: number;
  /** Its numbers and names that nothing mentions, as `unspoken` finds them. */
  readonly unspoken: readonly Pick<MentionedFact, 'text'>[];
  /** Whether somebody else than its authors has approved it, who read the translations too. */
  readonly approved: boolean;
}

export interface WeakClaim {
  readonly id: string;
  /** The sum of the weights. */
  readonly weight: number;
  readonly reasons: readonly WeaknessReason[];
}

const oldAfterDays = 90;

/**
 * The claims that have a reason to fall, the weakest first, those of one weight in the order given. A claim is judged
 * by rule, on what stands there alone: more evidence, more words or an approval never make it weaker.
 * @param today "2024-12-01"; an access is old 90 days later
 */
export function weaknesses(claims: readonly WeighedClaim[], today: string): WeakClaim[] {
  return claims
    .map((claim) => {
      const reasons = weaknessReasons.filter((reason) => holds[reason](claim, today));
      return { id: claim.id, reasons, weight: reasons.reduce((sum, reason) => sum + weaknessWeights[reason], 0) };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.weight - a.weight);
}

/** The citations that bear the verdict: those that explain bear none. */
const bearing = ({ citations }: WeighedClaim) => citations.filter(({ stance }) => stance !== 'context');
const isOld = (accessed: string, today: string) => Date.parse(today) - Date.parse(accessed) > oldAfterDays * 86_400_000;
const says = (text: string | undefined) => (text ?? '').trim() !== '';

/** A rule holds where every citation that bears the verdict lacks something, so that one more never makes it hold. */
const holds: Readonly<Record<WeaknessReason, (claim: WeighedClaim, today: string) => boolean>> = {
  noSource: (claim) => bearing(claim).length === 0,
  strongerThanSources: (claim) => {
    const wanted = claim.verdict === 'confirmed' ? 'supports' : claim.verdict === 'denied' ? 'refutes' : undefined;
    const cited = bearing(claim);
    return wanted !== undefined && cited.length > 0 && cited.every(({ stance }) => stance !== wanted);
  },
  oneRoot: ({ verdict, citations, independent }) =>
    verdict === 'confirmed' &&
    independent === 1 &&
    !citations.some(({ stance, kind }) => stance === 'supports' && kind === 'document'),
  noRationale: ({ rationale }) => !says(rationale),
  factUnspoken: ({ unspoken }) => unspoken.length > 0,
  translationUnchecked: (claim) =>
    !claim.approved && all(claim, ({ quote, translation }) => says(quote) && says(translation)),
  noQuote: (claim) => all(claim, ({ quote, evidence }) => !says(quote) && !says(evidence)),
  onlyLink: (claim) =>
    all(claim, (one) => says(one.url) && !says(one.quote) && !says(one.locator) && !says(one.evidence)),
  oldAccess: (claim, today) =>
    all(claim, ({ accessedAt, evidence }) => !says(evidence) && accessedAt !== undefined && isOld(accessedAt, today)),
};

function all(claim: WeighedClaim, lacks: (citation: WeighedCitation) => boolean): boolean {
  const cited = bearing(claim);
  return cited.length > 0 && cited.every(lacks);
}
