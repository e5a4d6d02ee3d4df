import { ApplicationRef, Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { keysOf, type Shortcut, Shortcuts } from './shortcuts';

const press = (key: string, init: KeyboardEventInit = {}, target: EventTarget = document.body): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
};

describe('Shortcuts', () => {
  let shortcuts: Shortcuts;
  let ran: string[];
  const register = (keys: Shortcut['keys'], name = String(keys), extra: Partial<Shortcut> = {}): void =>
    TestBed.runInInjectionContext(() =>
      shortcuts.register({ keys, description: () => name, scope: () => 'spec', run: () => ran.push(name), ...extra }),
    );

  beforeEach(() => {
    localStorage.clear();
    ran = [];
    shortcuts = TestBed.inject(Shortcuts);
  });

  it('runs what is registered for a key, and keeps the key from the browser', () => {
    register(['j', 'ArrowDown'], 'next');
    expect(press('j').defaultPrevented).toBe(true);
    press('ArrowDown');
    expect(press('k').defaultPrevented).toBe(false);
    expect(ran).toEqual(['next', 'next']);
  });

  it('has shown what a key did before the next one is read', () => {
    @Component({ selector: 'app-counter', template: '{{ count() }}' })
    class Counter {
      readonly count = signal(0);
    }
    const fixture = TestBed.createComponent(Counter);
    TestBed.inject(ApplicationRef).attachView(fixture.componentRef.hostView);
    register('j', 'count', { run: () => fixture.componentInstance.count.update((count) => count + 1) });
    press('j');
    expect((fixture.nativeElement as HTMLElement).textContent).toBe('1');
  });

  it('leaves plain keys alone while somebody types, but not Ctrl+Enter and Escape', () => {
    for (const keys of ['j', 'Ctrl+Enter', 'Escape']) register(keys);
    const input = document.body.appendChild(document.createElement('textarea'));
    press('j', {}, input);
    press('Enter', { ctrlKey: true }, input);
    press('Enter', { metaKey: true }, input);
    press('Escape', {}, input);
    input.remove();
    expect(ran).toEqual(['Ctrl+Enter', 'Ctrl+Enter', 'Escape']);
  });

  it('works on a checkbox, which takes no letters', () => {
    register('j');
    const box = document.body.appendChild(Object.assign(document.createElement('input'), { type: 'checkbox' }));
    press('j', {}, box);
    box.remove();
    expect(ran).toEqual(['j']);
  });

  it('gives a key to the latest that wants it now', () => {
    let open = false;
    register('e', 'page');
    register('e', 'card', { when: () => open });
    press('e');
    open = true;
    press('e');
    expect(ran).toEqual(['page', 'card']);
  });

  it('lets the page rest while a dialog is open', () => {
    register('a', 'page');
    const leave = shortcuts.enterLayer();
    register('b', 'dialog');
    press('a');
    press('b');
    leave();
    press('a');
    expect(ran).toEqual(['dialog', 'page']);
  });

  it('forgets the keys of a component that is gone', async () => {
    @Component({ template: '' })
    class Page {
      constructor() {
        inject(Shortcuts).register({
          keys: 'x',
          description: () => 'x',
          scope: () => 'spec',
          run: () => ran.push('x'),
        });
      }
    }
    const fixture = TestBed.createComponent(Page);
    press('x');
    fixture.destroy();
    press('x');
    expect(ran).toEqual(['x']);
  });

  it('can do without single keys, for speech input', () => {
    for (const keys of ['a', '?', 'ArrowDown', 'Ctrl+Enter']) register(keys);
    shortcuts.singleKeys.set('off');
    press('a');
    press('?', { shiftKey: true });
    press('ArrowDown');
    press('Enter', { ctrlKey: true });
    expect(ran).toEqual(['ArrowDown', 'Ctrl+Enter']);
  });

  it.each<[string, KeyboardEventInit]>([
    ['?', { key: '?', shiftKey: true }],
    ['Shift+j', { key: 'J', shiftKey: true }],
    ['j', { key: 'J' }],
    ['Shift+ArrowDown', { key: 'ArrowDown', shiftKey: true }],
    ['Ctrl+s', { key: 's', metaKey: true }],
    ['@', { key: '@', ctrlKey: true, altKey: true, modifierAltGraph: true }],
    ['Space', { key: ' ' }],
  ])('writes %s', (written, init) => {
    expect(keysOf(new KeyboardEvent('keydown', init))).toBe(written);
  });
});
