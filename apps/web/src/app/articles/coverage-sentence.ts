import type { ArticleSummary } from '@belegg/contract';
import type { I18n } from '../shell/i18n';
import { messages } from './messages';

/** "14 av 25 setninger godkjent · 4 til godkjenning · 7 gjenstår", in the language of the page. */
export function coverageSentence(i18n: I18n, { checkable, approved, byState }: ArticleSummary['coverage']): string {
  const t = i18n.of(messages);
  if (checkable === 0) return t('nothingToCheck');
  const { approvedInPart: inPart, partly } = byState;
  const submitted = byState.submitted + byState.notCheckableProposed;
  const left = checkable - approved - inPart - partly - submitted;
  return [
    t('approvedOf', { approved, count: checkable }),
    inPart > 0 && t('inPart', { count: inPart }),
    submitted > 0 && t('submitted', { count: submitted }),
    partly > 0 && t('partly', { count: partly }),
    left > 0 ? t('left', { count: left }) : submitted + partly === 0 && t('done'),
  ]
    .filter(Boolean)
    .join(' · ');
}
