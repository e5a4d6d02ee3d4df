import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Control, Field } from './field';
import { FieldHarness } from './harnesses';

@Component({
  imports: [Control, Field],
  template: `
    <ui-field label="Tittel" [hint]="hint()" [error]="error()"><input uiControl /></ui-field>
    <ui-field label="Tekst"><textarea uiControl></textarea></ui-field>
  `,
})
class Host {
  readonly hint = signal<string | undefined>(undefined);
  readonly error = signal<string | undefined>(undefined);
}

describe('Field', () => {
  it('ties label, hint and error to its control and to no other', async () => {
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const [first, second] = [...page.querySelectorAll<HTMLElement>('[uiControl]')];
    expect(page.querySelectorAll('label')[0]?.htmlFor).toBe(first?.id);
    expect(first?.id).not.toBe(second?.id);
    expect([first?.getAttribute('aria-describedby'), first?.getAttribute('aria-invalid')]).toEqual([null, null]);
    fixture.componentInstance.hint.set('Kort');
    fixture.componentInstance.error.set('Mangler');
    await fixture.whenStable();
    const described = first
      ?.getAttribute('aria-describedby')
      ?.split(' ')
      .map((id) => document.getElementById(id) ?? page.querySelector(`#${id}`));
    expect(described?.map((element) => element?.textContent)).toEqual(['Kort', 'Mangler']);
    expect([first?.getAttribute('aria-invalid'), second?.getAttribute('aria-invalid')]).toEqual(['true', null]);
  });

  it('can be found by its label, typed into and read', async () => {
    const fixture = TestBed.createComponent(Host);
    const field = await TestbedHarnessEnvironment.loader(fixture).getHarness(FieldHarness.labelled('Tekst'));
    await field.type('Kim');
    expect([await field.value(), await field.error()]).toEqual(['Kim', undefined]);
    fixture.componentInstance.error.set('Mangler');
    expect(
      await (await TestbedHarnessEnvironment.loader(fixture).getHarness(FieldHarness.labelled('Tittel'))).error(),
    ).toBe('Mangler');
  });
});
