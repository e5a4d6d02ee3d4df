import { DOCUMENT, effect, inject, Injectable } from '@angular/core';
import { newsroomZone } from '@belegg/domain';
import { createInstance, type i18n } from 'i18next';
import { storedChoice } from './stored';

export const uiLanguages = ['nb', 'en'] as const;
export type UiLanguage = (typeof uiLanguages)[number];
const locales: Readonly<Record<UiLanguage, string>> = { nb: 'nb-NO', en: 'en-GB' };

/** The texts of one room in both languages. */
export interface Messages<Key extends string = string> {
  readonly namespace: string;
  readonly nb: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
}

/**
 * Declares the texts of a room: one `messages.ts` for each room, exporting the result. English has to have exactly the
 * keys of Bokmål, or it does not compile. Values stand in braces (`{{name}}`); a plural is a pair of keys with
 * `_one` and `_other`, chosen by the value `count`.
 */
export function messagesOf<const Nb extends Readonly<Record<string, string>>>(
  namespace: string,
  texts: { readonly nb: Nb; readonly en: { readonly [Key in keyof Nb]: string } },
): Messages<keyof Nb & string> {
  return { namespace, nb: texts.nb, en: texts.en };
}

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_one`
  ? Stem
  : Key extends `${infer Stem}_other`
    ? Stem
    : Key;

/** Gives a text in the language of the page. It reads a signal, so a template that calls it follows the language. */
export type Translate<Key extends string> = (
  key: WithoutPlural<Key>,
  values?: Readonly<Record<string, string | number>>,
) => string;

type Fixed = Record<UiLanguage, (key: string, values?: object) => string>;

/** The language of the page, and what is said in it. */
@Injectable({ providedIn: 'root' })
export class I18n {
  private readonly document = inject(DOCUMENT);
  private readonly texts: i18n = createInstance();
  private readonly choice = storedChoice('language', uiLanguages, languageOfBrowser());
  readonly language = this.choice.asReadonly();
  private readonly rooms = new Map<string, Fixed>();

  constructor() {
    void this.texts.init({
      lng: 'nb',
      fallbackLng: false,
      initAsync: false,
      resources: {},
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false },
    });
    effect(() => {
      this.document.documentElement.lang = this.choice();
    });
  }

  choose(language: UiLanguage): void {
    this.choice.set(language);
  }

  /**
   * The texts of a room, for a component to call from its template:
   * `protected readonly t = inject(I18n).of(messages)`, then `{{ t('approved', { count: 3 }) }}`.
   */
  of<Key extends string>(messages: Messages<Key>): Translate<Key> {
    const fixed = this.rooms.get(messages.namespace) ?? this.takeIn(messages);
    return (key, values) => fixed[this.choice()](key, values);
  }

  /** Every component asks for the texts of its room; they are taken in once. */
  private takeIn(messages: Messages): Fixed {
    const { namespace } = messages;
    const fixed = Object.fromEntries(
      uiLanguages.map((language) => {
        this.texts.addResourceBundle(language, namespace, messages[language]);
        return [language, this.texts.getFixedT(language, namespace)];
      }),
    ) as Fixed;
    this.rooms.set(namespace, fixed);
    return fixed;
  }

  /** "1. desember 2024" of "2024-12-01". */
  day(day: string): string {
    return new Intl.DateTimeFormat(this.locale(), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
  }

  /** "1. des. 2024, 16:20" of a moment, by the newsroom's clocks, as reports have it. */
  moment(moment: string): string {
    return new Intl.DateTimeFormat(this.locale(), {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: newsroomZone,
    }).format(new Date(moment));
  }

  /** "16:20" of a moment, by the newsroom's clocks. */
  time(moment: string): string {
    return new Intl.DateTimeFormat(this.locale(), { timeStyle: 'short', timeZone: newsroomZone }).format(
      new Date(moment),
    );
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.locale()).format(value);
  }

  /** "Kari, Ola og Per". */
  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.locale(), { type: 'conjunction' }).format(items);
  }

  /** What `Intl` calls the language of the page. */
  locale(): string {
    return locales[this.choice()];
  }
}

function languageOfBrowser(): UiLanguage {
  const preferred = typeof navigator === 'undefined' ? [] : navigator.languages;
  return preferred.some((tag) => /^(nb|no|nn|da|sv)\b/i.test(tag)) || preferred.length === 0 ? 'nb' : 'en';
}
