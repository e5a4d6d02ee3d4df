import { TestBed } from '@angular/core/testing';
import { I18n } from '../../shell/i18n';
import { annotation, scene } from '../test/scene';
import { ContradictionNote } from './contradiction-note';

describe('ContradictionNote', () => {
  it('tells at once what says otherwise of the same words, by the verdict that is being chosen', async () => {
    const own = annotation(1, 0, 17);
    const other = annotation(2, 0, 17, { verdict: 'denied', status: 'approved' });
    const part = annotation(3, 0, 6, { verdict: 'disputed' });
    const { pageFocus } = await scene({ annotations: [own, other, part] });
    TestBed.inject(I18n).choose('nb');
    const open = jest.spyOn(pageFocus, 'openAnnotation');
    const fixture = TestBed.createComponent(ContradictionNote);
    fixture.componentRef.setInput('annotation', own);
    fixture.componentRef.setInput('verdict', 'confirmed');
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    expect([...element.querySelectorAll('p')].map(({ textContent }) => textContent)).toEqual([
      'De samme ordene er avkreftet i en annen annotasjon (godkjent). Bare én av dem kan godkjennes.',
      'Noen av ordene er omstridt i en annen annotasjon (utkast).',
    ]);
    element.querySelector('button')?.click();
    expect(open).toHaveBeenCalledWith(other.id, 'show');
    fixture.componentRef.setInput('verdict', 'denied');
    await fixture.whenStable();
    expect(element.querySelectorAll('p')).toHaveLength(1);
  });
});
