import * as fc from 'fast-check';
import { conflictKind, conflictsIn, conflictsOf, liveClashes, mostConflicts, type Judged } from './contradiction';
import { statuses } from './status';
import { verdicts } from './verdict';

const text = 'Broen er 412 meter lang, «sier» han. 🐢 Den åpner i mai.';

function judged(id: string, exact: string, verdict: Judged['verdict'], status: Judged['status'] = 'approved'): Judged {
  const before = text.slice(0, text.indexOf(exact));
  const start = Array.from(before).length;
  return { id, status, verdict, exact, range: { start, end: start + Array.from(exact).length } };
}

describe('conflictKind', () => {
  const claim = judged('a', '412 meter', 'confirmed');

  it.each<[string, Judged, ReturnType<typeof conflictKind>]>([
    ['the same words, another verdict', judged('b', '412 meter', 'denied'), 'contradicts'],
    ['the same words with a space and a comma', judged('b', ' 412 meter ', 'disputed'), 'contradicts'],
    ['the same words, the same verdict', judged('b', '412 meter', 'confirmed'), undefined],
    ['some of the words', judged('b', 'er 412', 'denied'), 'overlaps'],
    ['more words around it', judged('b', 'Broen er 412 meter lang', 'denied'), 'overlaps'],
    ['other words', judged('b', 'Den åpner', 'denied'), undefined],
    ['the words beside it', judged('b', 'lang', 'denied'), undefined],
    ['no verdict', judged('b', '412 meter', undefined), undefined],
    ['a retired one', judged('b', '412 meter', 'denied', 'retired'), undefined],
    ['one that is nowhere', { ...judged('b', '412 meter', 'denied'), range: undefined }, undefined],
    ['itself', judged('a', '412 meter', 'denied'), undefined],
  ])('of %s', (_, other, kind) => {
    expect(conflictKind(claim, other)).toBe(kind);
    expect(conflictKind(other, claim)).toBe(kind);
  });

  it('takes what is no word at the edges off, beyond the basic plane too', () => {
    expect(conflictKind(judged('a', '«sier»', 'confirmed'), judged('b', 'sier', 'denied'))).toBe('contradicts');
    expect(conflictKind(judged('a', '🐢 Den', 'confirmed'), judged('b', 'Den ', 'denied'))).toBe('contradicts');
    expect(conflictKind(judged('a', '. 🐢', 'confirmed'), judged('b', '🐢', 'denied'))).toBe('overlaps');
    expect(conflictKind(judged('a', '🐢', 'confirmed'), judged('b', '🐢', 'denied'))).toBe('contradicts');
  });
});

describe('liveClashes', () => {
  it('is of what is submitted or approved alone, contradictions first', () => {
    const annotations = [
      judged('a', 'Broen er 412', 'denied'),
      judged('b', '412 meter', 'confirmed', 'submitted'),
      judged('c', '412 meter', 'denied'),
      judged('d', '412 meter', 'disputed', 'draft'),
      judged('e', '412 meter', 'disputed', 'returned'),
      judged('f', '412 meter', 'disputed', 'lapsed'),
    ];
    expect(liveClashes(annotations).map(({ kind, pair }) => [kind, ...pair.map(({ id }) => id)])).toEqual([
      ['contradicts', 'b', 'c'],
      ['overlaps', 'a', 'b'],
    ]);
  });
});

const arbitrary = fc
  .array(
    fc.record({
      status: fc.constantFrom(...statuses),
      verdict: fc.option(fc.constantFrom(...verdicts), { nil: undefined }),
      start: fc.integer({ min: 0, max: 30 }),
      length: fc.integer({ min: 1, max: 12 }),
      nowhere: fc.boolean(),
    }),
    { maxLength: 14 },
  )
  .map((list) =>
    list.map(({ status, verdict, start, length, nowhere }, index): Judged => ({
      id: `${index}`,
      status,
      verdict,
      exact: text.slice(start, start + length),
      range: nowhere ? undefined : { start, end: start + length },
    })),
  );

describe('conflictsIn', () => {
  const named = (conflicts: readonly { kind: string; other: Judged }[]) =>
    conflicts.map(({ kind, other }) => `${kind} ${other.id}`).sort();

  it('tells of each annotation what comparing it with every other one tells', () => {
    fc.assert(
      fc.property(arbitrary, (annotations) => {
        const all = conflictsIn(annotations);
        for (const one of annotations)
          expect(named(all.get(one.id) ?? [])).toEqual(named(conflictsOf(one, annotations)));
      }),
    );
  });

  it('finds each live pair, whatever else is there', () => {
    fc.assert(
      fc.property(arbitrary, (annotations) => {
        const live = annotations.filter(({ status }) => status === 'approved' || status === 'submitted');
        const pairs = live.flatMap((a, index) => live.slice(0, index).filter((b) => conflictKind(a, b) !== undefined));
        expect(liveClashes(annotations)).toHaveLength(pairs.length);
      }),
    );
  });

  it('tells a bounded number of each kind, a contradiction among hundreds of overlaps too', () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      judged(`${index}`, text, index % 2 ? 'confirmed' : 'denied'),
    );
    const wide = many.map((one, index) => ({ ...one, id: `w${index}`, range: { start: 0, end: 30 + (index % 20) } }));
    const all = conflictsIn([
      ...many,
      ...wide,
      judged('x', '412 meter', 'disputed'),
      judged('y', '412 meter', 'denied'),
    ]);
    expect([...all.values()].every((conflicts) => conflicts.length <= 2 * mostConflicts)).toBe(true);
    expect(named(all.get('x') ?? [])).toContain('contradicts y');
  });
});
