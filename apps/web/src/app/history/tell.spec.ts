import { TestBed } from '@angular/core/testing';
import type { EventView } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { tell } from './tell';
import { event } from './test/event';

describe('tell', () => {
  let i18n: I18n;
  beforeEach(() => {
    i18n = TestBed.inject(I18n);
    i18n.choose('nb');
  });
  const sentence = (one: EventView): string => {
    const { act, object, rest, details } = tell(i18n, 'a', one);
    return (
      [one.actor.name, act, object?.text, rest].filter(Boolean).join(' ') +
      details.map((detail) => `; ${detail}`).join('')
    );
  };
  const exact = 'Seoul vurderer';

  it.each<[string, EventView]>([
    ['Kari Holm opprettet artikkelen', event('article.created', { articleRevision: 1, after: { title: 'En' } })],
    [
      'Kari Holm endret opplysningene; Tittel: En → To; Dato: ingen → 2. desember 2024',
      event('article.updated', { before: { title: 'En', date: null }, after: { title: 'To', date: '2024-12-02' } }),
    ],
    [
      'Kari Holm laget revisjon 2; 3 uendret; 1 finnes ikke lenger i teksten; 2 godkjenninger gjelder fortsatt; 1 ny setning',
      event('article.revised', {
        articleRevision: 2,
        counts: { unchanged: 3, moved: 0, changed: 0, orphaned: 1 },
        carried: 2,
        newSentences: 1,
      }),
    ],
    [
      'Kari Holm annoterte «Seoul vurderer» som omstridt',
      event('annotation.created', { after: { exact, verdict: 'disputed' } }),
    ],
    [
      'Kari Holm endret «Seoul vurderer»; fra bekreftet til omstridt; begrunnelsen er ny; 1 kilde til; godkjenningen gjelder ikke lenger',
      event('annotation.edited', {
        exact,
        before: { verdict: 'confirmed', rationale: '', status: 'approved', citations: [] },
        after: { verdict: 'disputed', rationale: 'x', status: 'lapsed', citations: [{ id: '1', sourceId: 's' }] },
      }),
    ],
    ['Kari Holm godkjente «Seoul vurderer»', event('annotation.approved', { exact, comment: '' })],
    [
      'Kari Holm merket «Seoul vurderer» som ikke sjekkbar (mening)',
      event('sentence.marked', { exact, sentence: 4, after: { checkable: false, reason: 'opinion' } }),
    ],
    [
      'Kari Holm bekreftet at «Seoul vurderer» ikke er sjekkbar',
      event('sentence.confirmed', { exact, sentence: 4, after: { checkable: false, reason: 'opinion' } }),
    ],
    ['Kari Holm angret et steg for «Seoul vurderer»; for å angre', event('annotation.undone', { exact, undoes: 4 })],
    ['Kari Holm delte «Seoul vurderer»', event('sentence.split', { exact, sentence: 4, at: 9 })],
    [
      'Kari Holm slo sammen til «Seoul vurderer»; for å angre',
      event('sentence.joined', { exact, sentence: 4, undoes: 7 }),
    ],
    ['Kari Holm sluttgodkjente rapport 2', event('report.signed', { number: 2 })],
    ['Kari Holm la til en kilde', event('source.created')],
    ['Kari Holm slettet en annotasjon', event('annotation.retired', { exact: 7, after: 'nonsense' })],
  ])('says "%s"', (expected, one) => {
    expect(sentence(one)).toBe(expected);
  });

  it('says it in English too', () => {
    i18n.choose('en');
    expect(sentence(event('annotation.returned', { exact }))).toBe('Kari Holm returned “Seoul vurderer”');
  });

  it('leads to what it is about, and passes on what was said', () => {
    expect(tell(i18n, 'a', event('annotation.returned', { exact, comment: 'Hvem andre?' }))).toMatchObject({
      comment: 'Hvem andre?',
      object: { link: ['/articles', 'a'], query: { annotation: 's' } },
    });
    expect(tell(i18n, 'a', event('sentence.marked', { exact, sentence: 4, after: {} })).object?.query).toEqual({
      sentence: 4,
    });
    expect(tell(i18n, 'a', event('article.revised', { articleRevision: 3 })).object?.link).toEqual([
      '/articles',
      'a',
      'revisions',
      3,
    ]);
    expect(tell(i18n, 'a', event('report.signed', { number: 1 })).object?.link).toEqual(['/reports', 's']);
  });
});
