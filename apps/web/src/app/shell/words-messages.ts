import { messagesOf } from './i18n';

export const messages = messagesOf('words', {
  nb: {
    cancel: 'Avbryt',
    commentNeeded: 'Skriv hva som må endres.',
  },
  en: {
    cancel: 'Cancel',
    commentNeeded: 'Say what has to change.',
  },
});
