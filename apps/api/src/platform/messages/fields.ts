/** What the contract's own rules say; the rest comes from Zod's translations. */
const nb = {
  reasonNeeded: 'Velg hvorfor setningen ikke kan sjekkes.',
  noteNeeded: 'Skriv med egne ord hvorfor.',
  commentNeeded: 'Skriv hva som må endres.',
  descriptionNeeded: 'Skriv hva utenforstående får vite om kilden.',
  duplicate: 'Det samme står to ganger.',
  unknownSource: 'Denne kilden finnes ikke.',
  unknownEvidence: 'Dette beviset finnes ikke.',
  unknownCitation: 'Annotasjonen har ingen slik henvisning.',
  selectorNeeded: 'Teksten er endret her. Si hvilken passasje dette gjelder nå.',
  noCut: 'Setningen kan ikke deles der.',
  cursor: 'Denne siden av listen finnes ikke.',
  tooTangled: 'Oppmerkingen er for dypt nøstet eller for innfløkt til å leses. Lim inn ren tekst i stedet.',
  fileNeeded: 'Velg en fil.',
  emptyFile: 'Filen er tom.',
  unchangedText: 'Teksten er den samme som før. Det er ingenting nytt å lagre.',
  wrongPassword: 'Passordet er feil.',
  commonPassword: 'Dette passordet er blant de første som gjettes. Velg et annet, gjerne flere ord.',
  samePassword: 'Det nye passordet må være et annet enn det gamle.',
} as const;

const en: Record<keyof typeof nb, string> = {
  reasonNeeded: 'Choose why the sentence cannot be checked.',
  noteNeeded: 'Say why in your own words.',
  commentNeeded: 'Say what has to change.',
  descriptionNeeded: 'Say what outsiders are told of the source.',
  duplicate: 'The same is there twice.',
  unknownSource: 'This source does not exist.',
  unknownEvidence: 'This evidence does not exist.',
  unknownCitation: 'The annotation has no such citation.',
  selectorNeeded: 'The text was changed here. Say which passage this is about now.',
  noCut: 'The sentence cannot be split there.',
  cursor: 'There is no such page of the list.',
  tooTangled: 'The markup is nested too deeply or too intricate to be read. Paste plain text instead.',
  fileNeeded: 'Choose a file.',
  emptyFile: 'The file is empty.',
  unchangedText: 'The text is the same as before. There is nothing new to store.',
  wrongPassword: 'The password is wrong.',
  commonPassword: 'This password is among the first to be guessed. Choose another, such as several words.',
  samePassword: 'The new password has to differ from the old one.',
};

export const fieldMessages = { nb, en } as const;
export type FieldMessage = keyof typeof nb;
