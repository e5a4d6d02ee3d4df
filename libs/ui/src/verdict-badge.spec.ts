import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { verdicts } from '@belegg/domain';
import { VerdictHarness } from './harnesses';
import { VerdictBadge } from './verdict-badge';

describe('VerdictBadge', () => {
  it.each(verdicts)('tells %s in words, and by the class that gives hue and glyph', async (verdict) => {
    const fixture = TestBed.createComponent(VerdictBadge);
    fixture.componentRef.setInput('verdict', verdict);
    fixture.componentRef.setInput('label', `word for ${verdict}`);
    const badge = await TestbedHarnessEnvironment.harnessForFixture(fixture, VerdictHarness);
    expect([await badge.verdict(), await badge.label()]).toEqual([verdict, `word for ${verdict}`]);
  });
});
