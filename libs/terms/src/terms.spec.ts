import {
  anchorOutcomes,
  checkabilityReasons,
  judgements,
  languages,
  roles,
  sentenceStates,
  sourceKinds,
  stances,
  statuses,
  stepKinds,
} from '@belegg/domain';
import { capitalized, labelsOf, termsIn } from './index';

const names = {
  verdict: judgements,
  status: statuses,
  state: sentenceStates,
  stance: stances,
  source: sourceKinds,
  reason: checkabilityReasons,
  anchor: anchorOutcomes,
  role: roles,
  step: stepKinds,
  language: languages,
};

describe.each(Object.entries(termsIn))('the terms in %s', (language, terms) => {
  it.each(Object.entries(names))('know every %s', (kind, known) => {
    const words = terms[kind as keyof typeof names] as Readonly<Record<string, string>>;
    expect(Object.keys(words).sort()).toEqual([...known].sort());
    for (const word of Object.values(words)) expect(word).toMatch(/^\S(.*\S)?$/u);
  });

  it('call the same status, step and state the same', () => {
    for (const shared of ['draft', 'submitted', 'returned', 'approved', 'lapsed'] as const)
      expect(terms.state[shared]).toBe(terms.status[shared]);
    for (const shared of ['approved', 'retired'] as const) expect(terms.step[shared]).toBe(terms.status[shared]);
  });

  it('tell the names of a kind apart', () => {
    for (const words of Object.values(terms)) {
      const all = Object.values(words as Readonly<Record<string, string>>);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('are written as in the middle of a sentence', () => {
    for (const [kind, words] of Object.entries(terms))
      if (!(language === 'en' && kind === 'language'))
        for (const word of Object.values(words as Readonly<Record<string, string>>))
          expect(word).toBe(word.toLocaleLowerCase('nb'));
  });
});

describe('labelsOf', () => {
  it('begins each label with a capital, and leaves stances, which follow a name', () => {
    const labels = labelsOf(termsIn.nb);
    expect(labels['status.submitted']).toBe('Til godkjenning');
    expect(labels['stance.supports']).toBe('støtter');
    expect(capitalized('årsrapport')).toBe('Årsrapport');
    expect(capitalized('')).toBe('');
  });
});
