import { TestBed } from '@angular/core/testing';
import { Dialogs } from './dialogs';
import { I18n } from './i18n';
import { Shortcuts } from './shortcuts';
import { ShortcutsDialog } from './shortcuts-dialog';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('Dialogs, with the list of shortcuts', () => {
  const ran: string[] = [];
  beforeEach(() => {
    localStorage.clear();
    TestBed.inject(I18n).choose('nb');
    TestBed.runInInjectionContext(() => {
      const shortcuts = TestBed.inject(Shortcuts);
      shortcuts.register({
        keys: '?',
        description: () => 'Vis snarveiene',
        scope: () => 'Overalt',
        run: () => ran.push('?'),
      });
      shortcuts.register({
        keys: ['j', 'ArrowDown'],
        description: () => 'Neste',
        scope: () => 'Kø',
        run: () => ran.push('j'),
      });
    });
  });

  it('shows the keys by part of the page, names itself, and gives the keys back when it closes', async () => {
    const closed = TestBed.inject(Dialogs).open(
      () => Promise.resolve(ShortcutsDialog),
      TestBed.inject(Shortcuts).active(),
    );
    await settled();
    const dialog = document.querySelector('[role=dialog]');
    expect(document.getElementById(dialog?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
      'Tastatursnarveier',
    );
    expect([...(dialog?.querySelectorAll('h3') ?? [])].map((heading) => heading.textContent)).toEqual([
      'Kø',
      'Overalt',
    ]);
    expect(
      [...(dialog?.querySelectorAll('dl')[0]?.querySelectorAll('kbd') ?? [])].map((key) => key.textContent),
    ).toEqual(['J', '↓']);

    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
    expect(ran).toEqual([]);

    dialog?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    expect(TestBed.inject(Shortcuts).singleKeys()).toBe('off');
    TestBed.inject(Shortcuts).singleKeys.set('on');

    dialog?.querySelector<HTMLButtonElement>('button[aria-label=Lukk]')?.click();
    await expect(closed).resolves.toBeUndefined();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
    expect(ran).toEqual(['j']);
  });
});
