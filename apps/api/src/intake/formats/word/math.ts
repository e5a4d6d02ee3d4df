import { offTheLine } from '../../raised';
import { childOf, elementsOf, textOf, type XmlElement } from './xml';

const inBrackets = (text: string): string => ([...text].length > 1 ? `(${text})` : text);

/** An equation of Office (ECMA-376-1, 22.1) on one line: a/b, x², √(x). Its letters are all there. */
export function equationText(element: XmlElement): string {
  const part = (name: string): string => {
    const child = childOf(element, name);
    return child ? equationText(child) : '';
  };
  const property = (name: string): string | undefined => {
    const properties = elementsOf(element).find((child) => child.name.endsWith('Pr'));
    return childOf(properties, name)?.attributes['m:val'];
  };
  const above = (text: string) => offTheLine(text, 'above');
  const below = (text: string) => offTheLine(text, 'below');
  switch (element.name) {
    case 'm:t':
    case 'w:t':
      return textOf(element);
    case 'w:del':
    case 'w:moveFrom':
      return '';
    case 'm:acc':
      return part('m:e') + (property('m:chr') ?? '\u0302');
    case 'm:f':
      return `${inBrackets(part('m:num'))}/${inBrackets(part('m:den'))}`;
    case 'm:sSup':
      return part('m:e') + above(part('m:sup'));
    case 'm:sSub':
      return part('m:e') + below(part('m:sub'));
    case 'm:sSubSup':
      return part('m:e') + below(part('m:sub')) + above(part('m:sup'));
    case 'm:sPre':
      return above(part('m:sup')) + below(part('m:sub')) + part('m:e');
    case 'm:rad':
      return `${above(part('m:deg'))}√${inBrackets(part('m:e'))}`;
    case 'm:nary':
      return `${property('m:chr') ?? '∫'}${below(part('m:sub'))}${above(part('m:sup'))} ${part('m:e')}`;
    case 'm:d': {
      const parts = elementsOf(element).filter(({ name }) => name === 'm:e');
      const inner = parts.map(equationText).join(property('m:sepChr') ?? '|');
      return `${property('m:begChr') ?? '('}${inner}${property('m:endChr') ?? ')'}`;
    }
    case 'm:m':
      return `[${childrenText(element, '; ')}]`;
    case 'm:mr':
      return childrenText(element, ' ');
    case 'm:eqArr':
      return childrenText(element, '; ');
    case 'm:func':
      return `${part('m:fName')} ${part('m:e')}`;
    case 'm:limLow':
      return part('m:e') + below(part('m:lim'));
    case 'm:limUpp':
      return part('m:e') + above(part('m:lim'));
    default:
      return childrenText(element, '');
  }
}

const childrenText = (element: XmlElement, between: string): string =>
  elementsOf(element)
    .map(equationText)
    .filter((text) => text !== '')
    .join(between);
