import { CodePointText } from '@belegg/domain';
import fc from 'fast-check';
import { blockRange, offsetOf, pointOf } from './point';
import { renderBlock } from './render-block';
import { domRange, keepingSelection, select, selectedRange } from './selection';

const lines = ['Tittel 😀', 'Første setning. 🇳🇴 Andre.', 'Siste'];
const text = new CodePointText(lines.join('\n'));

/** An article whose marked-up blocks make text nodes of several sizes. */
function article(): HTMLElement {
  const root = document.createElement('article');
  let start = 0;
  for (const line of lines) {
    const block = document.createElement('p');
    const end = start + [...line].length;
    renderBlock(block, text, {
      block: { start, end },
      sentences: [],
      annotations: [{ id: 'a', start: 3, end: 16 }],
      marks: [],
    });
    root.append(block);
    start = end + 1;
  }
  document.body.replaceChildren(tag('header', 'Før'), root, tag('footer', 'Etter'));
  return root;
}

function tag(name: string, content: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = content;
  return element;
}

function selected(anchor: [Node, number], focus: [Node, number]) {
  getSelection()!.setBaseAndExtent(...anchor, ...focus);
  return selectedRange(document.querySelector('article')!, getSelection());
}

describe('selectedRange', () => {
  let root: HTMLElement;
  const child = (name: string) => document.querySelector(name)!.firstChild!;
  beforeEach(() => (root = article()));

  it('counts code points, not UTF-16 units', () => {
    const second = root.children[1] as HTMLElement;
    expect(blockRange(second)).toEqual({ start: 9, end: 34 });
    const end = pointOf(root, 27, 'end')!;
    expect(selected([second, 0], [end.node, end.offset])).toEqual({ start: 9, end: 27, backward: false });
    expect(getSelection()!.toString()).toBe('Første setning. 🇳🇴');
  });

  it('tells a backward selection', () => {
    const [from, to] = [pointOf(root, 12)!, pointOf(root, 30, 'end')!];
    expect(selected([to.node, to.offset], [from.node, from.offset])).toEqual({ start: 12, end: 30, backward: true });
  });

  it('knows a caret', () => {
    const { node, offset } = pointOf(root, 12)!;
    expect(selected([node, offset], [node, offset])).toEqual({ start: 12, end: 12, backward: false });
  });

  it('clips what begins before and ends after the article', () => {
    expect(selected([child('header'), 1], [child('footer'), 2])).toEqual({
      start: 0,
      end: text.length,
      backward: false,
    });
    const inside = pointOf(root, 12)!;
    expect(selected([child('footer'), 2], [inside.node, inside.offset])).toEqual({
      start: 12,
      end: text.length,
      backward: true,
    });
  });

  it('is undefined for a selection elsewhere, or none', () => {
    expect(selected([child('header'), 0], [child('header'), 2])).toBeUndefined();
    getSelection()!.removeAllRanges();
    expect(selectedRange(root, getSelection())).toBeUndefined();
  });

  it('takes a place between blocks for the border of one', () => {
    expect(offsetOf(root, { node: root, offset: 1 }, 'start')).toBe(9);
    expect(offsetOf(root, { node: root, offset: 1 }, 'end')).toBe(8);
    expect(offsetOf(root, { node: root, offset: 3 }, 'start')).toBeUndefined();
    expect(offsetOf(root, { node: root, offset: 0 }, 'end')).toBeUndefined();
  });

  it('comes back from every range that is selected', () => {
    const starts = [0, 9, 35];
    const inBlock = (offset: number) =>
      starts.some((start, i) => offset >= start && offset <= start + [...lines[i]!].length);
    const offset = fc.nat(text.length).filter(inBlock);
    fc.assert(
      fc.property(offset, offset, fc.boolean(), (x, y, backward) => {
        fc.pre(x !== y && Math.abs(x - y) > 1);
        const range = { start: Math.min(x, y), end: Math.max(x, y), backward };
        select(root, range);
        // A range that takes in a line feed and nothing after it ends at the end of its last block.
        const end = starts.includes(range.end) ? range.end - 1 : range.end;
        expect(selectedRange(root, getSelection())).toEqual({ ...range, end });
        expect(domRange(root, range)!.toString().length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('keepingSelection', () => {
  it('selects again after the text nodes were replaced', () => {
    const root = article();
    select(root, { start: 11, end: 20, backward: true });
    keepingSelection(root, () => {
      const block = root.children[1] as HTMLElement;
      renderBlock(block, text, { block: blockRange(block), sentences: [], annotations: [], marks: [] });
    });
    expect(selectedRange(root, getSelection())).toEqual({ start: 11, end: 20, backward: true });
  });
});
