import { CodePointText } from '../text/code-points';
import { factKinds, factsIn, type FactKind } from '.';
import { enHeld, enTuned } from './test/en';
import { labelled } from './test/labelled';
import { nbHeld, nbTuned } from './test/nb';
import { nnHeld, nnTuned } from './test/nn';

const tuned = { nb: nbTuned, nn: nnTuned, en: enTuned };
const held = { nb: nbHeld, nn: nnHeld, en: enHeld };

interface Counted {
  found: number;
  labelled: number;
  right: number;
}

const kinds = [...factKinds, 'all'] as const;
const showsMisses = process.env['MISSES'];

/** Counts the facts that were found with exactly their range and kind. */
function measure(half: string, texts: Readonly<Record<string, string>>): Map<FactKind | 'all', Counted> {
  const counts = new Map(kinds.map((kind) => [kind, { found: 0, labelled: 0, right: 0 }]));
  const count = (kind: FactKind, what: keyof Counted) => {
    for (const key of [kind, 'all'] as const) (counts.get(key) ?? { [what]: 0 })[what] += 1;
  };
  for (const [language, lines] of Object.entries(texts)) {
    for (const { text, facts } of labelled(lines)) {
      const points = new CodePointText(text);
      const key = ({ kind, start, end }: { kind: string; start: number; end: number }) =>
        `${kind} ${points.slice(start, end)} ${start}`;
      const found = factsIn(points, { start: 0, end: points.length }, language);
      const expected = new Set(facts.map(key));
      for (const fact of found) {
        count(fact.kind, 'found');
        if (expected.delete(key(fact))) count(fact.kind, 'right');
        else if (showsMisses === half) process.stdout.write(`wrong  ${key(fact)} | ${text}\n`);
      }
      for (const { kind } of facts) count(kind, 'labelled');
      if (showsMisses === half) for (const missed of expected) process.stdout.write(`missed ${missed} | ${text}\n`);
    }
  }
  return counts;
}

const precision = ({ found, right }: Counted) => right / Math.max(found, 1);
const recall = ({ labelled: of, right }: Counted) => right / Math.max(of, 1);

/** What was measured, less a small margin, as precision and recall. */
const floors: Readonly<Record<FactKind | 'all', readonly [number, number]>> = {
  name: [0.94, 0.94],
  number: [0.98, 0.98],
  date: [0.98, 0.98],
  quotation: [0.98, 0.98],
  superlative: [0.98, 0.98],
  all: [0.97, 0.97],
};

describe.each([
  ['tuned', tuned],
  ['held', held],
])('facts in the %s half of the labelled sentences', (half, texts) => {
  const counts = measure(half, texts);

  it.each(kinds)('reach the precision and recall that were measured: %s', (kind) => {
    const count = counts.get(kind) ?? { found: 0, labelled: 0, right: 0 };
    const [p, r] = [precision(count), recall(count)];
    process.stdout.write(`${half} ${kind}: precision ${p.toFixed(3)}, recall ${r.toFixed(3)}, of ${count.labelled}\n`);
    const [leastPrecision, leastRecall] = floors[kind];
    expect(p).toBeGreaterThanOrEqual(leastPrecision);
    expect(r).toBeGreaterThanOrEqual(leastRecall);
  });
});

describe('factsIn', () => {
  const found = (text: string, language: string) => {
    const points = new CodePointText(text);
    return factsIn(points, { start: 0, end: points.length }, language).map(
      ({ kind, start, end }) => `${kind} ${points.slice(start, end)}`,
    );
  };

  it('counts in code points of the whole text', () => {
    const points = new CodePointText('😀😀 Det regnet. 😀 Vi så Oslo.');
    expect(factsIn(points, { start: 15, end: points.length }, 'nb')).toEqual([{ kind: 'name', start: 23, end: 27 }]);
  });

  it.each(['', ' ', '«', '–', '– ', '12.', '$', '£ ', 'kl.', 'A', 'I', '1,', 'on May', '😀'])('takes %j', (text) => {
    for (const language of ['nb', 'en', 'fr']) expect(() => found(text, language)).not.toThrow();
  });

  it('finds ranges that ascend, do not overlap and lie within the sentence, whatever stands there', () => {
    const pieces = [
      'Oslo',
      ' ',
      '12',
      '.',
      '«',
      '»',
      '– ',
      'mai',
      '2019',
      ',',
      'Den',
      'største',
      '$',
      'of',
      "'s",
      '😀',
      'kl',
    ];
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 2000; round++) {
      const text = Array.from({ length: next(14) }, () => pieces[next(pieces.length)]).join('');
      const points = new CodePointText(text);
      let from = 0;
      for (const { start, end } of factsIn(points, { start: 0, end: points.length }, round % 2 ? 'nb' : 'en')) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        from = end;
      }
      expect(from).toBeLessThanOrEqual(points.length);
    }
  });
});
