import { TestBed } from '@angular/core/testing';
import { I18n } from './i18n';
import { KeyChoice } from './key-choice';
import { KeyChoices } from './key-choices';
import { Shortcuts, type Shortcut } from './shortcuts';

describe('KeyChoice', () => {
  const ran: string[] = [];
  const shortcut = (keys: Shortcut['keys'], name: string): Shortcut => ({
    keys,
    description: () => name,
    scope: () => 'spec',
    run: () => ran.push(name),
  });
  const next = shortcut(['j', 'ArrowDown'], 'next');
  const open = shortcut('o', 'open');
  const press = (target: EventTarget, key: string): boolean =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

  async function opened() {
    localStorage.clear();
    ran.length = 0;
    TestBed.inject(I18n).choose('nb');
    const shortcuts = TestBed.inject(Shortcuts);
    TestBed.runInInjectionContext(() => [next, open].forEach((one) => shortcuts.register(one)));
    const fixture = TestBed.createComponent(KeyChoice);
    fixture.componentRef.setInput('shortcut', next);
    fixture.componentRef.setInput('others', [next, open]);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const button = element.querySelector('button');
    const choose = async (key: string) => {
      button?.click();
      if (button) press(button, key);
      await fixture.whenStable();
    };
    return { choose, element };
  }

  it('lets the next key take the place of the first, until all are set back; the browser keeps it', async () => {
    const { choose } = await opened();
    await choose('h');
    for (const key of ['j', 'h', 'ArrowDown']) press(document.body, key);
    expect(ran).toEqual(['next', 'next']);
    expect(localStorage.getItem('belegg.keys')).toBe('{"j":"h"}');
    TestBed.inject(KeyChoices).reset();
    press(document.body, 'j');
    expect(ran).toHaveLength(3);
    expect(localStorage.getItem('belegg.keys')).toBeNull();
  });

  it('takes neither the key of another, nor one that the browser needs, and leaves off by Escape', async () => {
    const { choose, element } = await opened();
    await choose('o');
    expect(element.textContent).toContain('Tasten er i bruk: open');
    await choose('F5');
    expect(element.textContent).toContain('Nettleseren bruker den tasten selv.');
    await choose('Escape');
    expect(TestBed.inject(KeyChoices).isChanged()).toBe(false);
  });
});
