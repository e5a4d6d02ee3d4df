import { en } from './en';
import { nb } from './nb';
import { nn } from './nn';

export * from './terms';

/** The words of the trade in every language that Belegg speaks: page, server and reports take them from here. */
export const termsIn = { nb, nn, en } as const;
