import { TestBed } from '@angular/core/testing';
import type { AnnotationView } from '@belegg/contract';
import { I18n } from '../../shell/i18n';
import { statementOf } from '../drafts/statement';
import { annotation, scene } from '../test/scene';
import { PassageFacts } from './passage-facts';

async function facts(shown: AnnotationView): Promise<string[]> {
  await scene({ annotations: [shown] });
  TestBed.inject(I18n).choose('nb');
  const fixture = TestBed.createComponent(PassageFacts);
  fixture.componentRef.setInput('annotation', shown);
  fixture.componentRef.setInput('statement', statementOf(shown));
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  return [...element.querySelectorAll('li')].map(({ textContent }) => textContent.replace(/\s+/gu, ' ').trim());
}

describe('PassageFacts', () => {
  it('says of a claim that was sent which name nothing mentions', async () => {
    expect(await facts(annotation(20, 18, 30, { status: 'submitted', rationale: 'Det stemmer.' }))).toEqual([
      '○ KCNA ikke omtalt',
    ]);
  });

  it('ticks what the rationale mentions', async () => {
    expect(await facts(annotation(20, 18, 30, { status: 'approved', rationale: 'KCNA skrev det.' }))).toEqual([
      '✓ KCNA omtalt',
    ]);
  });

  it('shows nothing where there is nothing to find', async () => {
    expect(await facts(annotation(20, 38, 43))).toEqual([]);
  });
});
