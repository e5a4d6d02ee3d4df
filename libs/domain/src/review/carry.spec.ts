import { blocksOfPlainText } from '../text/plain-text';
import { segment } from '../text/segment';
import { CarryRule, type CarryText } from './carry';

const textOf = (text: string, more: Partial<CarryText> = {}): CarryText =>
  ({ text, sentences: segment(text, blocksOfPlainText(text), 'nb'), language: 'nb', date: '2024-12-01', ...more });
const rangeOf = (text: string, words: string, nth = 0) => {
  let start = text.indexOf(words);
  for (let skipped = 0; skipped < nth; skipped += 1) start = text.indexOf(words, start + 1);
  return { start, end: start + words.length };
};

const story = 'Kim kom til Moskva tirsdag. Han nektet for alt. Ingen trodde ham.\nPutin smilte. Han nektet ikke.';
const carries = (now: string, words: string, more: Partial<CarryText> = {}) =>
  new CarryRule(textOf(story), textOf(now, more)).mayCarry({ from: rangeOf(story, words), outcome: 'unchanged', to: rangeOf(now, words) });

describe('CarryRule', () => {
  it('carries a passage whose sentence and the one before it are identical, wherever they went', () => {
    expect(carries(story, 'nektet for alt')).toBe(true);
    expect(carries(`Ny ingress.\n${story} Og det var det.`, 'nektet for alt')).toBe(true);
    expect(carries(story.replace('Ingen trodde ham.', 'Alle trodde ham.'), 'nektet for alt')).toBe(true);
  });

  it.each([
    ['the sentence before says who "he" is', story.replace('Kim kom', 'Putin kom'), 'Han nektet for alt.'],
    ['a sentence comes between', story.replace('tirsdag. ', 'tirsdag. Lavrov fulgte med. '), 'Han nektet for alt.'],
    ['the sentence before is gone', story.replace('Kim kom til Moskva tirsdag. ', ''), 'Han nektet for alt.'],
    ['the sentence before is in another block now', story.replace('tirsdag. Han', 'tirsdag.\nHan'), 'Han nektet for alt.'],
    ['there is a sentence before where there was none', story.replace('Putin smilte', 'Lavrov kom. Putin smilte'), 'Putin smilte.'],
    ['the rest of its sentence changed', story.replace('Moskva tirsdag', 'Moskva onsdag'), 'Kim kom til Moskva'],
  ])('does not carry when %s', (_, now, words) => {
    expect(carries(now, words)).toBe(false);
  });

  it('asks the same of every sentence that a passage touches', () => {
    expect(carries(story.replace('Ingen trodde', 'Alle trodde'), 'tirsdag. Han')).toBe(true);
    const now = story.replace('Ingen trodde ham.', 'Ingen trodde ham i går.');
    expect(carries(now, 'alt. Ingen trodde ham')).toBe(false);
    expect(carries(story.replace('alt. Ingen', 'alt, og Ingen'), 'nektet for alt')).toBe(false);
  });

  it('does not carry over a change of date or language', () => {
    expect(carries(story, 'nektet for alt', { date: '2024-12-02' })).toBe(false);
    expect(carries(story, 'nektet for alt', { date: undefined })).toBe(false);
    expect(carries(story, 'nektet for alt', { language: 'nn' })).toBe(false);
  });

  it('carries nothing but what is unchanged', () => {
    const rule = new CarryRule(textOf(story), textOf(story));
    const from = rangeOf(story, 'Ingen trodde ham.');
    expect(rule.mayCarry({ from, outcome: 'moved', to: from })).toBe(false);
    expect(rule.mayCarry({ from, outcome: 'changed', to: from })).toBe(false);
    expect(rule.mayCarry({ from, outcome: 'orphaned', to: undefined })).toBe(false);
  });

  it('does not take the same words at another place of the sentence for the passage', () => {
    const twice = 'Ja, sa hun, og han sa ja, sa hun.';
    const rule = new CarryRule(textOf(twice), textOf(twice));
    expect(rule.mayCarry({ from: rangeOf(twice, 'sa hun'), outcome: 'unchanged', to: rangeOf(twice, 'sa hun', 1) })).toBe(false);
  });

  it('carries nothing that touches no sentence', () => {
    const rule = new CarryRule(textOf('a.\n\n\nb.'), textOf('a.\n\n\nb.'));
    expect(rule.mayCarry({ from: { start: 3, end: 4 }, outcome: 'unchanged', to: { start: 3, end: 4 } })).toBe(false);
  });
});
