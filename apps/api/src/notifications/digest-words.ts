import type { MailLanguage, NotificationKind } from '@belegg/contract';

interface Words {
  readonly subject: (count: number, newsroom: string) => string;
  readonly says: Readonly<Record<NotificationKind, (who: string, article: string, count: number) => string>>;
  readonly somebody: string;
  readonly foot: (newsroom: string) => string;
}

/**
 * What a mail says. No word of a claim, comment or source: those may be protected, and a mail is read by many servers.
 */
export const digestWords: Readonly<Record<MailLanguage, Words>> = {
  nb: {
    subject: (count, newsroom) => `${newsroom}: ${count === 1 ? 'ett nytt varsel' : `${count} nye varsler`}`,
    says: {
      mention: (who, article) => `${who} nevnte deg i «${article}».`,
      question: (who, article) => `${who} spør deg om noe i «${article}».`,
      return: (who, article) => `${who} returnerte en påstand du har skrevet på i «${article}».`,
      lapse: (who, article, count) =>
        `${who} endret «${article}», og ${count === 1 ? 'en påstand' : `${count} påstander`} du har skrevet på, er ikke lenger godkjent.`,
      signOff: (who, article) => `${who} sluttgodkjente «${article}».`,
      assignment: (who, article) => `${who} ga deg en oppgave i «${article}».`,
      due: (_, article) => `Fristen for oppgaven din i «${article}» er nær.`,
    },
    somebody: 'Noen',
    foot: (newsroom) => `Du får denne e-posten fordi du er medlem av ${newsroom}. Velg hva du vil ha under Konto.`,
  },
  nn: {
    subject: (count, newsroom) => `${newsroom}: ${count === 1 ? 'eitt nytt varsel' : `${count} nye varsel`}`,
    says: {
      mention: (who, article) => `${who} nemnde deg i «${article}».`,
      question: (who, article) => `${who} spør deg om noko i «${article}».`,
      return: (who, article) => `${who} returnerte ein påstand du har skrive på i «${article}».`,
      lapse: (who, article, count) =>
        `${who} endra «${article}», og ${count === 1 ? 'ein påstand' : `${count} påstandar`} du har skrive på, er ikkje lenger godkjend${count === 1 ? '' : 'e'}.`,
      signOff: (who, article) => `${who} sluttgodkjende «${article}».`,
      assignment: (who, article) => `${who} gav deg ei oppgåve i «${article}».`,
      due: (_, article) => `Fristen for oppgåva di i «${article}» er nær.`,
    },
    somebody: 'Nokon',
    foot: (newsroom) => `Du får denne e-posten fordi du er medlem av ${newsroom}. Vel kva du vil ha under Konto.`,
  },
  en: {
    subject: (count, newsroom) => `${newsroom}: ${count === 1 ? 'one new notification' : `${count} new notifications`}`,
    says: {
      mention: (who, article) => `${who} mentioned you in “${article}”.`,
      question: (who, article) => `${who} asks you something in “${article}”.`,
      return: (who, article) => `${who} returned a claim that you wrote on in “${article}”.`,
      lapse: (who, article, count) =>
        `${who} changed “${article}”, and ${count === 1 ? 'a claim' : `${count} claims`} that you wrote on ${count === 1 ? 'is' : 'are'} no longer approved.`,
      signOff: (who, article) => `${who} signed off “${article}”.`,
      assignment: (who, article) => `${who} gave you an assignment in “${article}”.`,
      due: (_, article) => `Your assignment in “${article}” is due soon.`,
    },
    somebody: 'Somebody',
    foot: (newsroom) => `You get this mail as a member of ${newsroom}. Choose what you want under Account.`,
  },
};
