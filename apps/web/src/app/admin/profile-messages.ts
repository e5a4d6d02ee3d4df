import { messagesOf } from '../shell/i18n';

export const messages = messagesOf('profile', {
  nb: {
    title: 'Redaksjonen utad',
    lead: 'Dette får leserne vite, også på faktasjekker som alt er publisert.',
    toList: 'Se redaksjonens liste',
    homepage: 'Forsidens adresse',
    logo: 'Logoens adresse',
    logoHint: 'Et bilde på redaksjonens egne sider. Det vises øverst på listen.',
    addressWrong: 'Adressen må begynne med https:// eller http://.',
    correctionsPolicy: 'Slik retter vi feil',
    correctionsPolicyHint:
      'Hvordan leserne sier fra om feil, og hva redaksjonen gjør da. Får sin egen side. Faktasjekkere tilknyttet IFCN skal ha en slik.',
    save: 'Lagre',
    saved: 'Opplysningene er lagret.',
  },
  en: {
    title: 'The newsroom in public',
    lead: 'Readers are told this, on fact checks that are published already too.',
    toList: 'See the newsroom’s list',
    homepage: 'Address of the front page',
    logo: 'Address of the logo',
    logoHint: 'An image on the newsroom’s own site. It stands on top of the list.',
    addressWrong: 'The address has to begin with https:// or http://.',
    correctionsPolicy: 'How we correct ourselves',
    correctionsPolicyHint:
      'How readers report a mistake, and what the newsroom does then. It gets a page of its own. Signatories of the IFCN need one.',
    save: 'Save',
    saved: 'What you wrote is saved.',
  },
});
