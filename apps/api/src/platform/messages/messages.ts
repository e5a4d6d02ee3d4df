import type { Problem } from '@belegg/contract';
import i18next from 'i18next';
import { z } from 'zod';
import { statusOf, type ProblemError } from '../problem-error';
import { problemMessages } from './problems';
import { fieldMessages } from './fields';
import { lackWords } from './lacks';
import { limitedWords } from './limited';
import { statusWords } from './statuses';

/** The languages that the server speaks. */
export const uiLanguages = ['nb', 'en'] as const;
export type UiLanguage = (typeof uiLanguages)[number];

const i18n = i18next.createInstance();
void i18n.init({
  lng: 'nb',
  fallbackLng: 'nb',
  initAsync: false,
  interpolation: { escapeValue: false },
  resources: {
    nb: {
      problems: problemMessages.nb,
      fields: fieldMessages.nb,
      limited: limitedWords.nb,
      lacks: lackWords.nb,
      statuses: statusWords.nb,
    },
    en: {
      problems: problemMessages.en,
      fields: fieldMessages.en,
      limited: limitedWords.en,
      lacks: lackWords.en,
      statuses: statusWords.en,
    },
  },
});

/**
 * The first language of an `Accept-Language` that the server speaks (RFC 9110, 12.5.4); Norwegian of any kind is
 * Bokmål.
 */
export function chooseLanguage(acceptLanguage: string | undefined): UiLanguage {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().split(';');
    const q = parameters
      .map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1])
      .find((value) => value !== undefined);
    return { primary: tag.toLowerCase().split('-')[0] ?? '', weight: q === undefined ? 1 : Number(q) };
  });
  for (const { primary, weight } of wanted.toSorted((a, b) => b.weight - a.weight)) {
    if (weight > 0 && primary === 'en') return 'en';
    if (weight > 0 && ['nb', 'nn', 'no'].includes(primary)) return 'nb';
  }
  return 'nb';
}

/**
 * The body of an answer that tells of a problem, in the caller's language; the keys of `fields` among its errors become
 * words.
 */
export function describeProblem(
  { code, details }: Pick<ProblemError, 'code' | 'details'>,
  language: UiLanguage,
  requestId: string,
): Problem {
  const { values, errors, current, similar, open, orphans, questions, clashes, missing } = details;
  const say = (part: 0 | 1): string => i18n.t(`${code}.${part}`, { ns: 'problems', lng: language, ...values });
  const told = errors?.map(({ pointer, detail }) => ({ pointer, detail: fieldMessage(detail, language) ?? detail }));
  return {
    type: `urn:belegg:problem:${code}`,
    code,
    title: say(0),
    status: statusOf[code],
    detail: say(1),
    instance: `urn:belegg:request:${requestId}`,
    ...(told && { errors: told }),
    ...(current !== undefined && { current }),
    ...(similar && { similar }),
    ...(open && { open }),
    ...(orphans && { orphans }),
    ...(questions && { questions }),
    ...(clashes && { clashes }),
    ...(missing && { missing }),
  };
}

function fieldMessage(key: string, language: UiLanguage, values: object = {}): string | undefined {
  return i18n.exists(key, { ns: 'fields', lng: language })
    ? i18n.t(key, { ns: 'fields', lng: language, ...values })
    : undefined;
}

/**
 * The key of what we say ourselves of a fault; else the message that its rule brought along, which is one where it is
 * ours.
 */
function keyOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return issue.message.startsWith('Invalid input') ? 'missing' : issue.message;
  if (issue.code === 'too_small' && issue.origin === 'string') return issue.minimum === 1 ? 'missing' : 'tooShort';
  if (issue.code === 'too_big' && issue.origin === 'string') return 'tooLong';
  if (issue.code === 'invalid_format') return issue.format;
  return issue.message;
}

const zodLocales = { nb: z.locales.no(), en: z.locales.en() } as const;

/** What is wrong with each field, in the caller's language. */
export function describeIssues(error: z.ZodError, language: UiLanguage, prefix = ''): NonNullable<Problem['errors']> {
  const { localeError } = zodLocales[language];
  return error.issues.map((issue) => {
    const said = fieldMessage(keyOf(issue), language, issue) ?? localeError(issue as Parameters<typeof localeError>[0]);
    const pointer = `${prefix}${issue.path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
    return { pointer, detail: typeof said === 'string' ? said : (said?.message ?? issue.message) };
  });
}
