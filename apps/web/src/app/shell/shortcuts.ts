import { ApplicationRef, computed, DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { KeyChoices } from './key-choices';
import { storedChoice } from './stored';

/** A key, or several that do the same: `j`, `?`, `Enter`, `Shift+ArrowDown`, `Ctrl+Enter` (Command on a Mac). */
export type Keys = string | readonly string[];

export interface Shortcut {
  readonly keys: Keys;
  /** What it does, in the language of the page; shown in the list that `?` opens. */
  readonly description: () => string;
  /** The heading that it stands under in the list: the name of the page or part. */
  readonly scope: () => string;
  readonly run: (event: KeyboardEvent) => void;
  /** Whether it does something now; when not, the key stays with the browser. */
  readonly when?: () => boolean;
}

interface Registered extends Shortcut {
  readonly layer: number;
}

/**
 * The keys of the page. Components register theirs while they live:
 * `inject(Shortcuts).register({ keys: 'j', description: () => t('next'), scope: () => t('queue'), run: () => … })`.
 * Plain keys are left alone while somebody types; `Ctrl+…` and `Escape` work there too. The latest registered wins.
 */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  private readonly all = signal<readonly Registered[]>([]);
  private readonly layer = signal(0);
  /** Single keys can be turned off, since speech input may press them by accident (WCAG 2.1.4). */
  readonly singleKeys = storedChoice('single-keys', ['on', 'off'], 'on');
  /** What can be pressed now, in the order of registration. */
  readonly active = computed(() => this.all().filter(({ layer }) => layer === this.layer()));

  private readonly application = inject(ApplicationRef);
  private readonly choices = inject(KeyChoices);

  constructor() {
    inject(DOCUMENT).addEventListener('keydown', (event) => this.press(event));
  }

  /** Call it where injection is possible; the shortcut goes when the component goes. */
  register(shortcut: Shortcut): void {
    const registered = { ...shortcut, layer: this.layer() };
    this.all.update((all) => [...all, registered]);
    inject(DestroyRef).onDestroy(() => this.all.update((all) => all.filter((one) => one !== registered)));
  }

  /** Lets the keys of what is behind rest until the returned function is called; for dialogs. */
  enterLayer(): () => void {
    this.layer.update((layer) => layer + 1);
    return () => this.layer.update((layer) => layer - 1);
  }

  /** What is pressed for it, as people chose. */
  keysOf({ keys }: Shortcut): readonly string[] {
    return [keys].flat().map((key) => this.choices.keyFor(key));
  }

  private press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const pressed = keysOf(event);
    const plain = !/^(Ctrl|Alt)\+/.test(pressed) && pressed !== 'Escape';
    if (
      plain &&
      (isTyping(event.target) || (this.singleKeys() === 'off' && pressed.replace('Shift+', '').length === 1))
    )
      return;
    const shortcut = this.active().findLast((one) => this.keysOf(one).includes(pressed) && (one.when?.() ?? true));
    if (!shortcut) return;
    event.preventDefault();
    shortcut.run(event);
    // The next key may come before the browser paints; it has to meet the page, and its focus, as this one left it.
    this.application.tick();
  }
}

/** The keys of an event in our notation. Shift is told for letters and named keys; in `?` it is part of the sign. */
export function keysOf(event: KeyboardEvent): string {
  const { key } = event;
  // AltGr types signs such as @ on Nordic keyboards, and comes as Ctrl+Alt on Windows.
  const types = event.getModifierState('AltGraph');
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  return [
    !types && (event.ctrlKey || event.metaKey) && 'Ctrl',
    !types && event.altKey && 'Alt',
    event.shiftKey && (key.length > 1 || isLetter) && 'Shift',
    isLetter ? key.toLowerCase() : key === ' ' ? 'Space' : key,
  ]
    .filter(Boolean)
    .join('+');
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches(
        'textarea, select, [role="textbox"], [role="combobox"], [role="listbox"], input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="file"])',
      ))
  );
}
