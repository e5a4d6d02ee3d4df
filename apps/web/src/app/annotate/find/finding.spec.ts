import { TestBed } from '@angular/core/testing';
import { annotation, kari, ola, scene, uuid } from '../test/scene';
import { Finding } from './finding';

describe('Finding', () => {
  it('goes through the places of words from where the reader is, and round', async () => {
    const { pageFocus } = await scene();
    const finding = TestBed.inject(Finding);
    finding.show();
    finding.words.set('S');
    expect(finding.places()).toHaveLength(3);
    pageFocus.moveTo(1);
    finding.go(1);
    expect([finding.current(), pageFocus.sentence()]).toEqual([1, 1]);
    finding.go(-1);
    expect([finding.current(), pageFocus.sentence()]).toEqual([0, 0]);
    finding.words.set('nowhere');
    finding.go(1);
    expect(finding.current()).toBeUndefined();
  });

  it('filters by verdict, status, person and source, all of them at once; closed, it shows all', async () => {
    const cited = {
      id: uuid(60),
      sourceId: uuid(61),
      sourceRevision: 1,
      stance: 'supports' as const,
      locator: '',
      quote: '',
    };
    await scene({
      annotations: [
        annotation(1, 0, 17, {
          citations: [
            { ...cited, translation: '', protected: false, lineage: [], cited: { kind: 'other', name: 'K' } },
          ],
        }),
        annotation(2, 18, 30, { verdict: 'denied', authors: [ola] }),
        annotation(3, 31, 43, { verdict: 'denied', status: 'submitted' }),
      ],
    });
    const finding = TestBed.inject(Finding);
    const shown = () => [...(finding.shown() ?? [])];
    finding.show();
    expect(finding.shown()).toBeUndefined();
    finding.choose('verdict', 'denied');
    expect(shown()).toEqual([uuid(2), uuid(3)]);
    finding.choose('person', kari.id);
    expect(shown()).toEqual([uuid(3)]);
    finding.choose('status', 'draft');
    expect(shown()).toEqual([]);
    finding.hide();
    expect(finding.shown()).toBeUndefined();
    finding.choose('source', uuid(61));
    expect(shown()).toEqual([uuid(1)]);
  });
});
