import { lookOf } from './styles';
import { childOf, elementsOf, textOf, type XmlElement } from './xml';

/**
 * Runs side by side that stand at one height above or below the line as one, since what they say is raised as a whole:
 * 10⁻¹², not 10-¹².
 */
export function joinRaised(children: readonly XmlElement[]): readonly XmlElement[] {
  const joined: XmlElement[] = [];
  for (const child of children) {
    const before = joined.at(-1);
    const position = positionOf(child);
    if (before && position !== undefined && positionOf(before) === position) {
      const words = [before, child].map((run) => elementsOf(run).filter(isText).map(textOf).join('')).join('');
      const kept = before.children.filter((part) => typeof part !== 'string' && !isText(part));
      joined[joined.length - 1] = {
        ...before,
        children: [...kept, { name: 'w:t', attributes: {}, children: [words] }],
      };
    } else if (child.name !== 'w:proofErr') joined.push(child);
  }
  return joined;
}

const isText = ({ name }: XmlElement): boolean => name === 'w:t';

/** Of runs that hold nothing but text. */
function positionOf(run: XmlElement): 'above' | 'below' | undefined {
  if (run.name !== 'w:r') return undefined;
  const { position } = lookOf(childOf(run, 'w:rPr'));
  return position !== undefined && elementsOf(run).every((part) => part.name === 'w:rPr' || isText(part))
    ? position
    : undefined;
}
