import type { ArticleView, ChangeArticle } from '@belegg/contract';
import type { Language } from '@belegg/domain';

/** The metadata of an article as a form holds it; an empty date means none. */
export interface Details {
  readonly title: string;
  readonly author: string;
  readonly date: string;
  readonly language: Language;
}

export function detailsOf({
  title,
  author,
  date,
  language,
}: Pick<ArticleView, 'title' | 'author' | 'date' | 'language'>): Details {
  return { title, author, date: date ?? '', language };
}

/** What has been typed, as a change of the article: only the fields that differ. */
export function changesOf(before: Details, typed: Details): ChangeArticle {
  return {
    ...(typed.title !== before.title && { title: typed.title }),
    ...(typed.author !== before.author && { author: typed.author }),
    ...(typed.date !== before.date && { date: typed.date || null }),
    ...(typed.language !== before.language && { language: typed.language }),
  };
}

/** What somebody typed, on top of what the article has become meanwhile. */
export function rebase(before: Details, typed: Details, now: Details): Details {
  const kept = <Name extends keyof Details>(name: Name): Details[Name] =>
    typed[name] === before[name] ? now[name] : typed[name];
  return { title: kept('title'), author: kept('author'), date: kept('date'), language: kept('language') };
}
