import type { BlockStyle } from '../composer';
import { childOf, findAll, type XmlElement } from './word/xml';

/** What a style of an OpenDocument text says of the words that it is for. */
export interface OdtStyle {
  readonly block?: BlockStyle | undefined;
  readonly strong?: boolean | undefined;
  readonly em?: boolean | undefined;
  readonly struck?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  readonly position?: 'above' | 'below' | undefined;
}

const deepest = 20;

/** By name. @param parts the styles of the document, and then those that its content makes for itself */
export function stylesOf(parts: readonly (XmlElement | undefined)[]): ReadonlyMap<string, OdtStyle> {
  const elements = parts.flatMap((part) => (part ? [...findAll(part, 'style:style')] : []));
  const byName = new Map(elements.map((element) => [element.attributes['style:name'] ?? '', element]));
  const resolve = (element: XmlElement, depth: number): OdtStyle => {
    const parent = byName.get(element.attributes['style:parent-style-name'] ?? '');
    const inherited = parent && depth < deepest ? resolve(parent, depth + 1) : {};
    return { ...inherited, ...ownOf(element) };
  };
  return new Map([...byName].map(([name, element]) => [name, resolve(element, 0)]));
}

function ownOf(element: XmlElement): OdtStyle {
  const { attributes } = element;
  const look = childOf(element, 'style:text-properties')?.attributes ?? {};
  const [weight, slant, line] = [look['fo:font-weight'], look['fo:font-style'], look['style:text-line-through-style']];
  const position = positionOf(look['style:text-position']);
  const isText = attributes['style:family'] === 'text';
  const block = blockOf(attributes);
  return {
    ...(block && { block }),
    // Bold paragraphs are the look of a style, not words that somebody stressed.
    ...(isText && weight !== undefined && { strong: weight === 'bold' || Number(weight) >= 600 }),
    ...(isText && slant !== undefined && { em: slant !== 'normal' }),
    ...(line !== undefined && { struck: line !== 'none' }),
    ...(look['text:display'] !== undefined && { hidden: look['text:display'] === 'none' }),
    ...(position && { position }),
  };
}

/** "super 58%", "-33% 58%". */
function positionOf(value: string | undefined): 'above' | 'below' | undefined {
  const [first = ''] = (value ?? '').split(' ');
  if (first === 'super' || Number.parseFloat(first) > 0) return 'above';
  return first === 'sub' || Number.parseFloat(first) < 0 ? 'below' : undefined;
}

function blockOf(attributes: Readonly<Record<string, string>>): BlockStyle | undefined {
  const name = attributes['style:name'] ?? '';
  const level = Number(attributes['style:default-outline-level']);
  if (level >= 1) return { kind: 'heading', level: Math.min(6, level) };
  if (name === 'Title') return { kind: 'heading', level: 1 };
  return name === 'Quotations' || name === 'Quote' ? { kind: 'quote' } : undefined;
}
