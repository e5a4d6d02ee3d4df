import type { EventView } from '@belegg/contract';
import { anchorOutcomes } from '@belegg/domain';
import type { I18n } from '../shell/i18n';
import { terms, verdictKey } from '../shell/terms';
import { messages } from './messages';
import { readDetails, type EventDetails, type EventState } from './event-details';

/** What an event is about: its words, and where they lead. */
export interface HistoryLine {
  /** What somebody did: "godkjente". */
  readonly act: string;
  readonly object?: {
    readonly text: string;
    readonly link: readonly (string | number)[];
    readonly query?: Readonly<Record<string, string | number>>;
  };
  /** The rest of the sentence: "som bekreftet". */
  readonly rest?: string;
  /** What differs by it, in short. */
  readonly details: readonly string[];
  /** What was said about it. */
  readonly comment?: string;
}

/** An entry of an article's log as a sentence that begins with a name: "Kari Holm · godkjente · «…»". */
export function tell(i18n: I18n, articleId: string, event: EventView): HistoryLine {
  const said = readDetails(event);
  const told = tellAlone(i18n, articleId, event, said);
  return said.undoes === undefined ? told : { ...told, details: [...told.details, i18n.of(messages)('toUndo')] };
}

function tellAlone(i18n: I18n, articleId: string, event: EventView, said: EventDetails): HistoryLine {
  const t = i18n.of(messages);
  const quoted = (fallback: 'annotation' | 'sentence'): string =>
    (said.exact ?? said.after?.exact) ? t('quoted', { text: said.exact ?? said.after?.exact ?? '' }) : t(fallback);
  const revision = said.articleRevision;
  switch (event.type) {
    case 'article.created':
    case 'article.updated':
      return { act: t(`act.${event.type}`), details: event.type === 'article.updated' ? fieldChanges(i18n, said) : [] };
    case 'article.revised':
      return {
        act: t('act.article.revised'),
        object: {
          text: t('revisionObject', { number: revision ?? '?' }),
          link: ['/articles', articleId, 'revisions', revision ?? 1],
        },
        details: [...fieldChanges(i18n, said), ...outcomes(i18n, said)],
      };
    case 'annotation.created':
    case 'annotation.edited':
    case 'annotation.submitted':
    case 'annotation.withdrawn':
    case 'annotation.approved':
    case 'annotation.returned':
    case 'annotation.retired':
    case 'annotation.undone':
      return {
        act: t(`act.${event.type}`),
        object: {
          text: quoted('annotation'),
          link: ['/articles', articleId],
          ...(event.subjectId !== undefined && { query: { annotation: event.subjectId } }),
        },
        ...(event.type === 'annotation.created' &&
          said.after?.verdict && { rest: t('asVerdict', { verdict: verdict(i18n, said.after) }) }),
        details: event.type === 'annotation.edited' ? annotationChanges(i18n, said) : [],
        ...(said.comment && { comment: said.comment }),
      };
    case 'sentence.split':
    case 'sentence.joined':
      return {
        act: t(`act.${event.type}`),
        object: {
          text: quoted('sentence'),
          link: ['/articles', articleId],
          ...(said.sentence !== undefined && { query: { sentence: said.sentence } }),
        },
        details: [],
      };
    case 'sentence.marked':
    case 'sentence.confirmed':
      return {
        act: t(`act.${event.type}`),
        object: {
          text: quoted('sentence'),
          link: ['/articles', articleId],
          ...(said.sentence !== undefined && { query: { sentence: said.sentence } }),
        },
        rest:
          event.type === 'sentence.confirmed'
            ? t('isNotCheckable')
            : said.after?.checkable === false
              ? t('markedNotCheckable', { reason: reason(i18n, said.after) })
              : t('markedCheckable'),
        details: [],
      };
    case 'report.signed':
    case 'report.published':
    case 'report.unpublished':
      return {
        act: t(`act.${event.type}`),
        object: { text: t('reportObject', { number: said.number ?? '?' }), link: ['/reports', event.subjectId ?? ''] },
        details: [],
      };
    default:
      return {
        act: i18n.of(terms)(`event.${event.type}`),
        details: [],
        ...(said.comment && { comment: said.comment }),
      };
  }
}

function verdict(i18n: I18n, state: EventState | undefined): string {
  if (state?.verdict === undefined) return '';
  return i18n
    .of(terms)(verdictKey(state.verdict ?? undefined))
    .toLocaleLowerCase();
}

function reason(i18n: I18n, { reason: given, note }: EventState): string {
  return note || (given ? i18n.of(terms)(`reason.${given}`).toLocaleLowerCase() : '');
}

function annotationChanges(i18n: I18n, { before = {}, after = {} }: EventDetails): readonly string[] {
  const t = i18n.of(messages);
  return [
    before.verdict !== undefined &&
      after.verdict !== undefined &&
      t('verdictChanged', { before: verdict(i18n, before), after: verdict(i18n, after) }),
    after.rationale !== undefined && t('rationaleChanged'),
    after.exact !== undefined && t('passageChanged'),
    ...(after.citations ? citationChanges(i18n, before.citations ?? [], after.citations) : []),
    before.status === 'approved' && after.status === 'lapsed' && t('lapsed'),
  ].filter((detail) => typeof detail === 'string');
}

function citationChanges(
  i18n: I18n,
  before: NonNullable<EventState['citations']>,
  after: NonNullable<EventState['citations']>,
): readonly string[] {
  const t = i18n.of(messages);
  const [former, present] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))];
  const [added, removed] = [
    [...present].filter((id) => !former.has(id)).length,
    [...former].filter((id) => !present.has(id)).length,
  ];
  if (added === 0 && removed === 0) return [t('citationsChanged')];
  return [
    ...(added ? [t('citationsAdded', { count: added })] : []),
    ...(removed ? [t('citationsRemoved', { count: removed })] : []),
  ];
}

function fieldChanges(i18n: I18n, { before = {}, after = {} }: EventDetails): readonly string[] {
  const t = i18n.of(messages);
  const shown = (state: EventState, field: 'title' | 'author' | 'date' | 'language'): string => {
    if (field === 'date') return state.date ? i18n.day(state.date) : t('none');
    if (field === 'language') return state.language ? i18n.of(terms)(`language.${state.language}`) : t('none');
    return state[field] || t('none');
  };
  return (['title', 'author', 'date', 'language'] as const)
    .filter((field) => after[field] !== undefined && before[field] !== undefined)
    .map((field) =>
      t('fieldChanged', { field: t(`field.${field}`), before: shown(before, field), after: shown(after, field) }),
    );
}

function outcomes(i18n: I18n, { counts = {}, carried = 0, newSentences = 0 }: EventDetails): readonly string[] {
  const t = i18n.of(messages);
  return [
    ...anchorOutcomes.flatMap((outcome) => {
      const count = counts[outcome];
      return count ? [t(`outcome_${outcome}`, { count })] : [];
    }),
    ...(carried ? [t('carried', { count: carried })] : []),
    ...(newSentences ? [t('newSentences', { count: newSentences })] : []),
  ];
}
