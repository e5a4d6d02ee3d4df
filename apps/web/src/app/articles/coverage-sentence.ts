import type { ArticleSummary } from '@belegg/contract';
import type { I18n } from '../shell/i18n';
import { messages } from './messages';

/** "14 av 25 setninger godkjent · 4 til godkjenning · 7 gjenstår", in the language of the page. */
export function coverageSentence(i18n: I18n, { checkable, approved, byState }: ArticleSummary['coverage']): string {
  const t = i18n.of(messages);
  if (checkable === 0) return t('nothingToCheck');
  const submitted = byState.submitted + byState.notCheckableProposed;
  const left = checkable - approved - submitted;
  return [
    t('approvedOf', { approved, count: checkable }),
    submitted > 0 && t('submitted', { count: submitted }),
    left > 0 ? t('left', { count: left }) : submitted === 0 && t('done'),
  ]
    .filter(Boolean)
    .join(' · ');
}
