/** What the contract's own rules say; the rest comes from Zod's translations. */
const nb = {
  reasonNeeded: 'Velg hvorfor setningen ikke kan sjekkes.',
  noteNeeded: 'Skriv med egne ord hvorfor.',
  commentNeeded: 'Skriv hva som må endres.',
  duplicate: 'Det samme står to ganger.',
  unknownSource: 'Denne kilden finnes ikke.',
  unknownEvidence: 'Dette beviset finnes ikke.',
} as const;

const en: Record<keyof typeof nb, string> = {
  reasonNeeded: 'Choose why the sentence cannot be checked.',
  noteNeeded: 'Say why in your own words.',
  commentNeeded: 'Say what has to change.',
  duplicate: 'The same is there twice.',
  unknownSource: 'This source does not exist.',
  unknownEvidence: 'This evidence does not exist.',
};

export const fieldMessages = { nb, en } as const;
