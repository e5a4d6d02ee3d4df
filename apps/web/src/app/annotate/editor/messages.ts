import { messagesOf } from '../../shell/i18n';

/** Words of the open card, beside those that all of the room shares. */
export const messages = messagesOf('annotate-editor', {
  nb: {
    contradictsLive:
      'De samme ordene er {{verdict}} i en annen annotasjon ({{status}}). Bare én av dem kan godkjennes.',
    contradictsDraft: 'De samme ordene er {{verdict}} i en annen annotasjon ({{status}}).',
    overlapsOther: 'Noen av ordene er {{verdict}} i en annen annotasjon ({{status}}).',
    openEvidence: 'Åpne beviset',
    removeEvidence: 'Fjern',
    addEvidence: 'Legg ved fil eller skjermbilde',
    addEvidenceHint: 'Du kan også slippe eller lime det inn her.',
    keepingEvidence: 'Tar vare på filen …',
    more: 'Mer',
    citedHere: 'brukt i saken',
    answer: 'Svar (sendes med)',
    similarFound: 'Denne ligner på kilder som finnes fra før. Er det en av dem?',
    createAnyway: 'Nei, opprett en ny likevel',
  },
  en: {
    contradictsLive:
      'The same words are {{verdict}} in another annotation ({{status}}). Only one of them can be approved.',
    contradictsDraft: 'The same words are {{verdict}} in another annotation ({{status}}).',
    overlapsOther: 'Some of the words are {{verdict}} in another annotation ({{status}}).',
    openEvidence: 'Open the evidence',
    removeEvidence: 'Remove',
    addEvidence: 'Attach a file or screenshot',
    addEvidenceHint: 'You can also drop or paste it here.',
    keepingEvidence: 'Keeping the file …',
    more: 'More',
    citedHere: 'cited here',
    answer: 'Answer (goes along)',
    similarFound: 'This looks like sources that are there already. Is it one of them?',
    createAnyway: 'No, create a new one anyway',
  },
});
