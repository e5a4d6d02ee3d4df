import type { PublicClaims } from '@belegg/contract';
import { findClaims } from './find-claims';
import { claimsAt, markClaims } from './mark-claims';
import { PageText } from './page-text';

type Claim = PublicClaims['claims'][number];

const first = 'Broen er 412 meter lang.';
const second = 'Den åpner i mai.';
const claim = (number: number, before: string, exact: string, after = ''): Claim => ({
  number,
  verdict: 'confirmed',
  label: 'Bekreftet',
  before,
  exact,
  after,
  summary: '',
  url: `https://belegg.test/p/abc#claim-${number}`,
});
/** On the length, on the whole first sentence, on the second one. */
const claims = [
  claim(1, '\nBroen er ', '412 meter', ' lang.'),
  claim(2, '\n', first),
  claim(3, `${first} `, second),
  claim(4, '\n', 'Prisen er 90 kr.'),
];

function show(html: string) {
  document.body.innerHTML = `<style>p, h2 { display: block } a, b, i { display: inline }</style><article>${html}</article>`;
  const root = document.querySelector('article')!;
  const before = root.textContent;
  const { found, lost } = findClaims(new PageText(root), claims);
  const marks = markClaims(found);
  expect(root.textContent).toBe(before);
  const words = new Map<number, string>();
  for (const mark of marks)
    for (const { number } of claimsAt(mark)) words.set(number, `${words.get(number) ?? ''}${mark.textContent}`);
  return { words: Object.fromEntries(words), lost: lost.map(({ number }) => number), marks };
}
const price = '<p>Prisen er 90 kr.</p>';

describe('the claims of a report on another page', () => {
  it('are marked where their sentences stand, also across tags, and the page keeps its text', () => {
    const { words, lost, marks } = show(
      `<h2>Om broen</h2><p>Broen er <b>412</b> meter lang. <i>Den åpner</i> i mai.</p>${price}`,
    );
    expect(lost).toEqual([]);
    expect(words).toEqual({ 1: '412 meter', 2: first, 3: second, 4: 'Prisen er 90 kr.' });
    // The shortest claim is the one that words stand for first.
    expect(marks.map((mark) => claimsAt(mark)[0]?.number)).toEqual([2, 1, 1, 2, 3, 3, 4]);
    expect(marks.filter(({ tabIndex }) => tabIndex === 0).map((mark) => claimsAt(mark)[0]?.number)).toEqual([
      2, 1, 3, 4,
    ]);
  });

  it('are found in other forms of the same text', () => {
    const html = `<p>Broen er\n   412&nbsp;me\u00ADter lang. Den ${'åpner'.normalize('NFD')} i mai.</p><script>Broen</script>${price}`;
    expect(show(html).lost).toEqual([]);
  });

  it.each([
    ['a word is another', `<p>Broen er 421 meter lang. ${second}</p>`, [1, 2, 3]],
    ['a word was put into the sentence', `<p>Broen er nesten 412 meter lang. ${second}</p>`, [1, 2, 3]],
    ['the sentence is part of another', `<p>Hun løy: ${first} ${second}</p>`, [1, 2, 3]],
    ['the sentence goes on', `<p>Broen er 412 meter lang.x ${second}</p>`, [1, 2, 3]],
    ['another sentence stands before it in its paragraph', `<p>Dette er feil. ${first} ${second}</p>`, [1, 2]],
    ['what stood before it is another paragraph', `<p>${first}</p><p>${second}</p>`, [3]],
    ['it stands there twice', `<p>${first} ${second}</p><p>${first} ${second}</p>`, [1, 2, 3]],
    ['it is hidden', `<p hidden>${first} ${second}</p>`, [1, 2, 3]],
  ])('are not shown where %s', (_, html, lost) => {
    expect(show(html + price).lost).toEqual(lost);
  });

  it('leave links to be links', () => {
    const { marks } = show(`<p><a href="/x">${first}</a> ${second}</p>${price}`);
    expect(marks.filter(({ tabIndex }) => tabIndex === 0).map((mark) => claimsAt(mark)[0]?.number)).toEqual([3, 4]);
  });
});
