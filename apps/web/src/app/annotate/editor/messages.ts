import { messagesOf } from '../../shell/i18n';

/** Words of the open card, beside those that all of the room shares. */
export const messages = messagesOf('annotate-editor', {
  nb: {
    openEvidence: 'Åpne beviset',
    removeEvidence: 'Fjern',
    addEvidence: 'Legg ved fil eller skjermbilde',
    addEvidenceHint: 'Du kan også slippe eller lime det inn her.',
    keepingEvidence: 'Tar vare på filen …',
    more: 'Mer',
    citedHere: 'brukt i saken',
    answer: 'Svar (sendes med)',
  },
  en: {
    openEvidence: 'Open the evidence',
    removeEvidence: 'Remove',
    addEvidence: 'Attach a file or screenshot',
    addEvidenceHint: 'You can also drop or paste it here.',
    keepingEvidence: 'Keeping the file …',
    more: 'More',
    citedHere: 'cited here',
    answer: 'Answer (goes along)',
  },
});
