import { effect, signal, untracked, type WritableSignal } from '@angular/core';

/**
 * A choice that this browser remembers, such as language or theme. Where storage is closed (private windows), it lasts
 * as long as the page. Call it where injection is possible.
 */
export function storedChoice<const Choice extends string>(
  name: string,
  choices: readonly Choice[],
  fallback: Choice,
): WritableSignal<Choice> {
  const kept = read(name);
  const choice = signal(choices.find((one) => one === kept) ?? fallback);
  const initial = untracked(choice);
  let touched = false;
  effect(() => {
    const value = choice();
    touched ||= value !== initial;
    if (touched) write(name, value);
  });
  return choice;
}

const keyOf = (name: string): string => `belegg.${name}`;

/** What this browser keeps under a name; undefined when there is nothing or storage is closed. */
export function read(name: string): string | undefined {
  try {
    return localStorage.getItem(keyOf(name)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text; returns whether it was kept. Undefined removes it. */
export function write(name: string, value: string | undefined): boolean {
  try {
    if (value === undefined) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), value);
    return true;
  } catch {
    return false;
  }
}
