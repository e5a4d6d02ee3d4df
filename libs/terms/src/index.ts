import type { Language } from '@belegg/domain';
import { en } from './en';
import { nb } from './nb';
import { nn } from './nn';

export * from './terms';

/** The words of the trade in every language that Belegg speaks: page, server and reports take them from here. */
export const termsIn = { nb, nn, en } as const;

const protectedSource: Readonly<Record<Language, string>> = {
  nb: 'Vernet kilde',
  nn: 'Verna kjelde',
  en: 'Protected source',
};

/** What a protected source is called before those who do not see its name; its number stays. */
export const protectedSourceName = (language: Language, number: number | string): string =>
  `${protectedSource[language]} ${number}`;
