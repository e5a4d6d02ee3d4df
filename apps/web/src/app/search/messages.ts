import { messagesOf } from '../shell/i18n';

/** What the search in all of the newsroom says. */
export const messages = messagesOf('search', {
  nb: {
    title: 'Søk',
    label: 'Søk i artikler, påstander, kilder og personer',
    articles: 'Artikler',
    claims: 'Påstander',
    sources: 'Kilder',
    people: 'Personer',
    all: 'Alt',
    kinds: 'Hva du ser',
    more: 'Vis flere',
    nothing: 'Ingenting passer til «{{q}}».',
    begin: 'Skriv noen ord. Navn blir funnet også om de er feilstavet.',
    found: '{{count}} treff',
  },
  en: {
    title: 'Search',
    label: 'Search articles, claims, sources and people',
    articles: 'Articles',
    claims: 'Claims',
    sources: 'Sources',
    people: 'People',
    all: 'Everything',
    kinds: 'What you see',
    more: 'Show more',
    nothing: 'Nothing fits “{{q}}”.',
    begin: 'Type some words. Names are found even if they are misspelled.',
    found: '{{count}} found',
  },
});
