import type { BlockStyle } from '../../composer';
import { childOf, elementsOf, type XmlElement } from './xml';

/** What properties of a run or of a style say about characters; what they leave open is undefined. */
export interface RunLook {
  readonly strong?: boolean | undefined;
  readonly em?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  readonly struck?: boolean | undefined;
  readonly position?: 'above' | 'below' | undefined;
}

/** What a style makes of a paragraph and its characters. */
export interface WordStyle extends RunLook {
  readonly block?: BlockStyle | undefined;
}

/** "heading 1" is the name that Word writes in every language; others write their own. */
const heading =
  /^(?:heading|overskrift|tittel|rubrik|otsikko|überschrift|titre|título|titolo|kop|nagłówek|заголовок|fyrirsögn)\s*([1-9])\b/iu;
const title = /^(?:title|tittel|rubrik|titel|titre|título|titolo|hovedtittel)$/iu;
const quote = /^(?:intense quote|quote|block text|quotations|sitat|sterkt sitat|blokksitat|citat|zitat|citation)$/iu;
const list = /^(?:list|liste)\b/iu;
const aside = /^(?:faktaboks|fakta|fact ?box|infobox|sidebar)/iu;

const isOn = (element: XmlElement | undefined): boolean | undefined =>
  element && !['0', 'false', 'off', 'none'].includes(element.attributes['w:val'] ?? 'true');

/** @param properties `w:rPr` */
export function lookOf(properties: XmlElement | undefined): RunLook {
  if (!properties) return {};
  const on = (name: string) => isOn(childOf(properties, name));
  const align = childOf(properties, 'w:vertAlign')?.attributes['w:val'];
  return {
    strong: on('w:b'),
    em: on('w:i'),
    hidden: on('w:vanish') ?? on('w:specVanish'),
    struck: on('w:strike') ?? on('w:dstrike'),
    position: align === 'superscript' ? 'above' : align === 'subscript' ? 'below' : shifted(properties),
  };
}

/** Half points by which letters stand off the line; less evens out fonts. */
const leastShift = 4;

function shifted(properties: XmlElement): 'above' | 'below' | undefined {
  const by = Number(childOf(properties, 'w:position')?.attributes['w:val'] ?? 0);
  return Math.abs(by) < leastShift || Number.isNaN(by) ? undefined : by > 0 ? 'above' : 'below';
}

/** What stands in the second where the first leaves it open. */
export const overlaid = <Look extends RunLook>(upper: Look, lower: RunLook): Look => ({
  ...lower,
  ...(Object.fromEntries(Object.entries(upper).filter(([, value]) => value !== undefined)) as Look),
});

/** What a paragraph's own properties make of it. @param properties `w:pPr` */
export function blockOf(properties: XmlElement | undefined): BlockStyle | undefined {
  const level = Number(childOf(properties, 'w:outlineLvl')?.attributes['w:val'] ?? 9);
  if (level < 9) return { kind: 'heading', level: Math.min(6, level + 1) };
  const number = childOf(childOf(properties, 'w:numPr'), 'w:numId')?.attributes['w:val'];
  return number !== undefined && number !== '0' ? { kind: 'listItem' } : undefined;
}

function namedBlock(name: string): BlockStyle | undefined {
  const level = heading.exec(name)?.[1];
  if (level !== undefined) return { kind: 'heading', level: Math.min(6, Number(level)) };
  if (title.test(name)) return { kind: 'heading', level: 1 };
  if (quote.test(name)) return { kind: 'quote' };
  if (aside.test(name)) return { kind: 'aside' };
  return list.test(name) && !/continue|fortsett/i.test(name) ? { kind: 'listItem' } : undefined;
}

/**
 * Styles by id, each with what it has from the style that it is based on.
 * @param root `w:styles`, where there is one
 */
export function readStyles(root: XmlElement | undefined): ReadonlyMap<string, WordStyle> {
  const given = new Map(
    (root ? elementsOf(root) : [])
      .filter(({ name }) => name === 'w:style')
      .map((style) => [style.attributes['w:styleId'] ?? '', style]),
  );
  const read = new Map<string, WordStyle>();
  const resolve = (id: string, above: ReadonlySet<string>): WordStyle => {
    const known = read.get(id);
    const style = given.get(id);
    if (known || !style || above.has(id)) return known ?? { block: namedBlock(id) };
    const base = childOf(style, 'w:basedOn')?.attributes['w:val'];
    const lower = base === undefined ? {} : resolve(base, new Set([...above, id]));
    const properties = childOf(style, 'w:pPr');
    const block = namedBlock(childOf(style, 'w:name')?.attributes['w:val'] ?? '') ?? blockOf(properties);
    const resolved = overlaid<WordStyle>({ ...lookOf(childOf(style, 'w:rPr')), block }, lower);
    read.set(id, resolved);
    return resolved;
  };
  for (const id of given.keys()) resolve(id, new Set());
  return read;
}
