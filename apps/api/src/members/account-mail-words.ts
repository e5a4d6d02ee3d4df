import type { MailLanguage } from '@belegg/contract';
import { newsroomZone } from '@belegg/domain';
import type { Mail } from '../platform/mail';

interface Words {
  readonly forgotten: (link: string, minutes: number) => Mail;
  readonly newBrowser: (browser: string, at: Date, link: string) => Mail;
}

const moment = (at: Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: newsroomZone }).format(at);

export const accountMailWords: Readonly<Record<MailLanguage, Words>> = {
  nb: {
    forgotten: (link, minutes) => ({
      language: 'nb',
      subject: 'Nytt passord til Belegg',
      lines: [
        { text: 'Noen, forhåpentligvis du, har bedt om et nytt passord til Belegg.' },
        { text: 'Velg et nytt passord', link },
        { text: `Lenken virker én gang, i ${minutes} minutter.` },
      ],
      foot: 'Var det ikke du, trenger du ikke gjøre noe. Passordet ditt er som før.',
    }),
    newBrowser: (browser, at, link) => ({
      language: 'nb',
      subject: 'Ny innlogging i Belegg',
      lines: [
        { text: `Kontoen din ble brukt i en ny nettleser${browser && ` (${browser})`} ${moment(at, 'nb-NO')}.` },
        { text: 'Se hvor du er logget inn', link },
      ],
      foot: 'Var det ikke du, bytt passord med en gang. Da avsluttes alle andre økter.',
    }),
  },
  nn: {
    forgotten: (link, minutes) => ({
      language: 'nn',
      subject: 'Nytt passord til Belegg',
      lines: [
        { text: 'Nokon, forhåpentleg du, har bede om eit nytt passord til Belegg.' },
        { text: 'Vel eit nytt passord', link },
        { text: `Lenkja verkar éin gong, i ${minutes} minutt.` },
      ],
      foot: 'Var det ikkje du, treng du ikkje gjere noko. Passordet ditt er som før.',
    }),
    newBrowser: (browser, at, link) => ({
      language: 'nn',
      subject: 'Ny innlogging i Belegg',
      lines: [
        { text: `Kontoen din vart brukt i ein ny nettlesar${browser && ` (${browser})`} ${moment(at, 'nn-NO')}.` },
        { text: 'Sjå kvar du er logga inn', link },
      ],
      foot: 'Var det ikkje du, byt passord med ein gong. Då blir alle andre økter avslutta.',
    }),
  },
  en: {
    forgotten: (link, minutes) => ({
      language: 'en',
      subject: 'A new password for Belegg',
      lines: [
        { text: 'Somebody, hopefully you, asked for a new password for Belegg.' },
        { text: 'Choose a new password', link },
        { text: `The link works once, for ${minutes} minutes.` },
      ],
      foot: 'If it was not you, there is nothing to do. Your password is as it was.',
    }),
    newBrowser: (browser, at, link) => ({
      language: 'en',
      subject: 'A new sign-in to Belegg',
      lines: [
        { text: `Your account was used in a new browser${browser && ` (${browser})`} on ${moment(at, 'en-GB')}.` },
        { text: 'See where you are signed in', link },
      ],
      foot: 'If it was not you, change your password at once. That ends all other sessions.',
    }),
  },
};
