import type { AnnotationView } from '@belegg/contract';
import { adoptIds, changes, sameStatement, type DraftCitation, type Statement } from './statement';

const cited = (key: string, more: Partial<DraftCitation> = {}): DraftCitation => ({
  key,
  sourceId: `source-${key}`,
  stance: 'supports',
  ...more,
});
const base: Statement = { verdict: 'confirmed', rationale: '', citations: [cited('a', { id: 'a' })] };

describe('changes', () => {
  it('holds only what differs, without the keys of the page', () => {
    expect(changes(base, { ...base, rationale: 'Ny' })).toEqual({ rationale: 'Ny' });
    const more = { ...base, citations: [...base.citations, cited('b')] };
    expect(changes(base, more)).toEqual({
      citations: [
        { id: 'a', sourceId: 'source-a', stance: 'supports' },
        { sourceId: 'source-b', stance: 'supports' },
      ],
    });
    expect(changes(base, { ...base })).toEqual({});
  });
});

describe('sameStatement', () => {
  it('takes an empty text for one left out', () => {
    expect(sameStatement(base, { ...base, citations: [cited('a', { quote: '', locator: '' })] })).toBe(true);
    expect(sameStatement(base, { ...base, citations: [cited('a', { quote: 'x' })] })).toBe(false);
  });
});

describe('adoptIds', () => {
  it('gives a new citation its id, though its quote was typed on meanwhile', () => {
    const sentAs = { ...base, citations: [...base.citations, cited('b')] };
    const typed = { ...sentAs, citations: [cited('b', { quote: 'mer' }), cited('c')] };
    const saved = {
      citations: [
        { id: 'a', sourceId: 'source-a' },
        { id: 'B', sourceId: 'source-b' },
      ],
    } as AnnotationView;
    expect(adoptIds(typed, sentAs, saved).citations.map(({ key, id, quote }) => [key, id, quote])).toEqual([
      ['b', 'B', 'mer'],
      ['c', undefined, undefined],
    ]);
  });
});
