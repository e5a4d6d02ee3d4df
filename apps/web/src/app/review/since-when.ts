import type { ReviewItem } from '@belegg/contract';
import type { I18n } from '../shell/i18n';
import { messages } from './messages';

interface Reader {
  /** Whether the change came while it was read. */
  readonly wasOnScreen: boolean;
  /** The id of who reads. */
  readonly me: string | undefined;
}

/** Since when it is changed: "endret siden du sendte den tilbake". */
export function sinceWhen(i18n: I18n, { previous }: ReviewItem, { wasOnScreen, me }: Reader): string {
  const t = i18n.of(messages);
  if (wasOnScreen) return t('changedSinceSeen');
  const decision = previous?.steps.findLast(({ kind }) => kind === 'returned' || kind === 'approved');
  if (!decision) return '';
  const act = decision.kind === 'returned' ? 'Returned' : 'Approved';
  return decision.by.id === me ? t(`changedSince${act}ByMe`) : t(`changedSince${act}`, { name: decision.by.name });
}
