import { blankSource, changesOf, draftOf, newSourceOf, rebase, type SourceDraft } from './source-draft';
import { sourceView } from './test/source-view';

const kcna: SourceDraft = {
  ...blankSource,
  name: 'KCNA',
  kind: 'newsAgency',
  aliases: ['조선중앙통신'],
  url: 'https://kcna.kp/',
};

describe('a source as a form holds it', () => {
  it('comes from a source and makes one, without what is empty', () => {
    expect(draftOf(sourceView('KCNA', { url: undefined, originId: undefined }))).toMatchObject({
      name: 'KCNA',
      url: '',
      originId: '',
    });
    expect(newSourceOf(kcna)).toEqual({
      name: 'KCNA',
      kind: 'newsAgency',
      aliases: ['조선중앙통신'],
      url: 'https://kcna.kp/',
      domains: [],
      distinct: false,
      note: '',
      protected: false,
      description: '',
    });
  });

  it.each<[string, Partial<SourceDraft>, object]>([
    ['nothing', {}, {}],
    ['a name', { name: 'Yonhap' }, { name: 'Yonhap' }],
    ['a link taken away', { url: '' }, { url: null }],
    ['an origin', { originId: 'x' }, { originId: 'x' }],
    ['aliases', { aliases: [] }, { aliases: [] }],
    ['protection', { protected: true, description: 'en kilde' }, { protected: true, description: 'en kilde' }],
  ])('tells %s as a change', (_, typed, expected) => {
    expect(changesOf(kcna, { ...kcna, ...typed })).toEqual(expected);
  });
});

describe('rebase', () => {
  it('takes what only they changed and keeps what only I changed', () => {
    const { draft, conflicts } = rebase(kcna, { ...kcna, note: 'mitt' }, { ...kcna, aliases: ['K'] });
    expect(draft).toEqual({ ...kcna, note: 'mitt', aliases: ['K'] });
    expect(conflicts).toEqual([]);
  });

  it('keeps mine where both changed a field, and says so', () => {
    const { draft, conflicts } = rebase(kcna, { ...kcna, name: 'min' }, { ...kcna, name: 'deres' });
    expect([draft.name, conflicts]).toEqual(['min', ['name']]);
  });

  it('finds no conflict where both made the same change', () => {
    expect(rebase(kcna, { ...kcna, name: 'ny' }, { ...kcna, name: 'ny' }).conflicts).toEqual([]);
  });
});
