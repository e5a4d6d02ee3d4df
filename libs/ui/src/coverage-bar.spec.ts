import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { type SentenceState, sentenceStates } from '@belegg/domain';
import { coverageOfStates } from './harnesses';
import { CoverageBar, coverageSegments, type CoverageSegment } from './coverage-bar';
import { CoverageBarHarness } from './harnesses';

async function show(segments: readonly CoverageSegment[]): Promise<CoverageBarHarness> {
  const fixture = TestBed.createComponent(CoverageBar);
  fixture.componentRef.setInput('segments', segments);
  fixture.componentRef.setInput('label', 'Dekning');
  fixture.componentRef.setInput('text', '3 av 6 godkjent');
  return TestbedHarnessEnvironment.harnessForFixture(fixture, CoverageBarHarness);
}

describe('CoverageBar', () => {
  it('measures what is approved, in whatever verdict, of all', async () => {
    const bar = await show([
      { tone: 'confirmed', sentences: 2 },
      { tone: 'denied', sentences: 1 },
      { tone: 'disputed', sentences: 0 },
      { tone: 'submitted', sentences: 1 },
      { tone: 'unchecked', sentences: 2 },
    ]);
    expect(await bar.measure()).toEqual({ now: 3, max: 6, text: '3 av 6 godkjent' });
    expect(await bar.tones()).toEqual(['confirmed', 'denied', 'submitted', 'unchecked']);
  });

  it('stands on an article without sentences', async () => {
    expect(await (await show([])).measure()).toMatchObject({ now: 0, max: 0 });
  });
});

describe('coverageSegments', () => {
  it('gives every sentence one place, and confirmed "not checkable" none', () => {
    const states: SentenceState[] = sentenceStates.flatMap((state, index) =>
      Array.from({ length: index + 1 }, () => state),
    );
    const coverage = coverageOfStates(states);
    const segments = coverageSegments(coverage);
    expect(segments.reduce((sum, { sentences }) => sum + sentences, 0)).toBe(coverage.checkable);
    expect(Object.fromEntries(segments.map(({ tone, sentences }) => [tone, sentences]))).toEqual({
      approved: 9,
      inPart: 8,
      submitted: 7 + 3,
      begun: 2 + 4 + 5 + 6,
      unchecked: 1,
    });
  });
});
