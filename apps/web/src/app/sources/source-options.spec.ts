import type { SourceView } from '@belegg/contract';
import { optionsFor, searched } from './source-options';

const source = (name: string, ...aliases: string[]) => ({ id: name, name, aliases }) as unknown as SourceView;

describe('searched', () => {
  it('looks for the words typed, or for the name in an address', () => {
    expect(searched('  kcna ')).toEqual({ words: 'kcna' });
    expect(searched('https://www.taipeitimes.com/News/1')).toEqual({
      words: 'taipeitimes',
      url: 'https://www.taipeitimes.com/News/1',
    });
    expect(searched('https://')).toEqual({ words: 'https://' });
  });
});

describe('optionsFor', () => {
  it('names the alias that was found where the name does not show why', () => {
    const [option] = optionsFor('chosun', [source('KCNA', 'Chosun Tongsin')], false);
    expect(option).toEqual(expect.objectContaining({ kind: 'source', alias: 'Chosun Tongsin' }));
  });

  it('offers a new one unless there is one of just that name or alias', () => {
    expect(optionsFor('KCN', [source('KCNA')], true).map(({ kind }) => kind)).toEqual(['source', 'new']);
    expect(optionsFor('kcna', [source('KCNA')], true).map(({ kind }) => kind)).toEqual(['source']);
    expect(optionsFor(' ', [], true)).toEqual([]);
    expect(optionsFor('KCN', [source('KCNA')], false).map(({ kind }) => kind)).toEqual(['source']);
  });
});
