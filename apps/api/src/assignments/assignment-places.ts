import { Injectable } from '@nestjs/common';
import { Describer, reanchor, type Range } from '@belegg/domain';
import type { Tx } from '../platform/database/database';
import { Texts, type Text } from '../texts';
import { readOpen, updatePlaces, type AssignmentRow } from './assignment.repository';

/** Finds the stretches of open assignments in a new text, as those of annotations are found. */
@Injectable()
export class AssignmentPlaces {
  constructor(private readonly texts: Texts) {}

  /**
   * One that stands word for word in the text before is looked for from there; any other one from the text that it was
   * made on, so that a guess is never built on a guess. The article is locked.
   */
  async follow(tx: Tx, newsroomId: string, before: Text, next: Text): Promise<void> {
    const onStretch = (await readOpen(tx, newsroomId, next.articleId)).flatMap((row) => toPlaced(row, before.number));
    if (onStretch.length === 0) return;
    const describer = new Describer(next.text);
    for (const [number, group] of Map.groupBy(onStretch, (one) => one.on)) {
      const text = number === before.number ? before : await this.texts.at(tx, newsroomId, next.articleId, number);
      const anchors = reanchor(
        text.text,
        next.text,
        group.map(({ range }) => range),
      );
      await updatePlaces(
        tx,
        newsroomId,
        group.map(({ id }, index) => {
          const anchor = anchors[index] ?? { outcome: 'orphaned' as const };
          if (anchor.outcome === 'orphaned') return { id, place: { anchor: { outcome: anchor.outcome } } };
          const [position, quote] = describer.describe(anchor.range);
          const score = anchor.outcome === 'changed' ? { score: anchor.score } : {};
          return { id, place: { anchor: { outcome: anchor.outcome, ...score }, selector: [position, quote] } };
        }),
      );
    }
  }
}

/** Where a stretch is looked for from: the number of a text, and the range there. */
function toPlaced(
  { id, passage, place, articleRevision }: AssignmentRow,
  before: number,
): { readonly id: string; readonly on: number; readonly range: Range }[] {
  if (!passage) return [];
  const [current] = place?.selector ?? [];
  const isWordForWord = place?.anchor.outcome === 'unchanged' || place?.anchor.outcome === 'moved';
  if (current && isWordForWord) return [{ id, on: before, range: { start: current.start, end: current.end } }];
  return [{ id, on: articleRevision, range: { start: passage.start, end: passage.end } }];
}
