import type { PublicClaims } from '@belegg/contract';
import type { FoundClaim } from './find-claims';
import type { Piece } from './page-text';

type Claim = PublicClaims['claims'][number];

/** The claims that an element stands for, the one that is shown first. */
const claimsOf = new WeakMap<Element, readonly Claim[]>();
export const claimsAt = (element: Element): readonly Claim[] => claimsOf.get(element) ?? [];

/**
 * Puts marks around the words of claims. What stands there stays as it is: text nodes are split, nothing is written.
 */
export function markClaims(found: readonly FoundClaim[]): HTMLElement[] {
  const byNode = new Map<Text, { claim: Claim; piece: Piece }[]>();
  for (const { claim, pieces } of found)
    for (const piece of pieces) byNode.set(piece.node, [...(byNode.get(piece.node) ?? []), { claim, piece }]);
  const begun = new Set<Claim>();
  return [...byNode]
    .toSorted(([a], [b]) => inPageOrder(a, b))
    .flatMap(([node, held]) => {
      const edges = [...new Set(held.flatMap(({ piece }) => [piece.start, piece.end]))].sort((a, b) => a - b);
      const marks: HTMLElement[] = [];
      // From the end, so that the offsets before stay right.
      for (let index = edges.length - 2; index >= 0; index -= 1) {
        const [start = 0, end = 0] = edges.slice(index, index + 2);
        const claims = held
          .filter(({ piece }) => piece.start <= start && end <= piece.end)
          .map(({ claim }) => claim)
          .sort((a, b) => a.exact.length - b.exact.length);
        if (claims.length === 0) continue;
        const words = node.splitText(start);
        words.splitText(end - start);
        marks.unshift(wrap(words, claims));
      }
      for (const mark of marks) describe(mark, begun);
      return marks;
    });
}

const inPageOrder = (a: Node, b: Node): number =>
  (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 1 : -1;

function wrap(words: Text, claims: readonly Claim[]): HTMLElement {
  const mark = words.ownerDocument.createElement('mark');
  mark.className = `belegg-claim belegg-${claims[0]?.verdict}`;
  claimsOf.set(mark, claims);
  words.replaceWith(mark);
  mark.append(words);
  return mark;
}

/** The keyboard comes to each claim once, where it begins. */
function describe(mark: HTMLElement, begun: Set<Claim>): void {
  const [claim] = claimsAt(mark);
  if (!claim || begun.has(claim) || mark.closest('a, button')) return;
  begun.add(claim);
  mark.tabIndex = 0;
  mark.setAttribute('role', 'button');
  mark.setAttribute('aria-haspopup', 'dialog');
  mark.setAttribute('aria-description', claim.label);
}
