import { messagesOf } from '../shell/i18n';

export const messages = messagesOf('protection', {
  nb: {
    title: 'Vern',
    hidden: 'Du ser ikke hvem dette er. Utenforstående får vite: «{{description}}».',
    askThem: 'Spør en av dem som er navngitt for kilden: {{names}}.',
    whoSees: 'Hvem som ser navnet',
    whoSeesHint:
      'Alle andre ser «Vernet kilde {{number}}» i lister, søk, logg, samtaler og rapporter. De kan verken redigere kilden eller godkjenne påstander som bygger på den.',
    whoKeeps: 'Administratorer og den som registrerte kilden, bestemmer hvem.',
    nobody: 'Ingen er navngitt ennå.',
    choose: 'Hvem skal se navnet?',
    save: 'Lagre',
    saved: 'Lagret hvem som ser navnet.',
    change: 'Endre hvem',
    cancel: 'Avbryt',
    limit:
      'Vernet gjelder straks og bakover i alt Belegg viser. Det når ikke filer noen har lastet ned, sendt videre eller skrevet ut, og heller ikke sider som andre har kopiert.',
    ending: 'Oppheve vernet',
    endingHint:
      'To må være enige: én foreslår det, en annen som er navngitt, bekrefter. Da blir navnet synlig for alle i redaksjonen og i nye rapporter.',
    propose: 'Foreslå å oppheve vernet',
    reason: 'Hvorfor kan navnet vises?',
    proposedBy: '{{name}} vil oppheve vernet: «{{reason}}»',
    confirm: 'Bekreft: vis navnet',
    turnDown: 'Avslå',
    withdraw: 'Trekk forslaget',
    waits: 'En annen som er navngitt, må bekrefte.',
    ended: 'Vernet er opphevet.',
  },
  en: {
    title: 'Protection',
    hidden: 'You do not see who this is. Outsiders are told: “{{description}}”.',
    askThem: 'Ask one of those who are named for the source: {{names}}.',
    whoSees: 'Who sees the name',
    whoSeesHint:
      'Everybody else sees “Protected source {{number}}” in lists, search, log, conversations and reports. They can neither edit the source nor approve claims that rest on it.',
    whoKeeps: 'Administrators and whoever registered the source decide who.',
    nobody: 'Nobody is named yet.',
    choose: 'Who is to see the name?',
    save: 'Save',
    saved: 'Saved who sees the name.',
    change: 'Change who',
    cancel: 'Cancel',
    limit:
      'Protection holds at once and backwards in all that Belegg shows. It does not reach files that somebody downloaded, passed on or printed, nor pages that others copied.',
    ending: 'Ending the protection',
    endingHint:
      'Two have to agree: one proposes it, and another who is named confirms. The name is then seen by everybody in the newsroom and in new reports.',
    propose: 'Propose to end the protection',
    reason: 'Why can the name be shown?',
    proposedBy: '{{name}} wants to end the protection: “{{reason}}”',
    confirm: 'Confirm: show the name',
    turnDown: 'Turn down',
    withdraw: 'Take the proposal back',
    waits: 'Somebody else who is named has to confirm.',
    ended: 'The protection has ended.',
  },
});
