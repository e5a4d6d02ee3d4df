import { blocksOfPlainText } from '../text/plain-text';
import { CodePointText } from '../text/code-points';
import { joinSentences, splitSentence } from '../text/cuts';
import { segment } from '../text/segment';
import { keepCuts, type CutText } from './keep-cuts';

function cutByProgram(text: string): CutText {
  const sentences = segment(text, blocksOfPlainText(text), 'nb');
  return { text, segmented: sentences, sentences };
}

function splitBefore(old: CutText, words: string): CutText {
  const at = old.text.indexOf(words);
  const index = old.sentences.findIndex(({ start, end }) => start < at && at < end);
  return { ...old, sentences: splitSentence(new CodePointText(old.text), old.sentences, index, at)! };
}

const joinAt = (old: CutText, index: number): CutText => ({ ...old, sentences: joinSentences(old.sentences, index)! });

function kept(old: CutText, text: string): string[] {
  return keepCuts(old, cutByProgram(text)).map(({ start, end }, index, all) => {
    expect(all[index]?.index).toBe(index);
    return text.slice(start, end);
  });
}

const first = 'Han kom i 1997, hun gikk samme kveld.';
const second = 'Så ble det natt over byen ved fjorden.';
const third = 'Neste dag sto solen høyt over fjellene.';
const old = cutByProgram(`${first} ${second}\n${third}`);

describe('keepCuts', () => {
  const cut = splitBefore(old, 'hun gikk');
  const halves = ['Han kom i 1997,', 'hun gikk samme kveld.'];

  it('keeps a split and a join where the words stand, wherever they went', () => {
    expect(kept(cut, `Helt nytt.\n${first} ${second}\n${third}`)).toEqual(['Helt nytt.', ...halves, second, third]);
    expect(kept(cut, `${third}\n${first} ${second}`)).toEqual([third, ...halves, second]);
    expect(kept(joinAt(old, 0), `Helt nytt.\n${first} ${second}\n${third}`)).toEqual([
      'Helt nytt.',
      `${first} ${second}`,
      third,
    ]);
  });

  it('keeps several, each in its place', () => {
    const more = splitBefore(splitBefore(cut, 'over byen'), 'høyt over');
    expect(kept(more, `${first} ${second}\n${third} Det var varmt.`)).toEqual([
      ...halves,
      'Så ble det natt',
      'over byen ved fjorden.',
      'Neste dag sto solen',
      'høyt over fjellene.',
      'Det var varmt.',
    ]);
  });

  it('keeps a split beside which another sentence was rewritten', () => {
    expect(kept(cut, `${first} Noe helt annet skjedde.\n${third}`)).toEqual([
      ...halves,
      'Noe helt annet skjedde.',
      third,
    ]);
  });

  it('keeps none where the words changed or are gone', () => {
    const changed = first.replace('1997', '1998');
    expect(kept(cut, `${changed} ${second}\n${third}`)).toEqual([changed, second, third]);
    expect(kept(cut, third)).toEqual([third]);
    expect(kept(joinAt(old, 0), `${first}\n${second}\n${third}`)).toEqual([first, second, third]);
  });

  it('keeps none where the sentence is now part of a longer one', () => {
    const longer = `${first.slice(0, -1)} med toget. ${second}`;
    expect(kept(cut, `${longer}\n${third}`)).toEqual([`${first.slice(0, -1)} med toget.`, second, third]);
  });

  it('leaves the new text as it is when nobody cut the old one, and where no cut is kept', () => {
    const next = cutByProgram(`${third} ${first}`);
    expect(keepCuts(old, next)).toBe(next.sentences);
    expect(keepCuts(cut, cutByProgram(third)).length).toBe(1);
    const gone = cutByProgram(`${third} ${second}`);
    expect(keepCuts(cut, gone)).toBe(gone.sentences);
  });

  it('gives the same text the same sentences', () => {
    for (const one of [cut, joinAt(old, 0), joinAt(cut, 1)])
      expect(keepCuts(one, cutByProgram(one.text))).toEqual(one.sentences);
  });
});
