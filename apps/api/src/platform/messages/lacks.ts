import type { SourceLack } from '@belegg/domain';

/** What a claim lacks by the newsroom's rule on sources. */
export const lackWords = {
  nb: {
    citation: 'Påstanden har ingen kilde',
    independent: 'For å bekrefte kreves to uavhengige kilder eller et dokument som støtter påstanden',
  },
  en: {
    citation: 'The claim has no source',
    independent: 'To confirm, two independent sources or a document that supports the claim are needed',
  },
} as const satisfies Record<string, Readonly<Record<SourceLack, string>>>;
