import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Empty } from './empty';

@Component({
  imports: [Empty],
  template: `<ui-empty heading="Ingen kilder ennå">Legg til den første. <button action>Ny kilde</button></ui-empty>`,
})
class Host {}

describe('Empty', () => {
  it('says what is missing, teaches, and offers what to do apart from the sentence', async () => {
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    expect([
      page.querySelector('h2')?.textContent,
      page.querySelector('p')?.textContent?.trim(),
      page.querySelector('.row button')?.textContent,
    ]).toEqual(['Ingen kilder ennå', 'Legg til den første.', 'Ny kilde']);
  });
});
