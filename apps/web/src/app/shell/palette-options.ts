import type { Shortcut } from './shortcuts';

/** Something that can be done or gone to. */
export interface PaletteOption {
  readonly label: string;
  /** The part of the page that it belongs to. */
  readonly scope: string;
  /** The first of its keys, if it has any. */
  readonly keys?: string;
  readonly run: () => void;
}

/** What the keys do now, each once: of two that share a key, what pressing it would do. */
export function optionsOf(shortcuts: readonly Shortcut[]): readonly PaletteOption[] {
  const taken = new Set<string>();
  const options: PaletteOption[] = [];
  for (const { keys, when, scope, description, run } of shortcuts.toReversed()) {
    const free = [keys].flat().filter((key) => !taken.has(key));
    const [first] = free;
    if (first === undefined || !(when?.() ?? true)) continue;
    for (const key of free) taken.add(key);
    options.push({
      label: description(),
      scope: scope(),
      keys: first,
      run: () => run(new KeyboardEvent('keydown', { key: first })),
    });
  }
  return options;
}

/** Those that hold each of the words that are typed, those whose label begins with them first. */
export function fitting(options: readonly PaletteOption[], typed: string): readonly PaletteOption[] {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  const found = options.filter(({ label, scope }) => {
    const said = `${label} ${scope}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
  const begins = ({ label }: PaletteOption): number => (label.toLowerCase().startsWith(words.join(' ')) ? 0 : 1);
  return words.length === 0 ? found : found.toSorted((a, b) => begins(a) - begins(b));
}
