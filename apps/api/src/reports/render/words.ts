import type { Report } from '@belegg/contract';
import type {
  Change,
  CheckabilityReason,
  Judgement,
  Correction,
  Language,
  SentenceState,
  SourceKind,
  Stance,
  Status,
  Verdict,
} from '@belegg/domain';
import { capitalizedAll, termsIn } from '@belegg/terms';
import { coverageCounts } from './coverage';
import type { ReportDates } from './dates';

/** What a report says in words of its own, in one language. */
export interface ReportWords {
  readonly language: string;
  readonly kicker: string;
  readonly draft: string;
  readonly draftNote: string;
  readonly article: string;
  readonly revision: string;
  readonly signedBy: string;
  readonly coverage: string;
  readonly of: string;
  readonly inFull: string;
  readonly inPart: string;
  readonly sources: string;
  readonly claims: string;
  readonly claim: string;
  readonly lead: (counts: {
    sentences: number;
    approved: number;
    /** Undefined where words were not counted. */
    inPart: number | undefined;
    notCheckable: number;
    open: number;
    confirmed: number;
    denied: number;
    disputed: number;
  }) => string;
  readonly notCheckable: string;
  readonly restOfSentence: string;
  readonly howToRead: string;
  readonly checkedBy: string;
  readonly approvedBy: string;
  readonly onRevision: string;
  readonly readOn: string;
  readonly translated: string;
  readonly repeats: string;
  readonly sourceChanged: string;
  readonly support: (supporting: number, independent: number) => string;
  readonly noSources: string;
  /** Why the sources are missing that the newsroom asks for. */
  readonly withoutSources: (reason: string) => string;
  /** Beside which other claim, of what verdict, and why. */
  readonly bothHold: (number: number, verdict: string, reason: string) => string;
  readonly orphaned: string;
  readonly confirmedByTwo: (marked: string, confirmed: string) => string;
  readonly textHash: string;
  readonly reportHash: string;
  readonly verify: string;
  readonly contact: string;
  readonly toArticle: string;
  readonly allReports: string;
  readonly correctionsPolicy: string;
  readonly missingCharacters: string;
  readonly evidence: string;
  readonly verdicts: Readonly<Record<Judgement, string>>;
  readonly verdictMeanings: Readonly<Record<Verdict, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly statusLegend: string;
  readonly stances: Readonly<Record<Stance, string>>;
  readonly kinds: Readonly<Record<SourceKind, string>>;
  readonly reasons: Readonly<Record<CheckabilityReason, string>>;
  readonly open: Readonly<Record<SentenceState, string>>;
  readonly openSentences: string;
  readonly openQuestions: string;
  readonly corrections: string;
  readonly sinceSignOff: (number: number, at: string) => string;
  readonly changes: Readonly<Record<Change['kind'], string>>;
  /** The head of the table of claims. */
  readonly columns: readonly string[];
}

const nb: ReportWords = {
  language: 'nb',
  kicker: 'Faktasjekk',
  draft: 'Utkast',
  draftNote: 'Dette er et utkast slik arbeidet står nå. Det er ikke sluttgodkjent, og godkjenninger kan mangle.',
  article: 'Artikkel',
  revision: 'Revisjon',
  signedBy: 'Sluttgodkjent av',
  coverage: 'Dekning',
  of: 'av',
  inFull: 'helt',
  inPart: 'delvis',
  sources: 'Kilder',
  claims: 'Påstander',
  claim: 'Påstand',
  lead: ({ sentences, approved, inPart, notCheckable, open, confirmed, denied, disputed }) =>
    (inPart === undefined
      ? `${open === 0 ? `Alle ${sentences}` : `${approved + notCheckable} av ${sentences}`} setninger er gjennomgått, og ${notCheckable} av dem lar seg ikke sjekke. `
      : `${sentences} setninger: ${approved} er sjekket i sin helhet og ${inPart} delvis, ${notCheckable} lar seg ikke sjekke${open > 0 ? `, og ${open} gjenstår` : ''}. `) +
    `Påstander: ${confirmed} bekreftet, ${denied} avkreftet og ${disputed} omstridt.`,
  notCheckable: 'Ikke sjekkbart',
  restOfSentence: 'resten av en setning',
  howToRead: 'Slik leses rapporten',
  checkedBy: 'Sjekket av',
  approvedBy: 'godkjent av',
  onRevision: 'på revisjon',
  readOn: 'lest',
  translated: 'oversatt fra',
  repeats: 'gjengir',
  sourceChanged: 'kilden er endret siden',
  support: (supporting, independent) =>
    `${supporting} støtter, ${independent} uavhengig${independent === 1 ? '' : 'e'}.`,
  noSources: 'Ingen kilder er oppgitt.',
  withoutSources: (reason) => `Uten kildene redaksjonen krever: ${reason}`,
  bothHold: (number, verdict, reason) => `Deler ord med påstand ${number} (${verdict}). Begge holder: ${reason}`,
  orphaned: 'Passasjen finnes ikke lenger i teksten.',
  confirmedByTwo: (marked, confirmed) => `merket av ${marked}, bekreftet av ${confirmed}`,
  textHash: 'Tekst',
  reportHash: 'Rapport',
  verify: 'SHA-256 av rapporten som JSON, byte for byte. Last den ned og regn den ut selv.',
  contact: 'Kontakt',
  toArticle: 'Til artikkelen',
  allReports: 'Alle faktasjekkene våre',
  correctionsPolicy: 'Slik retter vi feil',
  missingCharacters: 'Skriftene har ikke disse tegnene, som vises med nummeret sitt i Unicode:',
  evidence: 'Bevis',
  verdicts: capitalizedAll(termsIn.nb.verdict),
  verdictMeanings: {
    confirmed: 'Dokumentasjonen viser at påstanden stemmer.',
    denied: 'Dokumentasjonen viser at påstanden er feil.',
    disputed: 'Troverdige kilder står mot hverandre, eller bare én part hevder det.',
  },
  statuses: capitalizedAll(termsIn.nb.status),
  statusLegend:
    'Full farge er godkjent; lys farge venter på godkjenning; bare strek er utkast; skravert var godkjent, men er endret siden.',
  stances: termsIn.nb.stance,
  kinds: termsIn.nb.source,
  reasons: termsIn.nb.reason,
  open: termsIn.nb.state,
  openSentences: 'Gjenstår',
  openQuestions: 'Åpne spørsmål',
  corrections: 'Endret siden forrige sluttgodkjenning',
  sinceSignOff: (number, at) => `siden rapport ${number}, ${at}`,
  changes: {
    added: 'ny påstand',
    removed: 'tatt ut',
    verdict: 'ny konklusjon',
    passage: 'ny passasje',
    rationale: 'ny begrunnelse',
  },
  columns: [
    'Nr.',
    'Konklusjon',
    'Status',
    'Påstand',
    'Begrunnelse',
    'Kilder',
    'Lenker',
    'Støtter',
    'Uavhengige',
    'Sjekket av',
    'Godkjent av',
    'Godkjent',
    'Start',
    'Slutt',
    'Revisjon',
  ],
};

const nn: ReportWords = {
  language: 'nn',
  kicker: 'Faktasjekk',
  draft: 'Utkast',
  draftNote: 'Dette er eit utkast slik arbeidet står no. Det er ikkje sluttgodkjent, og godkjenningar kan mangle.',
  article: 'Artikkel',
  revision: 'Revisjon',
  signedBy: 'Sluttgodkjend av',
  coverage: 'Dekking',
  of: 'av',
  inFull: 'heilt',
  inPart: 'delvis',
  sources: 'Kjelder',
  claims: 'Påstandar',
  claim: 'Påstand',
  lead: ({ sentences, approved, inPart, notCheckable, open, confirmed, denied, disputed }) =>
    (inPart === undefined
      ? `${open === 0 ? `Alle ${sentences}` : `${approved + notCheckable} av ${sentences}`} setningar er gjennomgådde, og ${notCheckable} av dei lèt seg ikkje sjekke. `
      : `${sentences} setningar: ${approved} er sjekka i sin heilskap og ${inPart} delvis, ${notCheckable} lèt seg ikkje sjekke${open > 0 ? `, og ${open} står att` : ''}. `) +
    `Påstandar: ${confirmed} stadfesta, ${denied} avkrefta og ${disputed} omstridde.`,
  notCheckable: 'Ikkje sjekkbart',
  restOfSentence: 'resten av ei setning',
  howToRead: 'Slik les du rapporten',
  checkedBy: 'Sjekka av',
  approvedBy: 'godkjend av',
  onRevision: 'på revisjon',
  readOn: 'lesen',
  translated: 'omsett frå',
  repeats: 'gir att',
  sourceChanged: 'kjelda er endra sidan',
  support: (supporting, independent) =>
    `${supporting} støttar, ${independent} uavhengig${independent === 1 ? '' : 'e'}.`,
  noSources: 'Ingen kjelder er oppgitte.',
  withoutSources: (reason) => `Utan kjeldene redaksjonen krev: ${reason}`,
  bothHold: (number, verdict, reason) => `Deler ord med påstand ${number} (${verdict}). Begge held: ${reason}`,
  orphaned: 'Passasjen finst ikkje lenger i teksten.',
  confirmedByTwo: (marked, confirmed) => `merkt av ${marked}, stadfesta av ${confirmed}`,
  textHash: 'Tekst',
  reportHash: 'Rapport',
  verify: 'SHA-256 av rapporten som JSON, byte for byte. Last han ned og rekn summen ut sjølv.',
  contact: 'Kontakt',
  toArticle: 'Til artikkelen',
  allReports: 'Alle faktasjekkane våre',
  correctionsPolicy: 'Slik rettar vi feil',
  missingCharacters: 'Skriftene har ikkje desse teikna, som er viste med nummeret sitt i Unicode:',
  evidence: 'Prov',
  verdicts: capitalizedAll(termsIn.nn.verdict),
  verdictMeanings: {
    confirmed: 'Dokumentasjonen viser at påstanden stemmer.',
    denied: 'Dokumentasjonen viser at påstanden er feil.',
    disputed: 'Truverdige kjelder står mot kvarandre, eller berre éin part hevdar det.',
  },
  statuses: capitalizedAll(termsIn.nn.status),
  statusLegend:
    'Full farge er godkjend; lys farge ventar på godkjenning; berre strek er utkast; skravert var godkjend, men er endra sidan.',
  stances: termsIn.nn.stance,
  kinds: termsIn.nn.source,
  reasons: termsIn.nn.reason,
  open: termsIn.nn.state,
  openSentences: 'Står att',
  openQuestions: 'Opne spørsmål',
  corrections: 'Endra sidan førre sluttgodkjenning',
  sinceSignOff: (number, at) => `sidan rapport ${number}, ${at}`,
  changes: {
    added: 'ny påstand',
    removed: 'teken ut',
    verdict: 'ny konklusjon',
    passage: 'ny passasje',
    rationale: 'ny grunngiving',
  },
  columns: [
    'Nr.',
    'Konklusjon',
    'Status',
    'Påstand',
    'Grunngiving',
    'Kjelder',
    'Lenkjer',
    'Støttar',
    'Uavhengige',
    'Sjekka av',
    'Godkjend av',
    'Godkjend',
    'Start',
    'Slutt',
    'Revisjon',
  ],
};

const en: ReportWords = {
  language: 'en',
  kicker: 'Fact check',
  draft: 'Draft',
  draftNote: 'This is a draft of the work as it stands now. It is not signed off, and approvals may be missing.',
  article: 'Article',
  revision: 'Revision',
  signedBy: 'Signed off by',
  coverage: 'Coverage',
  of: 'of',
  inFull: 'in full',
  inPart: 'in part',
  sources: 'Sources',
  claims: 'Claims',
  claim: 'Claim',
  lead: ({ sentences, approved, inPart, notCheckable, open, confirmed, denied, disputed }) =>
    (inPart === undefined
      ? `${open === 0 ? `All ${sentences}` : `${approved + notCheckable} of ${sentences}`} sentences have been checked, of which ${notCheckable} cannot be checked. `
      : `${sentences} sentences: ${approved} are checked in full and ${inPart} in part, ${notCheckable} cannot be checked${open > 0 ? `, and ${open} are still open` : ''}. `) +
    `Claims: ${confirmed} confirmed, ${denied} denied and ${disputed} disputed.`,
  notCheckable: 'Not checkable',
  restOfSentence: 'the rest of a sentence',
  howToRead: 'How to read this report',
  checkedBy: 'Checked by',
  approvedBy: 'approved by',
  onRevision: 'on revision',
  readOn: 'read',
  translated: 'translated from',
  repeats: 'repeats',
  sourceChanged: 'the source has changed since',
  support: (supporting, independent) =>
    `${supporting} support${supporting === 1 ? 's' : ''}, ${independent} independent.`,
  noSources: 'No sources are given.',
  withoutSources: (reason) => `Without the sources that the newsroom asks for: ${reason}`,
  bothHold: (number, verdict, reason) => `Shares words with claim ${number} (${verdict}). Both hold: ${reason}`,
  orphaned: 'The passage is no longer in the text.',
  confirmedByTwo: (marked, confirmed) => `marked by ${marked}, confirmed by ${confirmed}`,
  textHash: 'Text',
  reportHash: 'Report',
  verify: 'SHA-256 of the report as JSON, byte for byte. Download it and compute it yourself.',
  contact: 'Contact',
  toArticle: 'To the article',
  allReports: 'All our fact checks',
  correctionsPolicy: 'How we correct ourselves',
  missingCharacters: 'The fonts lack these characters, which are shown by their numbers in Unicode:',
  evidence: 'Evidence',
  verdicts: capitalizedAll(termsIn.en.verdict),
  verdictMeanings: {
    confirmed: 'The documentation shows that the claim is right.',
    denied: 'The documentation shows that the claim is wrong.',
    disputed: 'Credible sources contradict each other, or only one party says so.',
  },
  statuses: capitalizedAll(termsIn.en.status),
  statusLegend:
    'Full colour is approved; light colour waits for approval; a line alone is a draft; hatched was approved, but has changed since.',
  stances: termsIn.en.stance,
  kinds: termsIn.en.source,
  reasons: termsIn.en.reason,
  open: termsIn.en.state,
  openSentences: 'Still open',
  openQuestions: 'Open questions',
  corrections: 'Changed since the last sign-off',
  sinceSignOff: (number, at) => `since report ${number}, ${at}`,
  changes: {
    added: 'new claim',
    removed: 'removed',
    verdict: 'new verdict',
    passage: 'new passage',
    rationale: 'new rationale',
  },
  columns: [
    'No.',
    'Verdict',
    'Status',
    'Claim',
    'Rationale',
    'Sources',
    'Links',
    'Supporting',
    'Independent',
    'Checked by',
    'Approved by',
    'Approved',
    'Start',
    'End',
    'Revision',
  ],
};

/** A report speaks the language of its article. */
export const wordsFor = (language: Language): ReportWords => ({ nb, nn, en })[language];

/** The first sentence of a report: how much was checked, and what came out. */
export function leadOf(report: Report, words: ReportWords): string {
  return words.lead({ ...coverageCounts(report), ...report.verdicts });
}

/** An entry of the correction log: pairs of the passage and what changed about it. */
export function changesInWords(
  { since, sinceAt, changes }: Correction,
  words: ReportWords,
  dates: ReportDates,
): [passage: string, change: string][] {
  return changes.map(({ kind, exact, from, to }) => {
    const verdicts = kind === 'verdict' && from && to ? ` (${words.verdicts[from]} → ${words.verdicts[to]})` : '';
    return [exact, `${words.changes[kind]}${verdicts}, ${words.sinceSignOff(since, dates.moment(sinceAt))}`];
  });
}
