import { CodePointText, type Mark } from '@belegg/domain';
import fc from 'fast-check';
import { renderBlock, renderPlainBlock } from './render-block';

const text = new CodePointText('Først. «Hei» 😀 <b>du</b>. Sist.');
const block = { start: 0, end: text.length };
const sentences = [
  { index: 0, block: 0, start: 0, end: 6 },
  { index: 1, block: 0, start: 7, end: 25 },
];

function rendered(annotations: { id: string; start: number; end: number }[], marks: Mark[] = []): HTMLElement {
  const element = document.createElement('p');
  renderBlock(element, text, { block, sentences, annotations, marks });
  return element;
}

describe('renderBlock', () => {
  it('shows the text as text, never as HTML', () => {
    const element = rendered([]);
    expect(element.textContent).toBe(text.text);
    expect(element.querySelector('b')).toBeNull();
    expect(element.dataset['start']).toBe('0');
  });

  it('puts each sentence in an element of its own', () => {
    expect([...rendered([]).querySelectorAll('[data-sentence]')].map(({ textContent }) => textContent)).toEqual([
      'Først.',
      text.slice(7, 25),
    ]);
  });

  it('makes flat marks that name all annotations over them', () => {
    const marks = [
      ...rendered([
        { id: 'a', start: 7, end: 12 },
        { id: 'b', start: 10, end: 14 },
      ]).querySelectorAll<HTMLElement>('mark'),
    ];
    expect(marks.map((mark) => `${mark.dataset['annotations']}: ${mark.textContent}`)).toEqual([
      'a: «He',
      'a b: i»',
      'b:  😀',
    ]);
    expect(marks.every((mark) => mark.querySelector('mark') === null)).toBe(true);
  });

  it('keeps inline formatting within the highlight, and only links to the web', () => {
    const element = rendered(
      [{ id: 'a', start: 0, end: 5 }],
      [
        { kind: 'em', start: 0, end: 5 },
        { kind: 'link', start: 26, end: 30, href: 'https://example.org/' },
        { kind: 'link', start: 30, end: 31, href: 'javascript:alert(1)' },
      ],
    );
    expect(element.querySelector('mark > em')?.textContent).toBe('Først');
    const links = [...element.querySelectorAll('a')];
    expect(links.map(({ href, rel, tabIndex }) => [href, rel, tabIndex])).toEqual([
      ['https://example.org/', 'noopener noreferrer', -1],
    ]);
  });

  it('lets the page dress sentences and marks', () => {
    const element = document.createElement('p');
    renderBlock(
      element,
      text,
      { block, sentences, annotations: [{ id: 'a', start: 0, end: 5 }], marks: [] },
      {
        sentence: (span, { index }) => span.classList.add(`s${index}`),
        mark: (mark, annotations) => mark.setAttribute('aria-label', String(annotations.length)),
      },
    );
    expect(element.querySelector('.s0 mark')?.getAttribute('aria-label')).toBe('1');
  });

  it('holds the whole text of the block whatever lies over it', () => {
    const range = fc.tuple(fc.nat(31), fc.nat(31)).map(([x, y]) => ({ start: Math.min(x, y), end: Math.max(x, y) }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 8 }), fc.array(range, { maxLength: 4 }), (passages, bold) => {
        const element = rendered(
          passages.map((one, i) => ({ ...one, id: String(i) })),
          bold.map((one) => ({ ...one, kind: 'strong' })),
        );
        expect(element.textContent).toBe(text.text);
        expect(element.querySelector('mark mark')).toBeNull();
      }),
    );
  });
});

describe('renderPlainBlock', () => {
  it('shows nothing but the text', () => {
    const element = document.createElement('p');
    renderPlainBlock(element, text, { start: 7, end: 12 });
    expect([element.innerHTML, element.dataset['start']]).toEqual(['«Hei»', '7']);
  });
});
