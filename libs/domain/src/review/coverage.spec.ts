import fc from 'fast-check';
import { overlaps, touchedSentences, type Range } from '../text/range';
import {
  deriveCoverage,
  deriveSentenceStates,
  openSentences,
  sentenceStates,
  type CoveringAnnotation,
  type SentenceState,
} from './coverage';
import { statuses } from './status';

const sentences: Range[] = [
  { start: 0, end: 10 },
  { start: 11, end: 20 },
  { start: 21, end: 30 },
];
const on = (status: CoveringAnnotation['status'], start: number, end: number): CoveringAnnotation => ({
  status,
  range: { start, end },
});

/** Sentences in text order with gaps of any width between them. */
const anySentences = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 8 })), { maxLength: 30 })
  .map((widths) => {
    let at = 0;
    return widths.map(([gap, length]): Range => {
      const start = at + gap;
      at = start + length;
      return { start, end: at };
    });
  });
const anyRange = fc
  .tuple(fc.integer({ min: 0, max: 250 }), fc.integer({ min: 0, max: 40 }))
  .map(([start, length]): Range => ({ start, end: start + length }));
const anyAnnotations = fc.array(
  fc.record({ status: fc.constantFrom(...statuses), range: fc.option(anyRange, { nil: undefined }) }),
  { maxLength: 20 },
);
const anyMarks = fc.array(fc.record({ sentence: fc.integer({ min: -1, max: 32 }), confirmed: fc.boolean() }), {
  maxLength: 10,
});

describe('touchedSentences', () => {
  it('are those that share a code point with the range, for any sentences and range', () => {
    fc.assert(
      fc.property(anySentences, anyRange, (given, range) => {
        expect(touchedSentences(given, range)).toEqual(
          given.flatMap((sentence, index) => (overlaps(sentence, range) ? [index] : [])),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('touches nothing between sentences', () => {
    expect(touchedSentences(sentences, { start: 10, end: 11 })).toEqual([]);
    expect(touchedSentences(sentences, { start: 9, end: 12 })).toEqual([0, 1]);
    expect(touchedSentences([], { start: 0, end: 5 })).toEqual([]);
  });
});

describe('deriveSentenceStates', () => {
  const states = (annotations: CoveringAnnotation[], marks: { sentence: number; confirmed: boolean }[] = []) =>
    deriveSentenceStates(sentences, annotations, marks);

  it('leaves unchecked what nothing touches', () => {
    expect(states([])).toEqual(['unchecked', 'unchecked', 'unchecked']);
    expect(states([{ status: 'approved' }, on('retired', 0, 30)])).toEqual(['unchecked', 'unchecked', 'unchecked']);
  });

  it.each([
    [['approved', 'submitted'], 'submitted'],
    [['submitted', 'draft'], 'draft'],
    [['draft', 'lapsed'], 'lapsed'],
    [['lapsed', 'returned'], 'returned'],
    [['approved', 'approved'], 'approved'],
    [['approved', 'retired'], 'approved'],
    [['returned', 'lapsed', 'draft', 'submitted', 'approved'], 'returned'],
  ] as const)('of %j is the least finished: %s', (given, expected) => {
    expect(states(given.map((status) => on(status, 12, 14)))[1]).toBe(expected);
    expect(states(given.toReversed().map((status) => on(status, 12, 14)))[1]).toBe(expected);
  });

  it('gives one annotation to every sentence that it touches, also in part', () => {
    expect(states([on('approved', 9, 22), on('draft', 29, 30)])).toEqual(['approved', 'approved', 'draft']);
  });

  it('counts a mark as not checkable once it is confirmed, unless an annotation outweighs it', () => {
    expect(
      states(
        [on('draft', 22, 23)],
        [
          { sentence: 0, confirmed: true },
          { sentence: 1, confirmed: false },
          { sentence: 2, confirmed: true },
        ],
      ),
    ).toEqual(['notCheckable', 'notCheckableProposed', 'draft']);
    expect(states([on('retired', 1, 2)], [{ sentence: 0, confirmed: true }])[0]).toBe('notCheckable');
  });

  it('is for any input what one would find by looking at each sentence alone', () => {
    const order = ['returned', 'lapsed', 'draft', 'submitted', 'approved'] as const;
    fc.assert(
      fc.property(anySentences, anyAnnotations, anyMarks, (given, annotations, marks) => {
        const expected = given.map((sentence, index): SentenceState => {
          const touching = annotations
            .filter(({ range }) => range && overlaps(sentence, range))
            .map(({ status }) => status);
          const least = order.find((status) => touching.includes(status));
          const mark = marks.findLast((one) => one.sentence === index);
          return least ?? (mark ? (mark.confirmed ? 'notCheckable' : 'notCheckableProposed') : 'unchecked');
        });
        expect(deriveSentenceStates(given, annotations, marks)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('never gets more finished by one more annotation, but for what had none', () => {
    const rank: Record<SentenceState, number> = {
      returned: 0,
      lapsed: 1,
      draft: 2,
      submitted: 3,
      approved: 4,
      unchecked: 5,
      notCheckableProposed: 5,
      notCheckable: 5,
    };
    fc.assert(
      fc.property(
        anySentences,
        anyAnnotations,
        fc.record({ status: fc.constantFrom(...statuses), range: anyRange }),
        (given, annotations, one) => {
          const before = deriveSentenceStates(given, annotations, []);
          deriveSentenceStates(given, [...annotations, one], []).forEach((state, index) =>
            expect(rank[state]).toBeLessThanOrEqual(rank[before[index]!]),
          );
        },
      ),
    );
  });
});

describe('deriveCoverage', () => {
  const anyStates = fc.array(fc.constantFrom(...sentenceStates));

  it('counts each sentence once, and as checkable unless it is confirmed not to be', () => {
    fc.assert(
      fc.property(anyStates, (states) => {
        const { checkable, approved, byState } = deriveCoverage(states);
        expect(Object.values(byState).reduce((sum, count) => sum + count, 0)).toBe(states.length);
        expect(checkable).toBe(states.filter((state) => state !== 'notCheckable').length);
        expect(approved).toBe(byState.approved);
        expect(Object.keys(byState)).toEqual([...sentenceStates]);
      }),
    );
  });

  it('is complete exactly when nothing is open', () => {
    fc.assert(
      fc.property(anyStates, (states) => {
        const { checkable, approved } = deriveCoverage(states);
        expect(openSentences(states).length).toBe(checkable - approved);
      }),
    );
    expect(openSentences(['approved', 'unchecked', 'notCheckable', 'notCheckableProposed', 'submitted'])).toEqual([
      1, 3, 4,
    ]);
  });
});
