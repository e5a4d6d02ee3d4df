import type { AnnotationView, OutcomeView } from '@belegg/contract';
import { blocksOfPlainText, describe as describePassage } from '@belegg/domain';
import { annotation as annotationOf } from '../annotate/test/scene';
import { compareTexts, sectionsOf, type Row } from './compare-texts';

const textOf = (text: string) => ({ text, blocks: blocksOfPlainText(text), marks: [] });
const said = (row: Row | undefined, side: 'old' | 'now', kind: string) => {
  const cell = row?.[side];
  return (cell?.stretches ?? [])
    .filter((stretch) => stretch.kind === kind)
    .map(({ start, end }) => cell?.text.slice(start, end));
};
const on = (n: number, text: string, exact: string, more: Partial<AnnotationView> = {}): AnnotationView => {
  const start = text.indexOf(exact);
  const [position, quote] = describePassage(text, { start, end: start + exact.length });
  return { ...annotationOf(n, 0, 17), selector: [position, quote], ...more };
};
const outcome = (annotation: AnnotationView, more: Partial<OutcomeView>): OutcomeView => ({
  annotationId: annotation.id,
  outcome: 'unchanged',
  carried: true,
  ...more,
});

const before = textOf('Likt. Kim kom.\nHan dro hjem igjen.\nSlutt.');
const after = textOf('Likt. Kim kom.\nHan dro bort igjen.\nNoe nytt.\nSlutt.');

describe('compareTexts', () => {
  it('puts what was reworded side by side, with what went on the one side and what came on the other', () => {
    const rows = compareTexts(before, after, [], []);
    expect(rows.map(({ isSame }) => isSame)).toEqual([true, false, false, true]);
    expect(said(rows[1], 'old', 'removed')).toEqual(['hjem']);
    expect(said(rows[1], 'now', 'added')).toEqual(['bort']);
    expect(rows[2]?.old).toBeUndefined();
    expect(said(rows[2], 'now', 'added')).toEqual(['Noe nytt.']);
  });

  it('shows an annotation on both texts, and its outcome where its words are or were', () => {
    const kept = on(20, before.text, 'Kim kom.', { status: 'approved' });
    const changed = on(21, before.text, 'Han dro hjem igjen.', { status: 'approved' });
    const gone = on(22, before.text, 'Slutt.');
    const suggested = on(21, after.text, 'Han dro bort igjen.').selector;
    const rows = compareTexts(
      before,
      after,
      [kept, changed, gone],
      [
        outcome(kept, { selector: on(20, after.text, 'Kim kom.').selector }),
        outcome(changed, { outcome: 'changed', score: 0.8, selector: suggested, carried: false }),
        outcome(gone, { outcome: 'orphaned', carried: false }),
      ],
    );
    expect(
      rows.map(({ placed }) =>
        placed.map(({ annotation, outcome, score, lapses }) => [annotation.id, outcome, score, lapses]),
      ),
    ).toEqual([[], [[changed.id, 'changed', 0.8, true]], [], []]);
    expect(rows.map(({ lost }) => lost.map(({ annotation, lapses }) => [annotation.id, lapses]))).toEqual([
      [],
      [],
      [],
      [[gone.id, false]],
    ]);
    expect(said(rows[1], 'old', 'annotation')).toEqual(['Han dro hjem igjen.']);
    expect(said(rows[1], 'now', 'annotation')).toEqual(['Han dro bort igjen.']);
    expect(said(rows[3], 'now', 'annotation')).toEqual([]);
  });

  it('says so where the words stayed and the approval did not', () => {
    const kept = on(20, before.text, 'Kim kom.', { status: 'approved' });
    const [row] = compareTexts(
      before,
      after,
      [kept],
      [outcome(kept, { selector: on(20, after.text, 'Kim kom.').selector, carried: false })],
    );
    expect(row?.placed).toEqual([expect.objectContaining({ outcome: 'unchanged', lapses: true })]);
  });

  it('says of a paragraph that stands elsewhere that it was moved, and marks no word of it', () => {
    const rows = compareTexts(
      textOf('Først dette avsnittet.\nKim kom til byen.\nSlutt på saken.'),
      textOf('Kim kom til byen.\nSlutt på saken.\nFørst dette avsnittet.'),
      [],
      [],
    );
    expect(rows.map(({ isSame, isMoved }) => (isMoved ? 'moved' : isSame))).toEqual(['moved', true, true, 'moved']);
    expect([said(rows[0], 'old', 'removed'), said(rows[3], 'now', 'added')]).toEqual([[], []]);
  });

  it('counts in code points', () => {
    const [row] = compareTexts(textOf('🚀🚀 Kim kom.'), textOf('🚀🚀 Kim dro.'), [], []);
    expect([said(row, 'old', 'removed'), said(row, 'now', 'added')]).toEqual([['kom'], ['dro']]);
  });

  it('folds away where nothing happens', () => {
    const long = textOf('a\nb\nc\nd');
    expect(
      sectionsOf(compareTexts(long, textOf('a\nb\nc\nX'), [], [])).map(({ folded, rows }) => [folded, rows.length]),
    ).toEqual([
      [true, 3],
      [false, 2],
    ]);
  });
});
