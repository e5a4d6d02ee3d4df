import type { DroppedKind, DroppedPart } from '@belegg/contract';
import { canonicalize } from '@belegg/domain';

/** UTF-16 units of a sample. */
const longestSample = 120;

/** Counts what is left out of a text, with the first words of it. */
export class LeftOut {
  private readonly parts = new Map<DroppedKind, { count: number; sample: string }>();

  /** @param words of what is left out; more are added to a sample that has room */
  add(kind: DroppedKind, words = '', count = 1): void {
    const part = this.parts.get(kind) ?? { count: 0, sample: '' };
    this.parts.set(kind, part);
    part.count += count;
    const said = canonicalize(words.slice(0, 4 * longestSample))
      .replace(/\s+/gu, ' ')
      .trim();
    if (said !== '' && part.sample.length < longestSample)
      part.sample = `${part.sample}${part.sample === '' ? '' : ' · '}${said}`.slice(0, longestSample);
  }

  addAll(parts: readonly DroppedPart[]): void {
    for (const { kind, count, sample } of parts) this.add(kind, sample, count);
  }

  list(): DroppedPart[] {
    return [...this.parts].map(([kind, { count, sample }]) => ({ kind, count: Math.max(1, count), sample }));
  }
}
