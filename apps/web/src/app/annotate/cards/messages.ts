import { messagesOf } from '../../shell/i18n';

/** What the column of cards says. */
export const messages = messagesOf('annotate-cards', {
  nb: {
    noCards: 'Her kommer annotasjonene, ved siden av ordene de handler om.',
    noCardsHint:
      'Klikk på en setning eller dra over noen ord, og velg bekreftet (1), avkreftet (2) eller omstridt (3).',
    articleMissing: 'Artikkelen finnes ikke',
    articleMissingHint: 'Lenken er feil, eller artikkelen hører til en annen redaksjon.',
    toArticles: 'Til artiklene',
  },
  en: {
    noCards: 'The annotations will stand here, beside the words that they are about.',
    noCardsHint: 'Click on a sentence or drag over some words, and choose confirmed (1), denied (2) or disputed (3).',
    articleMissing: 'The article does not exist',
    articleMissingHint: 'The link is wrong, or the article belongs to another newsroom.',
    toArticles: 'To the articles',
  },
});
