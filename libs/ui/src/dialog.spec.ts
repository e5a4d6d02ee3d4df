import { Dialog } from '@angular/cdk/dialog';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { DialogFrame } from './dialog';
import { DialogHarness } from './harnesses';

@Component({
  imports: [DialogFrame],
  template: `<ui-dialog heading="Om artikkelen" closeLabel="Lukk" [answer]="7"
    ><input /><button dialogActions>Lagre</button></ui-dialog
  >`,
})
class Details {}
@Component({ template: '' })
class Page {}

describe('DialogFrame', () => {
  it('names the dialog, begins with its content, and closes with its answer', async () => {
    const fixture = TestBed.createComponent(Page);
    const opened = TestBed.inject(Dialog).open(Details);
    const closed = firstValueFrom(opened.closed);
    const dialog = await TestbedHarnessEnvironment.documentRootLoader(fixture).getHarness(DialogHarness);
    expect(await dialog.heading()).toBe('Om artikkelen');
    const container = document.querySelector('[role=dialog]');
    expect(document.getElementById(container?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
      'Om artikkelen',
    );
    expect([...(container?.querySelectorAll('input, button') ?? [])].map((element) => element.textContent)).toEqual([
      '',
      'Lagre',
      '✕',
    ]);
    await dialog.dismiss();
    await expect(closed).resolves.toBe(7);
  });
});
