import { messagesOf } from '../shell/i18n';

export const messages = messagesOf('details', {
  nb: {
    title: 'Om artikkelen',
    headline: 'Tittel',
    author: 'Forfatter',
    date: 'Dato',
    language: 'Språk',
    newRevision:
      'En ny dato eller et nytt språk gir en ny revisjon: «i går» betyr da en annen dag, og godkjenninger gjelder ikke lenger.',
    save: 'Lagre',
    cancel: 'Avbryt',
    close: 'Lukk',
    needed: 'Må fylles ut',
    stale:
      'Noen endret artikkelen mens du skrev. Det du har endret, står her; resten er som det er nå. Lagre en gang til hvis du fortsatt vil.',
  },
  en: {
    title: 'About the article',
    headline: 'Title',
    author: 'Author',
    date: 'Date',
    language: 'Language',
    newRevision:
      'A new date or language makes a new revision: “yesterday” then means another day, and approvals lapse.',
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    needed: 'Has to be filled in',
    stale:
      'Somebody changed the article while you were typing. What you changed stands here; the rest is as it is now. Save once more if you still want to.',
  },
});
