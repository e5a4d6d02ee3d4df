import { CodePointText, type Block, type Highlight } from '@belegg/domain';
import { IntervalIndex } from '@belegg/text-dom';
import { Painter, type Overlay } from './painter';

const blocks: Block[] = [
  { kind: 'paragraph', start: 0, end: 30 },
  { kind: 'listItem', start: 31, end: 43 },
];
const sentences = [
  { index: 0, block: 0, start: 0, end: 17 },
  { index: 1, block: 0, start: 18, end: 30 },
  { index: 2, block: 1, start: 31, end: 43 },
];
const text = 'Kim lovet støtte. Det sa KCNA.\nMoskva tier.';
const passage = (n: number, start: number, end: number): Highlight => ({ id: String(n), start, end });
const overlay = (passages: Highlight[], look = ''): Overlay<Highlight> => ({
  index: new IntervalIndex(passages),
  dresser: { sentence: (element) => (element.tabIndex = -1) },
  signature: (shown) => look + shown.map(({ id }) => id).join(),
});

describe('Painter', () => {
  let see: (index: number, isIntersecting: boolean) => void;
  let root: HTMLElement;
  let painter: Painter;
  const painted = jest.fn();

  beforeEach(() => {
    root = document.createElement('div');
    document.body.replaceChildren(root);
    globalThis.IntersectionObserver = class {
      constructor(callback: IntersectionObserverCallback) {
        see = (index, isIntersecting) =>
          callback(
            [
              {
                target: root.querySelectorAll('.block')[index]!,
                isIntersecting,
              } as unknown as IntersectionObserverEntry,
            ],
            this as unknown as IntersectionObserver,
          );
      }
      observe = jest.fn();
      disconnect = jest.fn();
    } as unknown as typeof IntersectionObserver;
    painter = new Painter(root, painted);
    painter.show({ text: new CodePointText(text), blocks, marks: [], sentences });
  });

  it('shows the whole text at once, with a list around list items', () => {
    expect([...root.querySelectorAll('.block')].map(({ textContent }) => textContent).join('\n')).toBe(text);
    expect(root.querySelector('ul > li')?.textContent).toBe('Moskva tier.');
    expect(root.querySelector('[data-sentence], mark')).toBeNull();
  });

  it('draws highlights and sentences near the viewport only, and takes them away again', () => {
    painter.paint(overlay([passage(1, 0, 10), passage(2, 31, 37)]));
    see(1, true);
    expect([...root.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['Moskva']);
    expect(painted).toHaveBeenCalled();
    see(0, true);
    see(1, false);
    expect([...root.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['Kim lovet ']);
    expect(root.textContent).toBe(text.replace('\n', ''));
  });

  it('leaves a block alone that looks the same, and keeps the focus in one that does not', () => {
    painter.paint(overlay([passage(1, 0, 10)]));
    see(0, true);
    const before = root.querySelector('mark');
    painter.paint(overlay([passage(1, 0, 10)]));
    expect(root.querySelector('mark')).toBe(before);
    root.querySelector<HTMLElement>('[data-sentence="1"]')!.focus();
    painter.paint(overlay([passage(1, 0, 10)], 'other'));
    expect(root.querySelector('mark')).not.toBe(before);
    expect((document.activeElement as HTMLElement).dataset['sentence']).toBe('1');
  });

  it('paints a block for a sentence that is asked for, and keeps pinned ones painted', () => {
    painter.paint(overlay([]));
    expect(painter.sentence(2)?.textContent).toBe('Moskva tier.');
    painter.pin([0]);
    expect([...root.querySelectorAll('[data-sentence]')].map(({ textContent }) => textContent)).toEqual([
      'Kim lovet støtte.',
      'Det sa KCNA.',
    ]);
    expect(painter.sentence(99)).toBeUndefined();
  });
});
