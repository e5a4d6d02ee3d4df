import type { ProblemCode } from '@belegg/contract';

type Message = readonly [title: string, detail: string];
type Catalogue = Readonly<Record<ProblemCode, Message>>;

/** What each problem says: what is wrong, and what to do. `{{name}}` is filled in. */
const nb: Catalogue = {
  'bad-request': ['Ugyldig forespørsel', 'Forespørselen kunne ikke leses. Kontroller at innholdet er gyldig JSON.'],
  'unauthenticated': ['Ikke innlogget', 'Logg inn for å fortsette.'],
  'wrong-password': ['Innlogging mislyktes', 'E-postadressen eller passordet er feil.'],
  'too-many-attempts': ['For mange forsøk', 'Det har vært for mange mislykkede innlogginger. Vent et kvarter og prøv igjen.'],
  'password-change-needed': ['Nytt passord kreves', 'Engangspassordet må byttes før du kan fortsette.'],
  'forbidden': ['Ikke tillatt', 'Rollen din gir ikke adgang til dette. Spør en administrator.'],
  'own-work': ['Eget arbeid', 'Du har selv skrevet en del av dette. En annen må godkjenne det.'],
  'cross-site': ['Avvist', 'Forespørselen kom fra et annet nettsted.'],
  'not-found': ['Finnes ikke', 'Det du ser etter, finnes ikke, eller du har ikke adgang til det.'],
  'wrong-status': ['Passer ikke nå', 'Dette kan ikke gjøres mens annotasjonen er «$t(statuses:{{status}})».'],
  'in-use': ['I bruk', 'Kilden er i bruk eller trukket. Fjern den der den er brukt, eller velg en annen.'],
  'duplicate': ['Finnes fra før', 'Dette finnes allerede.'],
  'not-covered': ['Ikke ferdig', '{{count}} setninger er ikke ferdig sjekket. De er listet i «open».'],
  'circle': ['Kilden gjengir seg selv', 'En kilde kan ikke gjengi seg selv, heller ikke gjennom andre.'],
  'last-admin': ['Siste administrator', 'Redaksjonen må ha minst én aktiv administrator.'],
  'stale': ['Endret i mellomtiden', 'Noen har endret dette siden du hentet det. Se hva som er nytt, og prøv igjen.'],
  'too-large': ['For stort', 'Innholdet er større enn grensen på {{limit}}.'],
  'unsupported-media-type': ['Filtypen støttes ikke', 'Denne typen innhold kan ikke leses her.'],
  'invalid': ['Ugyldige felt', 'Noen av feltene er ikke gyldige. De er listet i «errors».'],
  'empty-text': ['Tom tekst', 'Teksten er tom. Lim inn eller velg en artikkel med innhold.'],
  'binary': ['Ikke tekst', 'Filen er ikke tekst. Velg en fil med ren tekst, Markdown eller HTML.'],
  'encoding': ['Feil tegnkoding', 'Filen er ikke gyldig UTF-8. Lagre den som UTF-8 og prøv igjen.'],
  'too-many-sentences': ['For lang tekst', 'Teksten har flere enn {{limit}} setninger. Del den i flere artikler.'],
  'selector-mismatch': ['Passasjen stemmer ikke', 'Posisjon, sitat og tekst stemmer ikke overens. Merk passasjen på nytt.'],
  'precondition-needed': ['If-Match mangler', 'Send ETag-en du sist så, i If-Match.'],
  'too-slow': ['For tregt', 'Forespørselen tok for lang tid å sende. Prøv igjen.'],
  'unavailable': ['Utilgjengelig akkurat nå', 'Tjenesten svarer ikke akkurat nå. Ingenting er lagret. Prøv igjen om litt.'],
  'internal': ['Uventet feil', 'Noe gikk galt hos oss. Ingenting er lagret. Prøv igjen, og si fra hvis det gjentar seg.'],
};

const en: Catalogue = {
  'bad-request': ['Bad request', 'The request could not be read. Check that its body is valid JSON.'],
  'unauthenticated': ['Not signed in', 'Sign in to go on.'],
  'wrong-password': ['Sign-in failed', 'The e-mail address or the password is wrong.'],
  'too-many-attempts': ['Too many attempts', 'There were too many failed sign-ins. Wait a quarter of an hour and try again.'],
  'password-change-needed': ['New password needed', 'Replace the one-time password before you go on.'],
  'forbidden': ['Not allowed', 'Your role does not allow this. Ask an administrator.'],
  'own-work': ['Your own work', 'You wrote a part of this yourself. Somebody else has to approve it.'],
  'cross-site': ['Refused', 'The request came from another site.'],
  'not-found': ['Not found', 'What you are looking for does not exist, or you have no access to it.'],
  'wrong-status': ['Not possible now', 'This cannot be done while the annotation is “$t(statuses:{{status}})”.'],
  'in-use': ['In use', 'The source is in use, or was retired. Remove it where it is used, or choose another.'],
  'duplicate': ['Already there', 'This exists already.'],
  'not-covered': ['Not finished', '{{count}} sentences are not fully checked. They are listed in “open”.'],
  'circle': ['The source repeats itself', 'A source cannot repeat itself, not through others either.'],
  'last-admin': ['Last administrator', 'A newsroom needs at least one active administrator.'],
  'stale': ['Changed meanwhile', 'Somebody changed this since you fetched it. Look at what is new and try again.'],
  'too-large': ['Too large', 'The content is larger than the limit of {{limit}}.'],
  'unsupported-media-type': ['Unsupported type', 'This kind of content cannot be read here.'],
  'invalid': ['Invalid fields', 'Some fields are not valid. They are listed in “errors”.'],
  'empty-text': ['Empty text', 'The text is empty. Paste or choose an article that has content.'],
  'binary': ['Not text', 'The file is not text. Choose a file of plain text, Markdown or HTML.'],
  'encoding': ['Wrong encoding', 'The file is not valid UTF-8. Save it as UTF-8 and try again.'],
  'too-many-sentences': ['Text too long', 'The text has more than {{limit}} sentences. Split it into several articles.'],
  'selector-mismatch': ['The passage does not match', 'Position, quote and text do not agree. Mark the passage again.'],
  'precondition-needed': ['If-Match is missing', 'Send the ETag that you last saw, as If-Match.'],
  'too-slow': ['Too slow', 'The request took too long to send. Try again.'],
  'unavailable': ['Unavailable right now', 'The service cannot answer right now. Nothing was stored. Try again in a moment.'],
  'internal': ['Unexpected error', 'Something went wrong on our side. Nothing was stored. Try again, and tell us if it happens again.'],
};

export const problemMessages = { nb, en } as const;
