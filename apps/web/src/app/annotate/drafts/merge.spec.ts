import { choose, merge } from './merge';
import type { DraftCitation, Statement } from './statement';

const cited = (key: string, quote = ''): DraftCitation => ({ key, sourceId: 's', stance: 'supports', quote });
const base: Statement = { verdict: 'confirmed', rationale: 'Slik var det', citations: [cited('1')] };

describe('merge', () => {
  it('takes from each side what only that side changed', () => {
    const mine = { ...base, rationale: 'Min' };
    const theirs = { ...base, verdict: 'denied' as const };
    expect(merge(base, mine, theirs)).toEqual({
      merged: { ...base, rationale: 'Min', verdict: 'denied' },
      conflicts: [],
    });
  });

  it('leaves to a person what both changed in different ways, and keeps mine meanwhile', () => {
    const mine = { ...base, rationale: 'Min', citations: [cited('1', 'a')] };
    const theirs = { ...base, rationale: 'Deres', citations: [cited('1', 'b')] };
    expect(merge(base, mine, theirs)).toEqual({ merged: mine, conflicts: ['rationale', 'citations'] });
  });

  it('sees no conflict where both came to the same', () => {
    const both = { ...base, rationale: 'Likt' };
    expect(merge(base, both, { ...both }).conflicts).toEqual([]);
  });

  it('does not take the ids of new citations for a change', () => {
    const mine = { ...base, citations: [cited('1'), cited('new')] };
    const theirs = { ...base, citations: [cited('1'), { ...cited('2'), id: '2' }] };
    expect(merge(base, mine, theirs).conflicts).toEqual([]);
  });
});

describe('choose', () => {
  it('takes theirs where told to', () => {
    const theirs: Statement = { verdict: 'denied', rationale: 'Deres', citations: [] };
    expect(choose(base, theirs, ['rationale'])).toEqual({ ...base, rationale: 'Deres' });
  });
});
