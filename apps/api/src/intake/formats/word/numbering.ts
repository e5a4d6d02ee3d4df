import { beginsWithMonth } from '../../dates-in-lists';
import { childOf, elementsOf, findAll, textOf, type XmlElement } from './xml';

/** A level of a list: its first number, and how it is written: "%1.". */
interface Level {
  readonly start: number;
  readonly written: string;
}

/**
 * Numbers of paragraphs that say more than a place in a list. Word makes a list of a line that begins with "24.
 * november", and takes the 24 out of it.
 */
export class Numbering {
  private readonly levels = new Map<string, Level>();
  private readonly uses = new Map<string, number>();
  private readonly counted = new Map<string, number>();

  /** @param root `w:numbering` @param body the story in which paragraphs are numbered */
  constructor(root: XmlElement | undefined, body: XmlElement | undefined) {
    const abstract = new Map<string, XmlElement>();
    for (const element of root ? elementsOf(root) : []) {
      if (element.name === 'w:abstractNum') abstract.set(element.attributes['w:abstractNumId'] ?? '', element);
      const base = abstract.get(valueOf(childOf(element, 'w:abstractNumId')) ?? '');
      if (element.name === 'w:num' && base) this.addLevels(element, base);
    }
    for (const properties of body ? findAll(body, 'w:numPr') : []) {
      const key = keyOf(properties);
      this.uses.set(key, (this.uses.get(key) ?? 0) + 1);
    }
  }

  /** The decimal levels of a list: as its kind has them, and as the list overrides them. */
  private addLevels(list: XmlElement, base: XmlElement): void {
    const overrides = elementsOf(list).filter(({ name }) => name === 'w:lvlOverride');
    for (const level of elementsOf(base).filter(({ name }) => name === 'w:lvl')) {
      const index = level.attributes['w:ilvl'] ?? '0';
      const own = overrides.find((one) => one.attributes['w:ilvl'] === index);
      const start = childOf(own, 'w:startOverride') ?? childOf(childOf(own, 'w:lvl') ?? level, 'w:start');
      if (valueOf(childOf(level, 'w:numFmt')) !== 'decimal') continue;
      this.levels.set(`${list.attributes['w:numId'] ?? ''} ${index}`, {
        start: Number(valueOf(start) ?? 1) || 0,
        written: valueOf(childOf(level, 'w:lvlText')) ?? '',
      });
    }
  }

  /** The number that a paragraph begins with where it is no place in a list; asked once for each, in their order. */
  numberOf(paragraph: XmlElement): string | undefined {
    const properties = childOf(childOf(paragraph, 'w:pPr'), 'w:numPr');
    const key = properties && keyOf(properties);
    const level = this.levels.get(key ?? '');
    if (key === undefined || !level || !/^%1\D?$/.test(level.written)) return undefined;
    const number = this.counted.get(key) ?? level.start;
    this.counted.set(key, number + 1);
    const words = [...findAll(paragraph, 'w:t')].map(textOf).join('');
    const isAlone = this.uses.get(key) === 1 && number > 1;
    return words.trim() !== '' && (isAlone || beginsWithMonth(words))
      ? level.written.replace('%1', `${number}`)
      : undefined;
  }
}

const valueOf = (element: XmlElement | undefined): string | undefined => element?.attributes['w:val'];

const keyOf = (properties: XmlElement): string =>
  `${valueOf(childOf(properties, 'w:numId')) ?? ''} ${valueOf(childOf(properties, 'w:ilvl')) ?? '0'}`;
