import fc from 'fast-check';
import { CodePointText } from '../text/code-points';
import type { Range } from '../text/range';
import { wordsIn } from '../text/words';
import { statuses, type Status } from './status';
import {
  coverSentences,
  sentenceStates,
  isSettled,
  restOf,
  sumCoverage,
  updateCoverage,
  type CoveringAnnotation,
  type NotCheckableStretch,
} from './coverage';

const written = [
  'Regjeringen vil øke støtten.',
  'Det koster 12 millioner kroner i året.',
  '– Urimelig, sier Kari.',
  'Vedtaket 🙂 ble gjort i mai.',
  'Det var ***.',
];
const text = new CodePointText(written.join(' '));
const sentences = written.reduce<Range[]>((ranges, sentence) => {
  const start = (ranges.at(-1)?.end ?? -1) + 1;
  return [...ranges, { start, end: start + [...sentence].length }];
}, []);

const rangeOf = (quote: string): Range => {
  const start = text.fromUtf16(text.text.indexOf(quote));
  return { start, end: start + [...quote].length };
};
const on = (quote: string, status: Status, isQuestion = false): CoveringAnnotation => ({
  status,
  isQuestion,
  range: rangeOf(quote),
});
const exempt = (quote: string, confirmed: boolean): NotCheckableStretch => ({ range: rangeOf(quote), confirmed });
const cover = (
  annotations: CoveringAnnotation[],
  notCheckable: NotCheckableStretch[] = [],
  index = 1,
  longestPassage?: number,
) => coverSentences({ text, sentences, annotations, notCheckable, longestPassage }, [index])[0]!;
const openText = (ranges: readonly Range[]) => ranges.map(({ start, end }) => text.slice(start, end));

describe('the words of a stretch', () => {
  it.each([
    ['– Nord-Norge, «og» 1,5 %.', ['Nord-Norge', 'og', '1,5']],
    ['the minister—who left—said/wrote so…', ['the', 'minister', 'who', 'left', 'said', 'wrote', 'so']],
    ['12-åringen 🙂 ble (ifølge NTB) funnet', ['12-åringen', 'ble', 'ifølge', 'NTB', 'funnet']],
    ['北京 said', ['北', '京', 'said']],
    ['é', ['é']],
    ['***', ['***']],
    ['', []],
  ])('%s', (sentence, words) => {
    const whole = new CodePointText(sentence);
    const found = wordsIn(whole, { start: 0, end: whole.length });
    expect(found.map(({ start, end }) => whole.slice(start, end))).toEqual(words);
  });
});

describe('the state of a sentence', () => {
  it.each<[string, string, CoveringAnnotation[], NotCheckableStretch[], string[]]>([
    ['nothing on it', 'unchecked', [], [], ['Det koster 12 millioner kroner i året']],
    ['three words of seven', 'partly', [on('12 millioner kroner', 'approved')], [], ['Det koster', 'i året']],
    ['a part of a word', 'partly', [on('Det koster 12 milli', 'approved')], [], ['millioner kroner i året']],
    ['all of it', 'approved', [on(written[1]!, 'approved')], [], []],
    ['all but the punctuation', 'approved', [on('Det koster 12 millioner kroner i året', 'approved')], [], []],
    ['two that meet', 'draft', [on('Det koster 12', 'approved'), on('millioner kroner i året.', 'draft')], [], []],
    ['one twice', 'returned', [on(written[1]!, 'approved'), on('12', 'returned')], [], []],
    ['a retired one', 'unchecked', [on(written[1]!, 'retired')], [], ['Det koster 12 millioner kroner i året']],
    ['not checkable, by two', 'notCheckable', [], [exempt(written[1]!, true)], []],
    ['by one', 'notCheckableProposed', [], [exempt(written[1]!, false)], ['Det koster 12 millioner kroner i året']],
    [
      'the rest by two',
      'approvedInPart',
      [on('12 millioner', 'approved')],
      [exempt('Det koster', true), exempt('kroner i året', true)],
      [],
    ],
    [
      'the rest by one',
      'partly',
      [on('12 millioner', 'approved')],
      [exempt('Det koster', false), exempt('kroner i året', false)],
      ['Det koster', 'kroner i året'],
    ],
    ['the rest, and a draft', 'draft', [on('12 millioner', 'draft')], [exempt(written[1]!, true)], []],
    ['a part by two', 'partly', [], [exempt('Det koster', true)], ['12 millioner kroner i året']],
  ])('%s: %s', (_, state, annotations, notCheckable, open) => {
    const covered = cover(annotations, notCheckable);
    expect(covered.state).toBe(state);
    expect(openText(covered.open)).toEqual(open);
    expect(isSettled(covered.state)).toBe(covered.openWords === 0 && (covered.least ?? 'approved') === 'approved');
  });

  it('is not that of an annotation on more sentences than a passage may have', () => {
    const long = {
      status: 'approved' as const,
      isQuestion: false,
      range: { start: sentences[0]!.start, end: sentences[3]!.end },
    };
    expect(cover([long]).state).toBe('unchecked');
    expect(cover([long], [], 1, 4).state).toBe('approved');
    expect(cover([{ ...long, range: { ...long.range, end: sentences[2]!.end } }]).state).toBe('approved');
  });

  it('stays open while a long passage over it is in work', () => {
    const long = { status: 'draft' as const, isQuestion: false, range: { start: 0, end: text.length } };
    expect(cover([long, on(written[1]!, 'approved')]).state).toBe('draft');
  });

  it('leaves the words of an open question open, and the sentence until it is answered', () => {
    expect(cover([on(written[1]!, 'draft', true)]).state).toBe('unchecked');
    expect(cover([on(written[1]!, 'approved'), on('12 millioner', 'draft', true)]).state).toBe('draft');
    expect(cover([on('12 millioner', 'draft', true)], [exempt(written[1]!, true)]).state).toBe('draft');
  });

  it('tells which words the rest is', () => {
    const facts = { text, sentences, annotations: [on('12 millioner', 'draft')], notCheckable: [] };
    expect(openText(restOf(facts, 1))).toEqual(['Det koster', 'kroner i året']);
  });

  it('is refused for a sentence that is not there', () => {
    expect(() => cover([], [], 5)).toThrow(RangeError);
  });
});

const anyRange = fc
  .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 60 }))
  .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }));
const anyFacts = fc.record({
  annotations: fc.array(
    fc.record({ status: fc.constantFrom(...statuses), isQuestion: fc.boolean(), range: anyRange }),
    { maxLength: 8 },
  ),
  notCheckable: fc.array(fc.record({ range: anyRange, confirmed: fc.boolean() }), { maxLength: 4 }),
  longestPassage: fc.integer({ min: 1, max: 5 }),
});

describe('coverage', () => {
  it('settles a sentence only when each of its words is approved or was called not checkable by two', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const covered = coverSentences({ text, sentences, ...facts });
        const touches = (range: Range) => sentences.filter((s) => s.start < range.end && range.start < s.end).length;
        const counting = [
          ...facts.annotations
            .filter(({ isQuestion }) => !isQuestion)
            .filter(({ status, range }) => status === 'approved' && touches(range) <= facts.longestPassage)
            .map(({ range }) => range),
          ...facts.notCheckable.filter(({ confirmed }) => confirmed).map(({ range }) => range),
        ];
        covered.forEach(({ state }, index) => {
          if (!isSettled(state)) return;
          for (const { start, end } of wordsIn(text, sentences[index]!))
            for (let at = start; at < end; at++)
              expect(counting.some((range) => range.start <= at && at < range.end)).toBe(true);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same asked by sentence, and brought up to date is the same as counted anew', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (before, after) => {
        const was = coverSentences({ text, sentences, ...before });
        const is = coverSentences({ text, sentences, ...after });
        const changed = [...sentences.keys()].filter((index) => was[index]!.state !== is[index]!.state);
        expect(coverSentences({ text, sentences, ...after }, changed)).toEqual(changed.map((index) => is[index]));
        expect(updateCoverage(sumCoverage(was), was, is)).toEqual(sumCoverage(is));
      }),
    );
  });

  it('counts each sentence in one state, and each word once', () => {
    const covered = coverSentences({
      text,
      sentences,
      annotations: [on(written[0]!, 'approved'), on('12 millioner', 'approved')],
      notCheckable: [exempt(written[2]!, true)],
    });
    const coverage = sumCoverage(covered);
    expect(coverage).toMatchObject({
      sentences: 5,
      checkable: 4,
      approved: 1,
      partly: 1,
      words: { total: 21, open: 12 },
    });
    expect(sentenceStates.reduce((sum, state) => sum + coverage.byState[state], 0)).toBe(5);
  });
});
