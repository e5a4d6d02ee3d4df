import { languages, type Language } from '@belegg/domain';

/** The day of a moment as a file writes it: its first ten characters, if they are one. */
export function dayOf(moment: string | null | undefined): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(moment?.trim() ?? '')?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
    ? day
    : undefined;
}

/** The language that a BCP 47 tag names, if it is one of ours; "no" is Bokmål. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0];
  return primary === 'no' ? 'nb' : languages.find((language) => language === primary);
}
