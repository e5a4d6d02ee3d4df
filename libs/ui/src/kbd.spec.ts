import { TestBed } from '@angular/core/testing';
import { Kbd } from './kbd';

describe('Kbd', () => {
  it.each([
    ['j', 'J'],
    ['?', '?'],
    ['Ctrl+Enter', 'Ctrl ↵'],
    ['Shift+ArrowDown', '⇧ ↓'],
    ['Escape', 'Esc'],
    ['+', '+'],
    ['Ctrl++', 'Ctrl +'],
  ])('writes %s as %s', async (keys, written) => {
    const fixture = TestBed.createComponent(Kbd);
    fixture.componentRef.setInput('keys', keys);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toBe(written);
  });
});
