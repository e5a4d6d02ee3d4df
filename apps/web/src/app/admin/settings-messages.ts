import { messagesOf } from '../shell/i18n';

export const messages = messagesOf('settings', {
  nb: {
    title: 'Innstillinger',
    lead: 'Regler som gjelder hele redaksjonen. Det som alt er sendt inn, godkjent eller sluttgodkjent, blir stående.',
    sourceRule: 'Kilder',
    sourceRuleHint:
      'Hva som kreves før en påstand kan sendes til godkjenning. Den som sender inn uten, må skrive hvorfor, og begrunnelsen står i rapporten.',
    'rule.none': 'Ingen krav',
    'ruleHint.none': 'Påstander kan sendes inn uten kilder og uten begrunnelse.',
    'rule.one': 'Minst én kilde',
    'ruleHint.one': 'Hver konklusjon må ha minst én kilde.',
    'rule.strong': 'To uavhengige kilder eller et dokument for å bekrefte',
    'ruleHint.strong':
      'Hver konklusjon må ha minst én kilde. «Bekreftet» krever to støttende kilder som ikke gjengir den samme, eller et dokument som støtter påstanden.',
    longestPassage: 'Lengste passasje',
    longestPassageHint:
      'Hvor mange setninger en annotasjon kan strekke seg over og fortsatt telle som sjekk av ordene. Lengre annotasjoner kan skrives, men dekker ingenting. Når tallet endres, regnes dekningen av alle artikler ut på nytt.',
    sentences: 'Setninger',
    sentencesWrong: 'Skriv et helt tall fra 1 til 100.',
    save: 'Lagre',
    saved: 'Innstillingene er lagret.',
    webhooks: 'Varsler til andre systemer',
    jobs: 'Jobber i bakgrunnen, og kontroll av alt som er lagret',
  },
  en: {
    title: 'Settings',
    lead: 'Rules for all of the newsroom. What was submitted, approved or signed off before stays as it is.',
    sourceRule: 'Sources',
    sourceRuleHint:
      'What is asked of a claim before it can be submitted. Whoever submits without has to say why, and the report prints the reason.',
    'rule.none': 'Nothing',
    'ruleHint.none': 'Claims can be submitted without sources and without a reason.',
    'rule.one': 'One source at least',
    'ruleHint.one': 'Each verdict needs at least one source.',
    'rule.strong': 'Two independent sources or one document to confirm',
    'ruleHint.strong':
      'Each verdict needs at least one source. “Confirmed” needs two supporting sources that do not repeat the same one, or a document that supports the claim.',
    longestPassage: 'Longest passage',
    longestPassageHint:
      'How many sentences an annotation may span and still count as a check of the words. Longer ones can be written, but cover nothing. When the number changes, the coverage of all articles is counted anew.',
    sentences: 'Sentences',
    sentencesWrong: 'Write a whole number from 1 to 100.',
    save: 'Save',
    saved: 'The settings are saved.',
    webhooks: 'Notices to other systems',
    jobs: 'Jobs in the background, and a check of all that is kept',
  },
});
