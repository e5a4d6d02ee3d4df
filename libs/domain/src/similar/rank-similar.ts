import { featuresOf, isTelling, type Feature, type Wording } from './features';
import { stemLikeness } from './stem';

export interface Similar<Claim> {
  readonly claim: Claim;
  /** From 0 to 1. */
  readonly likeness: number;
}

/** Below it, claims have little more in common than a name or a number. */
export const leastLikeness = 0.25;

/**
 * Claims that say nearly the same as one, the likest first. What two have in common counts by its kind (names more than
 * numbers, numbers more than words), and the more the fewer of the claims have it; half by the share that it is of
 * the one, half of the other. A pure function of the claims, in a time that grows with their words.
 */
export function rankSimilar<Claim extends Wording>(
  asked: Wording,
  claims: readonly Claim[],
  least = leastLikeness,
): Similar<Claim>[] {
  const own = featuresOf(asked);
  const others = claims.map((claim) => ({ claim, features: featuresOf(claim) }));
  const rarity = rarityAmong(others.map(({ features }) => features));
  return others
    .map(({ claim, features }) => ({ claim, likeness: likenessOf(own, features, rarity) }))
    .filter(({ likeness }) => likeness >= least)
    .sort((a, b) => b.likeness - a.likeness);
}

/** Few claims that were chosen by words of one are no measure of how rare these are: they count as of this many. */
const leastClaims = 500;

/** How much a feature tells, by how many of the claims have it: nearly 1 for one that a single claim has. */
function rarityAmong(all: readonly (readonly Feature[])[]): (feature: Feature) => number {
  const counts = new Map<string, number>();
  for (const features of all)
    for (const stem of new Set(features.map(({ stem }) => stem))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const total = Math.max(all.length, leastClaims) + 2;
  return ({ stem }) => Math.max(0.2, Math.log(total / ((counts.get(stem) ?? 0) + 1)) / Math.log(total));
}

function likenessOf(a: readonly Feature[], b: readonly Feature[], rarity: (feature: Feature) => number): number {
  const total = (features: readonly Feature[]) =>
    features.reduce((sum, feature) => sum + feature.weight * rarity(feature), 0);
  let shared = 0;
  const taken = new Set<Feature>();
  for (const feature of a) {
    let best = 0;
    let partner: Feature | undefined;
    for (const other of b) {
      if (taken.has(other)) continue;
      const alike = featureLikeness(feature, other);
      if (alike > best) [best, partner] = [alike, other];
    }
    if (!partner) continue;
    taken.add(partner);
    shared += best * Math.min(feature.weight * rarity(feature), partner.weight * rarity(partner));
  }
  // One word in common is chance, unless it is a number of three digits or more.
  if (taken.size < 2 && ![...taken].some(isTelling)) return 0;
  return (shared / total(a) + shared / total(b)) / 2;
}

function featureLikeness(a: Feature, b: Feature): number {
  if ((a.kind === 'number') !== (b.kind === 'number')) return 0;
  return a.kind === 'number' ? numberLikeness(a.values, b.values) : stemLikeness(a.stem, b.stem);
}

/** Equal, or one rounded to the other. */
function numberLikeness(a: readonly number[], b: readonly number[]): number {
  let best = 0;
  for (const x of a)
    for (const y of b) {
      const off = Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y), 1e-9);
      best = Math.max(best, off < 1e-6 ? 1 : off <= 0.05 ? 0.6 : 0);
    }
  return best;
}
