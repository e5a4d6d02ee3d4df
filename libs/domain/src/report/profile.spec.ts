import { applyProfile, withProtection, type Profile } from './profile';

const canary = 'KANARIFUGL';
const secret = {
  id: `secret-${canary}`,
  name: `navn ${canary}`,
  note: `notat ${canary}`,
  url: `https://${canary}.test`,
  protected: true,
  description: 'en kilde i departementet',
  kind: `kind ${canary}`,
  origin: undefined,
};
const hiddenOrigin = {
  id: `opphav-${canary}`,
  name: `opphav ${canary}`,
  protected: true,
  description: 'en annen kilde',
};
const open = {
  id: 'open',
  name: 'Avisa',
  note: 'åpen',
  url: 'https://avisa.test',
  protected: false,
  description: '',
  kind: 'newspaper',
  origin: hiddenOrigin,
};
const cite = (sourceId: string, fill: string, isProtected = false) => ({
  id: `c${fill.length}`,
  sourceId,
  protected: isProtected,
  url: `https://${fill}.test`,
  locator: fill,
  quote: fill,
  quoteLanguage: fill,
  translation: fill,
  accessedAt: fill,
  evidence: fill,
});
const report = {
  sources: [secret, open],
  claims: [
    {
      steps: [{ kind: 'returned', comment: 'rettes' }],
      citations: [
        { ...cite(secret.id, canary), origin: hiddenOrigin },
        { ...cite('open', 'synlig'), origin: { ...hiddenOrigin, id: `sitert ${canary}` } },
        cite('open', canary, true),
      ],
    },
  ],
};
const bytes = (profile: Profile): string => JSON.stringify(applyProfile(report, profile, 'other'));

describe('applyProfile', () => {
  it('leaves an internal report as it is', () => {
    expect(applyProfile(report, 'internal', 'other')).toBe(report);
  });

  it('keeps everything on sources in a legal report, and no review comments', () => {
    expect(bytes('legal')).toContain(secret.name);
    expect(bytes('legal')).not.toContain('rettes');
  });

  it('lets nothing of a protected source into a public report, cited or repeated, nor of a protected citation', () => {
    expect(bytes('public')).not.toContain(canary);
    expect(bytes('public')).not.toContain('rettes');
  });

  it('hides what was protected after the report was made', () => {
    const later = withProtection(report, new Map([['open', 'en tredje kilde']]), new Set(['c6']));
    const shown = applyProfile(later, 'public', 'other');
    expect(shown.sources.map(({ name }) => name)).toEqual(['en kilde i departementet', 'en tredje kilde']);
    expect(JSON.stringify(shown)).not.toMatch(/Avisa|synlig/);
    const citation = applyProfile(withProtection(report, new Map(), new Set(['c6'])), 'public', 'other');
    expect(JSON.stringify(citation)).toContain('Avisa');
    expect(JSON.stringify(citation)).not.toContain('synlig');
  });

  it('says instead what outsiders may know, and keeps the rest', () => {
    const { sources, claims } = applyProfile(report, 'public', 'other');
    expect(sources.map(({ name, origin }) => [name, origin?.name])).toEqual([
      ['en kilde i departementet', undefined],
      ['Avisa', 'en annen kilde'],
    ]);
    expect(claims[0]?.citations.map(({ sourceId, quote }) => [sourceId === sources[0]?.id, quote])).toEqual([
      [true, ''],
      [false, 'synlig'],
      [false, ''],
    ]);
  });
});
