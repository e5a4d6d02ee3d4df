import type { ProblemCode } from '@belegg/contract';

type Message = readonly [title: string, detail: string];
type Catalogue = Readonly<Record<ProblemCode, Message>>;

/** What each problem says: what is wrong, and what to do. `{{name}}` is filled in. */
const nb: Catalogue = {
  'bad-request': ['Ugyldig forespørsel', 'Forespørselen kunne ikke leses. Kontroller at innholdet er gyldig JSON.'],
  unauthenticated: ['Ikke innlogget', 'Logg inn for å fortsette.'],
  'wrong-password': ['Innlogging mislyktes', 'E-postadressen eller passordet er feil.'],
  'too-many-attempts': [
    'For mange forsøk',
    'Det har vært for mange mislykkede innlogginger. Prøv igjen om {{minutes}} min.',
  ],
  'no-mail': ['Ingen e-post', 'Denne serveren sender ikke e-post. Be en administrator om et engangspassord.'],
  'link-void': ['Lenken virker ikke lenger', 'Den er brukt eller utløpt. Be om en ny.'],
  'password-change-needed': ['Nytt passord kreves', 'Engangspassordet må byttes før du kan fortsette.'],
  'recent-password-needed': [
    'Bekreft passordet',
    'Dette gir adgang. Logg inn på nytt med passordet ditt før du gjør det.',
  ],
  forbidden: ['Ikke tillatt', 'Rollen din gir ikke adgang til dette. Spør en administrator.'],
  'own-work': ['Eget arbeid', 'Du har selv skrevet en del av dette. En annen må godkjenne det.'],
  'not-your-words': ['Ikke din kommentar', 'Bare den som skrev kommentaren, kan endre den. Svar på den i stedet.'],
  'not-your-assignment': [
    'Ikke din oppgave',
    'Bare den som har oppgaven, kan si at den er gjort eller gi den fra seg.',
  ],
  'cross-site': ['Avvist', 'Forespørselen kom fra et annet nettsted.'],
  misdirected: [
    'Feil adresse',
    'Serveren svarer ikke på dette navnet. Bruk adressen du fikk, eller la den som driver serveren, sette PUBLIC_URL.',
  ],
  'not-found': ['Finnes ikke', 'Det du ser etter, finnes ikke, eller du har ikke adgang til det.'],
  'wrong-status': ['Passer ikke nå', 'Dette kan ikke gjøres mens annotasjonen er «$t(statuses:{{status}})».'],
  'nothing-to-undo': ['Ingenting å angre', 'Du har ikke gjort noe her som kan angres.'],
  'not-undoable': ['Kan ikke angres', 'Det siste du gjorde her, kan ikke angres.'],
  overtaken: ['For sent å angre', 'Det har skjedd mer med dette siden. Se hva som er nytt.'],
  'last-in-block': ['Ingen neste setning', 'Setningen er den siste i sitt avsnitt og kan ikke slås sammen med noe.'],
  'hides-unchecked': [
    'Ikke sjekket',
    'Den ene setningen er ferdig og den andre ikke. Sammenslått ville begge se ferdige ut. Sjekk den andre først.',
  ],
  'in-use': ['I bruk', 'Kilden er i bruk eller slettet. Fjern den der den er brukt, eller velg en annen.'],
  duplicate: ['Finnes fra før', 'Dette finnes allerede.'],
  similar: [
    'Ligner en kilde som finnes',
    'Det finnes alt kilder som heter nesten det samme, eller som har samme domene. Bruk en av dem, eller opprett likevel.',
  ],
  'not-named': [
    'Vernet kilde',
    'Du ser ikke hvem kilden er. Be en som er navngitt for kilden, om å gjøre dette eller om å føre deg opp.',
  ],
  'protection-stands': [
    'Vernet står',
    'Vern av en kilde oppheves av to. Foreslå det på siden til kilden, så må en annen bekrefte.',
  ],
  'no-rest': ['Ingenting å merke', 'Alle ordene i setningen er dekket av annotasjoner. Det er ikke noe igjen av den.'],
  'not-covered': [
    'Ikke ferdig',
    '{{count}} setninger er ikke ferdig sjekket, {{orphans}} annotasjoner har mistet ordene sine, og {{questions}} spørsmål er åpne. De er listet i «open», «orphans» og «questions».',
  ],
  'no-verdict': [
    'Spørsmålet er åpent',
    'Annotasjonen har ingen konklusjon ennå, og kan ikke sendes. Velg bekreftet, avkreftet eller omstridt først.',
  ],
  'source-rule': [
    'Kilde mangler',
    '$t(lacks:{{missing}}). Legg til det som mangler, eller skriv hvorfor det går uten.',
  ],
  contradicts: [
    'Motsier en annen annotasjon',
    'De samme ordene har to ulike konklusjoner, og begge kan ikke stå. Endre, send tilbake eller slett den ene. De er listet i «clashes».',
  ],
  overlaps: [
    'Begrunnelse mangler',
    'Påstander med ulik konklusjon deler noen av ordene. Skriv for hvert par hvorfor begge holder. De er listet i «clashes».',
  ],
  circle: ['Kilden gjengir seg selv', 'En kilde kan ikke gjengi seg selv, heller ikke gjennom andre.'],
  'not-now': ['Passer ikke nå', 'Dette kan ikke gjøres nå. Hent siden på nytt og se hvordan det står til.'],
  'last-admin': ['Siste administrator', 'Redaksjonen må ha minst én aktiv administrator.'],
  'shared-account': [
    'Hører til flere redaksjoner',
    'Kontoen brukes også i en annen redaksjon. Den som driver serveren, kan gi et nytt passord.',
  ],
  stale: ['Endret i mellomtiden', 'Noen har endret dette siden du hentet det. Se hva som er nytt, og prøv igjen.'],
  'too-large': ['For stort', '$t(limited:{{what}}) er større enn grensen på {{limit}}.'],
  'unsupported-media-type': ['Filtypen støttes ikke', 'Denne typen innhold kan ikke leses her.'],
  invalid: ['Ugyldige felt', 'Noen av feltene er ikke gyldige. De er listet i «errors».'],
  'key-reused': [
    'Nøkkelen er brukt',
    'Denne Idempotency-Key hører til en annen forespørsel fra det siste døgnet. Bruk en ny nøkkel.',
  ],
  'empty-text': ['Tom tekst', 'Teksten er tom. Lim inn eller velg en artikkel med innhold.'],
  binary: ['Ikke tekst', 'Filen er ikke tekst. Innholdet passer ikke til filtypen.'],
  encoding: ['Feil tegnkoding', 'Filen er ikke gyldig UTF-8. Lagre den som UTF-8 og prøv igjen.'],
  'too-many-sentences': ['For lang tekst', 'Teksten har flere enn {{limit}} setninger. Del den i flere artikler.'],
  'selector-mismatch': [
    'Passasjen stemmer ikke',
    'Posisjon, sitat og tekst stemmer ikke overens. Merk passasjen på nytt.',
  ],
  'reading-limit': [
    'For krevende å lese',
    'Å lese dette tar mer enn 10 sekunder eller mer enn 256 MB minne. Ingenting er lagret. Lagre filen på nytt fra programmet den kommer fra, del den opp, eller lim inn teksten.',
  ],
  'too-many-readings': [
    'For mange filer på én gang',
    'Redaksjonen har allerede mange filer til lesing. Ingenting er lagret. Vent til de er lest, og prøv igjen.',
  ],
  'broken-file': [
    'Filen er skadet',
    'Filen er ødelagt, avkuttet eller ikke det den gir seg ut for. Åpne den i programmet den kommer fra, lagre den på nytt og prøv igjen.',
  ],
  'encrypted-file': ['Filen er kryptert', 'Filen er beskyttet med passord. Fjern passordet og prøv igjen.'],
  'scanned-file': [
    'Ingen tekst i filen',
    'PDF-en inneholder bilder av sider, men ingen tekst. Kjør tekstgjenkjenning (OCR), eller lim inn teksten.',
  ],
  'old-word-file': [
    'Gammelt Word-format',
    'Filen er lagret i et eldre Word-format (.doc). Lagre den som .docx og prøv igjen.',
  ],
  'unread-format': [
    'Filtypen leses ikke',
    'Filer av denne typen leses ikke. Lagre saken som en av disse: {{formats}}, eller lim inn teksten.',
  ],
  'unknown-json': ['Ukjent JSON', 'JSON-filen er verken én ninjs-artikkel med tekst eller en rapport fra Belegg.'],
  'address-refused': [
    'Adressen hentes ikke',
    'Bare sider på det åpne nettet hentes, med http eller https. Lim inn teksten i stedet.',
  ],
  'address-unreachable': [
    'Siden kunne ikke hentes',
    'Siden svarte ikke slik den skulle, brukte for lang tid, var for stor eller av feil type. Lim inn teksten, eller last opp filen.',
  ],
  'precondition-needed': ['If-Match mangler', 'Send ETag-en du sist så, i If-Match.'],
  'evidence-lost': [
    'Beviset er tapt',
    'Filen finnes ikke lenger slik den ble tatt vare på. Si fra til den som driver serveren. Har du filen, last den opp på nytt.',
  ],
  'too-slow': ['For tregt', 'Forespørselen tok for lang tid å sende. Prøv igjen.'],
  unavailable: [
    'Utilgjengelig akkurat nå',
    'Tjenesten svarer ikke akkurat nå. Prøv igjen om litt, og se etter om det du gjorde, ble lagret.',
  ],
  'no-space': [
    'Ingen plass på disken',
    'Serveren har ikke plass til mer. Ingenting er lagret. Behold det du skrev, si fra til den som driver serveren, og prøv igjen.',
  ],
  internal: ['Uventet feil', 'Noe gikk galt hos oss. Ingenting er lagret. Prøv igjen, og si fra hvis det gjentar seg.'],
};

const en: Catalogue = {
  'bad-request': ['Bad request', 'The request could not be read. Check that its body is valid JSON.'],
  unauthenticated: ['Not signed in', 'Sign in to go on.'],
  'wrong-password': ['Sign-in failed', 'The e-mail address or the password is wrong.'],
  'too-many-attempts': ['Too many attempts', 'There were too many failed sign-ins. Try again in {{minutes}} min.'],
  'no-mail': ['No mail', 'This server sends no mail. Ask an administrator for a one-time password.'],
  'link-void': ['The link works no longer', 'It was used or has run out. Ask for another one.'],
  'password-change-needed': ['New password needed', 'Replace the one-time password before you go on.'],
  'recent-password-needed': [
    'Confirm your password',
    'This gives access. Sign in again with your password before you do it.',
  ],
  forbidden: ['Not allowed', 'Your role does not allow this. Ask an administrator.'],
  'own-work': ['Your own work', 'You wrote a part of this yourself. Somebody else has to approve it.'],
  'not-your-words': ['Not your comment', 'Only whoever wrote the comment can edit it. Answer it instead.'],
  'not-your-assignment': ['Not your assignment', 'Only whoever has it can say that it is done, or hand it back.'],
  'cross-site': ['Refused', 'The request came from another site.'],
  misdirected: [
    'Wrong address',
    'The server does not answer to this name. Use the address that you were given, or have PUBLIC_URL set by whoever runs the server.',
  ],
  'not-found': ['Not found', 'What you are looking for does not exist, or you have no access to it.'],
  'wrong-status': ['Not possible now', 'This cannot be done while the annotation is “$t(statuses:{{status}})”.'],
  'nothing-to-undo': ['Nothing to undo', 'You have done nothing here that can be undone.'],
  'not-undoable': ['Cannot be undone', 'What you did last here cannot be undone.'],
  overtaken: ['Too late to undo', 'More has happened to this since. Look at what is new.'],
  'last-in-block': [
    'No next sentence',
    'The sentence is the last one of its paragraph and cannot be joined with anything.',
  ],
  'hides-unchecked': [
    'Not checked',
    'One sentence is finished and the other is not. Joined, both would look finished. Check the other one first.',
  ],
  'in-use': ['In use', 'The source is in use, or was retired. Remove it where it is used, or choose another.'],
  duplicate: ['Already there', 'This exists already.'],
  similar: [
    'Like a source that is there',
    'There are sources with nearly the same name or the same domain. Use one of them, or create it anyway.',
  ],
  'no-rest': ['Nothing to mark', 'Annotations cover all words of the sentence. Nothing is left of it.'],
  'not-covered': [
    'Not finished',
    '{{count}} sentences are not fully checked, {{orphans}} annotations have lost their words, and {{questions}} questions are open. They are listed in “open”, “orphans” and “questions”.',
  ],
  'no-verdict': [
    'The question is open',
    'The annotation has no verdict yet and cannot be sent. Choose confirmed, denied or disputed first.',
  ],
  'not-named': [
    'Protected source',
    'You do not see who the source is. Ask somebody who is named for it to do this, or to add you.',
  ],
  'protection-stands': [
    'Protection stands',
    'Two people end the protection of a source. Propose it on the page of the source; somebody else has to confirm.',
  ],
  'source-rule': ['A source is missing', '$t(lacks:{{missing}}). Add what is missing, or say why it goes without.'],
  contradicts: [
    'Contradicts another annotation',
    'The same words have two different verdicts, and both cannot stand. Edit, return or retire one. They are listed in “clashes”.',
  ],
  overlaps: [
    'A reason is missing',
    'Claims with different verdicts share some of their words. Say of each pair why both hold. They are listed in “clashes”.',
  ],
  circle: ['The source repeats itself', 'A source cannot repeat itself, not through others either.'],
  'not-now': ['Not now', 'This cannot be done now. Reload the page and see how things stand.'],
  'last-admin': ['Last administrator', 'A newsroom needs at least one active administrator.'],
  'shared-account': [
    'Belongs to several newsrooms',
    'The account is used in another newsroom too. Whoever runs the server can give a new password.',
  ],
  stale: ['Changed meanwhile', 'Somebody changed this since you fetched it. Look at what is new and try again.'],
  'too-large': ['Too large', '$t(limited:{{what}}) is larger than the limit of {{limit}}.'],
  'unsupported-media-type': ['Unsupported type', 'This kind of content cannot be read here.'],
  invalid: ['Invalid fields', 'Some fields are not valid. They are listed in “errors”.'],
  'key-reused': [
    'The key was used',
    'This Idempotency-Key belongs to another request of the last 24 hours. Use a new key.',
  ],
  'empty-text': ['Empty text', 'The text is empty. Paste or choose an article that has content.'],
  binary: ['Not text', 'The file is not text. Its content does not fit its type.'],
  encoding: ['Wrong encoding', 'The file is not valid UTF-8. Save it as UTF-8 and try again.'],
  'too-many-sentences': [
    'Text too long',
    'The text has more than {{limit}} sentences. Split it into several articles.',
  ],
  'selector-mismatch': ['The passage does not match', 'Position, quote and text do not agree. Mark the passage again.'],
  'reading-limit': [
    'Too demanding to read',
    'Reading this takes more than 10 seconds or more than 256 MB of memory. Nothing was stored. Save the file anew from the program it comes from, split it, or paste the text.',
  ],
  'too-many-readings': [
    'Too many files at once',
    'Your newsroom has many files being read already. Nothing was stored. Wait until they are read, and try again.',
  ],
  'broken-file': [
    'The file is broken',
    'The file is damaged, cut off, or not what it claims to be. Open it in the program it comes from, save it again and retry.',
  ],
  'encrypted-file': [
    'The file is encrypted',
    'The file is protected by a password. Remove the password and try again.',
  ],
  'scanned-file': [
    'No text in the file',
    'The PDF holds pictures of pages, but no text. Run text recognition (OCR), or paste the text.',
  ],
  'old-word-file': ['Old Word format', 'The file is in an older Word format (.doc). Save it as .docx and try again.'],
  'unread-format': [
    'This type of file is not read',
    'Files of this type are not read. Save the article as one of these: {{formats}}, or paste the text.',
  ],
  'unknown-json': ['Unknown JSON', 'The JSON file is neither one ninjs article with a text nor a report of Belegg.'],
  'address-refused': [
    'The address is not fetched',
    'Only pages of the open web are fetched, by http or https. Paste the text instead.',
  ],
  'address-unreachable': [
    'The page could not be fetched',
    'The page did not answer as it should, took too long, was too large or of the wrong type. Paste the text, or upload the file.',
  ],
  'precondition-needed': ['If-Match is missing', 'Send the ETag that you last saw, as If-Match.'],
  'evidence-lost': [
    'The evidence is lost',
    'The file is not there any more as it was kept. Tell whoever runs the server. If you have the file, upload it again.',
  ],
  'too-slow': ['Too slow', 'The request took too long to send. Try again.'],
  unavailable: [
    'Unavailable right now',
    'The service cannot answer right now. Try again in a moment, and look whether what you did was stored.',
  ],
  'no-space': [
    'No room on the disk',
    'The server has no room for more. Nothing was stored. Keep what you wrote, tell whoever runs the server, and try again.',
  ],
  internal: [
    'Unexpected error',
    'Something went wrong on our side. Nothing was stored. Try again, and tell us if it happens again.',
  ],
};

export const problemMessages = { nb, en } as const;
