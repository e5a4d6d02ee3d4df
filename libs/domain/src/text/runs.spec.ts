import type { Mark } from './block';
import fc from 'fast-check';
import { runsOf, type Highlight } from './runs';

const a = { id: 'a', start: 2, end: 8 };
const b = { id: 'b', start: 5, end: 12 };
const shown = (stretch: { start: number; end: number }, annotations: Highlight[], marks: Mark[] = []) =>
  runsOf(stretch, annotations, marks).map(
    (run) =>
      `${run.start}-${run.end} ${run.annotations.map(({ id }) => id).join('')}${run.marks.map(({ kind }) => `+${kind}`).join('')}`,
  );

describe('runsOf', () => {
  it('gives one run for a stretch without annotations', () => {
    expect(shown({ start: 3, end: 9 }, [])).toEqual(['3-9 ']);
  });

  it('cuts where the set of annotations changes', () => {
    expect(shown({ start: 0, end: 20 }, [a, b])).toEqual(['0-2 ', '2-5 a', '5-8 ab', '8-12 b', '12-20 ']);
  });

  it('clips to the stretch and leaves out what does not touch it', () => {
    expect(shown({ start: 6, end: 10 }, [a, b, { id: 'c', start: 10, end: 12 }])).toEqual(['6-8 ab', '8-10 b']);
  });

  it('keeps one run under annotations on the same passage, in the order given', () => {
    expect(shown({ start: 2, end: 8 }, [a, { ...a, id: 'twin' }])).toEqual(['2-8 atwin']);
  });

  it('cuts at inline marks as well', () => {
    expect(shown({ start: 0, end: 8 }, [a], [{ kind: 'strong', start: 0, end: 4 }])).toEqual([
      '0-2 +strong',
      '2-4 a+strong',
      '4-8 a',
    ]);
  });

  it('has no run for an empty stretch and ignores empty annotations', () => {
    expect(shown({ start: 4, end: 4 }, [a])).toEqual([]);
    expect(shown({ start: 0, end: 8 }, [{ id: 'none', start: 3, end: 3 }])).toEqual(['0-8 ']);
  });

  it('covers the stretch, and over each character lie exactly the annotations that hold it', () => {
    const range = fc.tuple(fc.nat(40), fc.nat(40)).map(([x, y]) => ({ start: Math.min(x, y), end: Math.max(x, y) }));
    fc.assert(
      fc.property(range, fc.array(range, { maxLength: 12 }), (stretch, ranges) => {
        const annotations = ranges.map((one, i) => ({ ...one, id: String(i) }));
        const runs = runsOf(stretch, annotations, []);
        let at = stretch.start;
        for (const run of runs) {
          expect(run.start).toBe(at);
          expect(run.end).toBeGreaterThan(run.start);
          for (let offset = run.start; offset < run.end; offset++) {
            const over = annotations.filter(({ start, end }) => start <= offset && offset < end).map(({ id }) => id);
            expect(run.annotations.map(({ id }) => id).toSorted()).toEqual(over.toSorted());
          }
          at = run.end;
        }
        expect(at).toBe(stretch.end);
        runs.slice(1).forEach((run, i) => {
          const border = ({ start, end }: { start: number; end: number }) => start === run.start || end === run.start;
          expect(annotations.some(border)).toBe(true);
          expect(runs[i]!.end).toBe(run.start);
        });
      }),
    );
  });
});
