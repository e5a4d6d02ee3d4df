import { elementsIn, wordsIn, type HtmlElement } from './html-tree';
import { offTheLine } from './raised';

const inBrackets = (text: string): string => ([...text].length > 1 ? `(${text})` : text);

/** MathML (its presentation elements) on one line: a/b, x², √x. */
export function mathText(element: HtmlElement): string {
  const [first = '', second = '', third = ''] = elementsIn(element).map(mathText);
  switch (element.name) {
    case 'annotation':
    case 'annotation-xml':
      return '';
    case 'mfrac':
      return `${inBrackets(first)}/${inBrackets(second)}`;
    case 'msup':
    case 'mover':
      return first + offTheLine(second, 'above');
    case 'msub':
    case 'munder':
      return first + offTheLine(second, 'below');
    case 'msubsup':
    case 'munderover':
      return first + offTheLine(second, 'below') + offTheLine(third, 'above');
    case 'msqrt':
      return `√${inBrackets(elementsIn(element).map(mathText).join(''))}`;
    case 'mroot':
      return `${offTheLine(second, 'above')}√${inBrackets(first)}`;
    case 'mtr':
      return `${elementsIn(element).map(mathText).join(' ')}; `;
    default:
      return elementsIn(element).length === 0
        ? wordsIn(element).trim()
        : element.children.map((child) => (typeof child === 'string' ? child.trim() : mathText(child))).join('');
  }
}
