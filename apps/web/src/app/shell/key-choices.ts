import { computed, Injectable, signal } from '@angular/core';
import * as z from 'zod';
import { read, write } from './stored';

const kept = z.record(z.string().max(40), z.string().min(1).max(40));
const name = 'keys';

/** Keys that mean the same everywhere in a browser, or by which one gets out of anything. */
const reserved = /^(Escape|Tab|Shift\+Tab|Ctrl\+[acvxtwnlr]|F5|F12|Meta|Dead|Unidentified)$/u;

/** The keys that somebody chose instead of others; this browser keeps them. They hold on every page. */
@Injectable({ providedIn: 'root' })
export class KeyChoices {
  private readonly chosen = signal<Readonly<Record<string, string>>>(readChoices());
  readonly isChanged = computed(() => Object.keys(this.chosen()).length > 0);

  /** What is pressed for a key of ours: what was chosen, or the key itself. */
  keyFor(key: string): string {
    return this.chosen()[key] ?? key;
  }

  /** Whether a key may be chosen at all. */
  isFree(pressed: string): boolean {
    return !reserved.test(pressed);
  }

  choose(key: string, pressed: string): void {
    const others = Object.entries(this.chosen()).filter(([other]) => other !== key);
    this.keep(Object.fromEntries(pressed === key ? others : [...others, [key, pressed]]));
  }

  reset(): void {
    this.keep({});
  }

  private keep(chosen: Readonly<Record<string, string>>): void {
    this.chosen.set(chosen);
    write(name, Object.keys(chosen).length > 0 ? JSON.stringify(chosen) : undefined);
  }
}

/** What is kept may be from another version, or nobody's. */
function readChoices(): Readonly<Record<string, string>> {
  try {
    return kept.parse(JSON.parse(read(name) ?? '{}'));
  } catch {
    return {};
  }
}
