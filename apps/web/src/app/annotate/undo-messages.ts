import { messagesOf } from '../shell/i18n';

/** What holds again after something was undone, by the event that was taken back. */
export const messages = messagesOf('undo', {
  nb: {
    'annotation.created': 'Angret: annotasjonen er slettet.',
    'annotation.edited': 'Angret: annotasjonen er som før endringen.',
    'annotation.submitted': 'Angret: annotasjonen er trukket tilbake fra godkjenning.',
    'annotation.withdrawn': 'Angret: annotasjonen er til godkjenning igjen.',
    'annotation.approved': 'Angret: annotasjonen er ikke lenger godkjent.',
    'annotation.returned': 'Angret: annotasjonen er til godkjenning igjen.',
    'annotation.retired': 'Angret: annotasjonen er gjenopprettet.',
    'sentence.marked': 'Angret: setningen er som før den ble merket.',
    'sentence.confirmed': 'Angret: setningen er ikke lenger bekreftet ikke sjekkbar.',
    'sentence.split': 'Angret: setningen er én igjen.',
    'sentence.joined': 'Angret: setningene er to igjen.',
    other: 'Angret.',
  },
  en: {
    'annotation.created': 'Undone: the annotation is deleted.',
    'annotation.edited': 'Undone: the annotation is as it was before the change.',
    'annotation.submitted': 'Undone: the annotation is withdrawn from review.',
    'annotation.withdrawn': 'Undone: the annotation is in review again.',
    'annotation.approved': 'Undone: the annotation is no longer approved.',
    'annotation.returned': 'Undone: the annotation is in review again.',
    'annotation.retired': 'Undone: the annotation is restored.',
    'sentence.marked': 'Undone: the sentence is as it was before it was marked.',
    'sentence.confirmed': 'Undone: the sentence is no longer confirmed as not checkable.',
    'sentence.split': 'Undone: the sentence is one again.',
    'sentence.joined': 'Undone: the sentences are two again.',
    other: 'Undone.',
  },
});

type Undone = keyof typeof messages.nb;

/** The key of what to say once an event of this type was undone. */
export const undoneKey = (type: string): Undone => (type in messages.nb ? (type as Undone) : 'other');
