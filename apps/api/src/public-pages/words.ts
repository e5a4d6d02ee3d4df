import type { UiLanguage } from '../platform/messages/messages';

interface PageWords {
  readonly kicker: string;
  readonly title: (newsroom: string) => string;
  readonly lead: string;
  readonly none: string;
  readonly updated: (day: string) => string;
  readonly toArticle: string;
  readonly corrections: string;
  readonly contact: string;
  readonly all: string;
  readonly homepage: string;
  readonly atom: string;
  readonly feed: string;
  readonly more: string;
}

/** What a newsroom's own pages say in words of the program. */
export const wordsIn: Readonly<Record<UiLanguage, PageWords>> = {
  nb: {
    kicker: 'Faktasjekker',
    title: (newsroom) => `Faktasjekker fra ${newsroom}`,
    lead: 'Her står hver påstand redaksjonen har kontrollert, med konklusjon, begrunnelse og kilder.',
    none: 'Ingen faktasjekker er publisert her nå.',
    updated: (day) => `oppdatert ${day}`,
    toArticle: 'Til artikkelen',
    corrections: 'Slik retter vi feil',
    contact: 'Kontakt',
    all: 'Alle faktasjekkene',
    homepage: 'Til forsiden',
    atom: 'Atom-strøm',
    feed: 'JSON-strøm',
    more: 'Mer',
  },
  en: {
    kicker: 'Fact checks',
    title: (newsroom) => `Fact checks by ${newsroom}`,
    lead: 'Every claim that the newsroom has checked, with verdict, reasons and sources.',
    none: 'No fact checks are published here at present.',
    updated: (day) => `updated ${day}`,
    toArticle: 'To the article',
    corrections: 'How we correct ourselves',
    contact: 'Contact',
    all: 'All fact checks',
    homepage: 'To the front page',
    atom: 'Atom feed',
    feed: 'JSON feed',
    more: 'More',
  },
};
