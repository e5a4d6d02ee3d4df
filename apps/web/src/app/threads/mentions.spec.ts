import { beginningAt, matching, mentionsIn, partsOf } from './mentions';

const members = [
  { id: 'a', name: 'Ingrid Solheim' },
  { id: 'b', name: 'Søren Å' },
  { id: 'c', name: 'Ingrid' },
  { id: 'd', name: 'Ingrid Solheim' },
];

describe('mentions', () => {
  it('begin at an @ that stands in no word, and end with the line', () => {
    const at = (text: string) => beginningAt(text, text.length);
    expect(at('Hei @Ing')).toEqual({ at: 4, typed: 'Ing' });
    expect(at('@')).toEqual({ at: 0, typed: '' });
    expect(at('(@Ingrid So')).toEqual({ at: 1, typed: 'Ingrid So' });
    for (const none of ['', 'kari@avisa', '@ alene', '@a\nb', '@' + 'x'.repeat(90)]) expect(at(none)).toBeUndefined();
  });

  it('are found by any part of a name, without accents, whole names first', () => {
    const names = (typed: string) => matching(members, typed).map(({ id }) => id);
    expect(names('sor')).toEqual(['b']);
    expect(names('sol')).toEqual(['a', 'd']);
    expect(names('ingrid')).toEqual(['c', 'a', 'd']);
    expect(names('grid')).toEqual([]);
    expect(names('ingrid solheim ')).toEqual([]);
  });

  it('are of the longest name that is written out, and of everybody who has it', () => {
    expect(mentionsIn('@Ingrid Solheim, ser du?', members)).toEqual(['a', 'd']);
    expect(mentionsIn('@Ingrid ser på det', members)).toEqual(['c']);
    expect(mentionsIn('@søren å', members)).toEqual(['b']);
    expect(mentionsIn('@Ingridsen og x@Ingrid', members)).toEqual([]);
  });

  it('and links are told apart from words, which stay what they were', () => {
    const text = 'Se https://a.no/b?c=d). @Ingrid, og @Ukjent: https://x.no/@Ingrid';
    const parts = partsOf(text, members);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.filter(({ kind }) => kind !== 'text').map((part) => part.text)).toEqual([
      'https://a.no/b?c=d',
      '@Ingrid',
      'https://x.no/@Ingrid',
    ]);
  });
});
