import { TestBed } from '@angular/core/testing';
import { type SentenceState } from '@belegg/domain';
import { coverageOfStates } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { coverageSentence } from './coverage-sentence';

const states = (counts: Partial<Record<SentenceState, number>>) =>
  coverageOfStates(
    Object.entries(counts).flatMap(([state, count]) => Array.from({ length: count }, () => state as SentenceState)),
  );

describe('coverageSentence', () => {
  it.each<[string, Partial<Record<SentenceState, number>>]>([
    [
      '14 av 25 setninger godkjent · 4 til godkjenning · 7 gjenstår',
      { approved: 14, submitted: 4, draft: 2, returned: 1, unchecked: 4, notCheckable: 3 },
    ],
    [
      '1 av 5 setninger godkjent · 1 delvis sjekket · 1 til godkjenning · 2 delvis dekket',
      { approved: 1, approvedInPart: 1, submitted: 1, partly: 2 },
    ],
    ['2 av 3 setninger godkjent · 1 til godkjenning', { approved: 2, notCheckableProposed: 1 }],
    ['3 av 3 setninger godkjent · ingenting gjenstår', { approved: 3, notCheckable: 1 }],
    ['0 av 1 setning godkjent · 1 gjenstår', { lapsed: 1 }],
    ['Ingen setninger å sjekke', { notCheckable: 2 }],
  ])('says "%s"', (sentence, counts) => {
    const i18n = TestBed.inject(I18n);
    i18n.choose('nb');
    expect(coverageSentence(i18n, states(counts))).toBe(sentence);
  });
});
