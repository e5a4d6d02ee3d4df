import { sourceLack, type RuledCitation, type SourceLack, type SourceRule } from './source-rule';
import type { Verdict } from '../review/verdict';
import type { Stance } from './citation';

const kinds: Readonly<Record<string, RuledCitation['kind']>> = {
  kcna: 'newsAgency',
  paper: 'newspaper',
  radio: 'broadcaster',
  record: 'document',
};
const cites = (...ids: string[]): RuledCitation[] =>
  ids.map((name) => {
    const [sourceId = '', stance = 'supports'] = name.split(' ');
    const lineage = sourceId === 'paper' ? ['kcna'] : [];
    return { sourceId, stance: stance as Stance, lineage, kind: kinds[sourceId] ?? 'other' };
  });

describe('sourceLack', () => {
  it.each<[SourceRule, Verdict, string[], SourceLack | undefined]>([
    ['none', 'confirmed', [], undefined],
    ['one', 'confirmed', [], 'citation'],
    ['one', 'denied', [], 'citation'],
    ['one', 'disputed', ['kcna context'], undefined],
    ['one', 'confirmed', ['kcna'], undefined],
    ['strong', 'denied', [], 'citation'],
    ['strong', 'denied', ['kcna refutes'], undefined],
    ['strong', 'confirmed', ['kcna'], 'independent'],
    ['strong', 'confirmed', ['kcna', 'paper'], 'independent'],
    ['strong', 'confirmed', ['kcna', 'radio refutes'], 'independent'],
    ['strong', 'confirmed', ['paper', 'radio'], undefined],
    ['strong', 'confirmed', ['record'], undefined],
    ['strong', 'confirmed', ['record context', 'kcna'], 'independent'],
  ])('by the rule %s, of what is %s on %j: %s', (rule, verdict, cited, lack) => {
    expect(sourceLack(rule, verdict, cites(...cited))).toBe(lack);
  });

  it('takes sources that are the same for one', () => {
    const likeness = new Map([
      ['kcna', ['name:kcna']],
      ['radio', ['name:kcna']],
    ]);
    expect(sourceLack('strong', 'confirmed', cites('kcna', 'radio'), likeness)).toBe('independent');
  });
});
