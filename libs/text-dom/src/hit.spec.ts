import { CodePointText } from '@belegg/domain';
import { characterAt } from './hit';
import { renderPlainBlock } from './render-block';

/**
 * jsdom lays nothing out: each character is a cell ten wide, in one line, and the caret is where a browser would put
 * it.
 */
describe('characterAt', () => {
  const text = new CodePointText('a😀bc');
  const root = document.createElement('article');
  const block = document.createElement('p');
  renderPlainBlock(block, text, { start: 0, end: 4 });
  root.append(block);
  document.body.append(root);
  const node = block.firstChild!;

  const cells = function (this: Range) {
    const cell = new CodePointText(node.textContent!).fromUtf16(this.startOffset);
    return [{ left: cell * 10, right: cell * 10 + 10, top: 0, bottom: 20 }] as unknown as DOMRectList;
  };
  const caret = (x: number) => text.toUtf16(Math.min(4, Math.round(x / 10)));

  beforeAll(() => (Range.prototype.getClientRects = cells));

  it.each([
    [2, 0],
    [8, 0],
    [12, 1],
    [18, 1],
    [31, 3],
    [39, 3],
  ])('is the character under x = %d, on either half of it', (x, offset) => {
    document.caretPositionFromPoint = () => ({ offsetNode: node, offset: caret(x) }) as unknown as CaretPosition;
    expect(characterAt(root, x, 10)).toBe(offset);
  });

  it('is undefined beside the text', () => {
    document.caretPositionFromPoint = () => ({ offsetNode: node, offset: 5 }) as unknown as CaretPosition;
    expect(characterAt(root, 90, 10)).toBeUndefined();
    document.caretPositionFromPoint = () => ({ offsetNode: document.body, offset: 0 }) as unknown as CaretPosition;
    expect(characterAt(root, 2, 10)).toBeUndefined();
    document.caretPositionFromPoint = () => null;
    expect(characterAt(root, 2, 10)).toBeUndefined();
  });

  it('falls back on what older browsers have', () => {
    Object.assign(document, { caretPositionFromPoint: undefined });
    document.caretRangeFromPoint = () => {
      const range = document.createRange();
      range.setStart(node, caret(12));
      return range;
    };
    expect(characterAt(root, 12, 10)).toBe(1);
  });
});
