import { gravest, ticksOf, type RailSentence } from './ticks';

const unchecked: RailSentence = { state: 'unchecked', length: 10 };
const approved: RailSentence = { state: 'approved', verdict: 'confirmed', length: 30 };
const denied: RailSentence = { state: 'approved', verdict: 'denied', length: 20 };

describe('ticksOf', () => {
  it('gives each sentence a tick where there is room', () => {
    expect(ticksOf([unchecked, approved], 10)).toEqual([
      { first: 0, end: 1, state: 'unchecked', verdict: undefined, length: 10 },
      { first: 1, end: 2, state: 'approved', verdict: 'confirmed', length: 30 },
    ]);
  });

  it('joins sentences where there is not, and shows what needs most', () => {
    expect(ticksOf([approved, unchecked, approved, denied, approved], 3)).toEqual([
      { first: 0, end: 2, state: 'unchecked', verdict: undefined, length: 40 },
      { first: 2, end: 4, state: 'approved', verdict: 'denied', length: 50 },
      { first: 4, end: 5, state: 'approved', verdict: 'confirmed', length: 30 },
    ]);
  });

  it('has none for an empty article', () => {
    expect(ticksOf([], 10)).toEqual([]);
  });
});

describe('gravest', () => {
  it('puts denied before disputed before confirmed', () => {
    expect(gravest(['confirmed', 'disputed'])).toBe('disputed');
    expect(gravest(['confirmed', 'denied', 'disputed'])).toBe('denied');
    expect(gravest([])).toBeUndefined();
  });
});
