import { TestBed } from '@angular/core/testing';
import type { StepView } from '@belegg/contract';
import { I18n } from '../../shell/i18n';
import { annotation, kari, ola } from '../test/scene';
import { statusText } from './status-text';

describe('statusText', () => {
  const step = (kind: StepView['kind'], by: StepView['by'], articleRevision = 1): StepView => ({
    kind,
    annotationRevision: 1,
    articleRevision,
    by,
    at: '2024-12-01T10:00:00Z',
    comment: '',
  });
  const said = (more: Parameters<typeof annotation>[3], revision = 1) => {
    const i18n = TestBed.inject(I18n);
    i18n.choose('nb');
    return statusText(i18n, annotation(20, 0, 17, more), revision);
  };

  it('names who approved or returned it', () => {
    expect(said({ status: 'approved', steps: [step('submitted', kari), step('approved', ola)] })).toBe(
      'Godkjent av Ola',
    );
    expect(said({ status: 'returned', steps: [step('submitted', kari), step('returned', ola)] })).toBe(
      'Sendt tilbake av Ola',
    );
    expect(said({ status: 'submitted', steps: [step('submitted', kari)] })).toBe('Til godkjenning');
  });

  it('tells what an approval lapsed by', () => {
    expect(said({ status: 'lapsed', steps: [step('approved', ola, 1)] }, 2)).toBe(
      'Godkjenningen gjelder ikke lenger: teksten er endret',
    );
    expect(said({ status: 'lapsed', steps: [step('approved', ola, 2)] }, 2)).toBe(
      'Godkjenningen gjelder ikke lenger: annotasjonen er endret',
    );
  });

  it('says first of all when its words were changed or are gone', () => {
    expect(said({ anchor: { outcome: 'orphaned' } })).toBe('Finnes ikke lenger i teksten');
    expect(said({ status: 'lapsed', anchor: { outcome: 'changed', score: 0.8 } })).toBe('Teksten er endret her');
  });
});
