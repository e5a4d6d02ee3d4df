import fc from 'fast-check';
import { wordDiff, type DiffPart } from './word-diff';

const written = (parts: readonly DiffPart[]): string =>
  parts.map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind]).join('');

describe('wordDiff', () => {
  it.each([
    ['nothing changed', 'Sagt på TV.', 'Sagt på TV.', 'Sagt på TV.'],
    ['a word replaced', 'Sagt på TV i går.', 'Sagt på radio i går.', 'Sagt på [-TV-]{+radio+} i går.'],
    ['words put in', 'Sagt på TV.', 'Sagt av Shin på TV.', 'Sagt {+av Shin +}på TV.'],
    ['words taken out', 'Sagt av Shin på TV.', 'Sagt på TV.', 'Sagt [-av Shin -]på TV.'],
    ['all of it new', 'Bekreftet av Seoul.', 'Ingen har svart', '[-Bekreftet av Seoul.-]{+Ingen har svart+}'],
    ['from nothing', '', 'Sagt på TV.', '{+Sagt på TV.+}'],
    ['to nothing', 'Sagt på TV.', '', '[-Sagt på TV.-]'],
    ['a space between two changes', 'rødt hus', 'blå bil', '[-rødt hus-]{+blå bil+}'],
    ['letters outside of Latin', '신원식 말했다', '신원식 썼다', '신원식 [-말했다-]{+썼다+}'],
  ])('shows %s', (_, before, after, expected) => {
    expect(written(wordDiff(before, after))).toBe(expected);
  });

  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', ' ', ', ', '\n', 'å', '🐢'), { maxLength: 30 })
    .map((words) => words.join(''));

  it('holds both texts, whole and in order', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        const without = (left: DiffPart['kind']): string =>
          parts
            .filter(({ kind }) => kind !== left)
            .map((part) => part.text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });

  it('takes long texts that have nothing in common as replaced, at once', () => {
    const [before, after] = ['a ', 'b '].map((word) => word.repeat(5000)) as [string, string];
    expect(wordDiff(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added', 'same']);
  });
});
