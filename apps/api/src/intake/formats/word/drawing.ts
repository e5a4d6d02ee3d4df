import type { OfficePackage, Relationship } from './package';
import { elementsOf, findAll, textOf, type XmlElement } from './xml';

/** What a shape, a picture or an object holds. */
export interface Drawing {
  /** Boxes of paragraphs. */
  readonly boxes: readonly XmlElement[];
  /** Lines of diagrams, charts and lettering. */
  readonly words: readonly string[];
  /** Pictures, by what stands for them. */
  readonly images: readonly string[];
}

export function drawingOf(
  element: XmlElement,
  document: OfficePackage,
  links: ReadonlyMap<string, Relationship>,
): Drawing {
  const boxes = [...outermost(element, 'w:txbxContent')];
  const words: string[] = [];
  for (const { attributes } of findAll(element, 'dgm:relIds'))
    words.push(...paragraphsOf(links.get(attributes['r:dm'] ?? ''), document));
  for (const { attributes } of findAll(element, 'c:chart'))
    words.push(...paragraphsOf(links.get(attributes['r:id'] ?? ''), document));
  for (const { attributes } of findAll(element, 'v:textpath'))
    if (attributes['string'] !== undefined) words.push(attributes['string']);
  const hasText = boxes.length > 0 || words.length > 0;
  const [described] = [...findAll(element, 'wp:docPr')];
  const alternative = described?.attributes['descr'] ?? '';
  return { boxes, words, images: hasText ? [] : [alternative] };
}

/** Elements of a name that stand in none of that name; of two alternatives the first that has any. */
function* outermost(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of elementsOf(element)) {
    if (child.name === name) yield child;
    else if (child.name === 'mc:AlternateContent') {
      const found = elementsOf(child).map((one) => [...outermost(one, name)]);
      yield* found.find((one) => one.length > 0) ?? [];
    } else yield* outermost(child, name);
  }
}

/** The paragraphs of a diagram's data, or the texts and figures that a chart shows. */
function paragraphsOf(link: Relationship | undefined, document: OfficePackage): string[] {
  const bytes = link && !link.isExternal ? document.bytes(link.target) : undefined;
  if (!link || !bytes) return [];
  const root = document.xml(link.target);
  const lines = [...findAll(root, 'a:p')].map((line) => [...findAll(line, 'a:t')].map(textOf).join(''));
  const values = [...findAll(root, 'c:ser')].map((series) => [...findAll(series, 'c:v')].map(textOf).join(' '));
  return [...lines, ...values].filter((line) => line.trim() !== '');
}
