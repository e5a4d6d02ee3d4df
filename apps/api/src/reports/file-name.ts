import type { Report } from '@belegg/contract';
import { cleanFileName } from '../evidence';
import { wordsFor } from './render/words';

/** Code points of a title that are enough to know an article by. */
const longestTitle = 100;

/**
 * What a downloaded report is called: "Broen åpner i mai – faktasjekk 1.pdf". Holds no sign that a file system has a
 * use for.
 */
export function fileNameOf({ article, signOff }: Report, extension: string): string {
  const words = wordsFor(article.language);
  const title = [...article.title.replace(/[\\/:*?"<>|]+/g, '-')].slice(0, longestTitle).join('').trim();
  const which = signOff ? String(signOff.number) : words.draft.toLowerCase();
  return cleanFileName(`${title} – ${words.kicker.toLowerCase()} ${which}.${extension}`);
}
