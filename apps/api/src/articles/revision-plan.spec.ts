import {
  blocksOfPlainText,
  CodePointText,
  segment,
  touchedSentences,
  type Range,
  type Sentence,
  type Status,
} from '@belegg/domain';
import fc from 'fast-check';
import type { Text } from '../texts';
import { planRevision, type PlannedAnnotation } from './revision-plan';

const textOf = (text: string, number: number): Text => {
  const blocks = blocksOfPlainText(text);
  const sentences = segment(text, blocks, 'nb');
  return {
    id: '',
    articleId: 'a',
    number,
    text,
    sha256: '',
    blocks,
    marks: [],
    sentences,
    segmented: sentences,
    segmentation: 0,
    language: 'nb',
    date: undefined,
    createdById: '',
    createdAt: new Date(0),
  };
};

const annotationOf = (id: number, range: Range, status: Status): PlannedAnnotation => ({
  id: `n${id}`,
  revision: 1,
  status,
  range,
});

const words = [
  'Kim',
  'Putin',
  'han',
  'hun',
  'kom',
  'dro',
  'sa',
  'ja',
  'nei',
  'Moskva',
  'Oslo',
  'tirsdag',
  'brevet',
  '🚀',
  'å',
  'seks',
];
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 2, maxLength: 7 })
  .map((list) => `Da ${list.join(' ')}.`);
const story = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
/** What is done to one sentence after the other. */
const edits = fc.array(fc.constantFrom('keep', 'keep', 'keep', 'keep', 'drop', 'double', 'reword', 'break', 'swap'), {
  minLength: 1,
  maxLength: 12,
});

function edited(paragraphs: readonly (readonly string[])[], todo: readonly string[]): string {
  let next = 0;
  const lines = paragraphs.map((list) =>
    list.flatMap((said) => {
      const edit = todo[next++ % todo.length];
      if (edit === 'drop') return [];
      if (edit === 'double') return [said, said];
      if (edit === 'reword') return [said.replace(/ (\S+)\.$/u, ' ikke $1.')];
      return edit === 'break' ? [`${said}\n`] : [said];
    }),
  );
  if (todo.includes('swap')) lines.reverse();
  return `${lines.map((list) => list.join(' ')).join('\n')}\nSlutt.`;
}

/** The words of the sentences that a passage touches, each with the one before it in its block. */
function surroundings({ text, sentences }: Text, range: Range): string[] {
  const points = new CodePointText(text);
  const said = (one: Sentence | undefined) => (one ? points.slice(one.start, one.end) : '');
  return touchedSentences(sentences, range).flatMap((index) => {
    const before = sentences[index - 1];
    return [before?.block === sentences[index]?.block ? said(before) : '', said(sentences[index])];
  });
}

describe('planRevision', () => {
  it('gives every annotation one anchor on its very words, and carries nothing whose surroundings changed', () => {
    fc.assert(
      fc.property(story, edits, fc.infiniteStream(fc.nat(1000)), (paragraphs, todo, dice) => {
        const roll = (below: number) => Number(dice.next().value) % below;
        const current = textOf(`${paragraphs.map((list) => list.join(' ')).join('\n')}\nSlutt.`, 1);
        const next = textOf(edited(paragraphs, todo), 2);
        const length = new CodePointText(current.text).length;
        const statuses: Status[] = ['draft', 'submitted', 'returned', 'approved', 'lapsed'];
        const annotations = Array.from({ length: 12 }, (_, id) => {
          const one = current.sentences[roll(current.sentences.length)] ?? { start: 0, end: 1 };
          const start = roll(3) === 0 ? one.start + roll(one.end - one.start) : one.start;
          return annotationOf(
            id,
            { start, end: roll(3) === 0 ? Math.min(length, start + 1 + roll(60)) : Math.max(start + 1, one.end) },
            statuses[roll(5)] ?? 'draft',
          );
        });
        const { anchors, newSentences } = planRevision(
          { current, annotations, ownPlaces: [], earlier: new Map(), marks: [] },
          next,
        );
        expect(anchors.map(({ annotationId }) => annotationId)).toEqual(annotations.map(({ id }) => id));
        const old = new CodePointText(current.text);
        const now = new CodePointText(next.text);
        anchors.forEach(({ outcome, selector, carryRule }, index) => {
          const { range = { start: 0, end: 0 }, status } = annotations[index] ?? {};
          expect(selector === undefined).toBe(outcome === 'orphaned');
          if (selector) expect(now.slice(selector[0].start, selector[0].end)).toBe(selector[1].exact);
          if (selector && (outcome === 'unchanged' || outcome === 'moved'))
            expect(selector[1].exact).toBe(old.slice(range.start, range.end));
          if (carryRule === undefined) return;
          expect(['submitted', 'returned', 'approved']).toContain(status);
          expect(outcome).toBe('unchanged');
          expect(selector && surroundings(next, selector[0])).toEqual(surroundings(current, range));
        });
        for (const { start, end } of newSentences)
          expect(current.sentences.map((one) => old.slice(one.start, one.end))).not.toContain(now.slice(start, end));
      }),
      { numRuns: 400 },
    );
  });

  it('carries all that was decided when only the end of the text is new', () => {
    const current = textOf('Kim kom. Han dro.\nPutin sa nei.', 1);
    const annotations = current.sentences.map((range, id) => annotationOf(id, range, 'approved'));
    const { anchors, newSentences } = planRevision(
      { current, annotations, ownPlaces: [], earlier: new Map(), marks: [] },
      textOf(`${current.text}\nNytt avsnitt.`, 2),
    );
    expect(anchors.map(({ outcome, carryRule }) => [outcome, carryRule])).toEqual([
      ['unchanged', 1],
      ['unchanged', 1],
      ['unchanged', 1],
    ]);
    expect(newSentences).toHaveLength(1);
  });
});
