import { inject } from '@angular/core';
import { I18n } from '../shell/i18n';
import { Shortcuts } from '../shell/shortcuts';
import { Deciding } from './deciding';
import { messages } from './messages';
import { Reading } from './reading';

/** Where one decides on what is read. */
interface Panel {
  approve(): Promise<void>;
  beginReturn(): void;
  /** Whether there was something to put away. */
  cancelReturn(): boolean;
}

/** What the keys of the review page act on. */
interface ReviewKeyTargets {
  readonly move: (step: 1 | -1) => void;
  readonly panel: () => Panel | undefined;
  readonly toList: () => void;
  readonly openInArticle: () => void;
}

/** The keys with which a queue is emptied. A key that is held down decides once. */
export function registerReviewKeys({ move, panel, toList, openInArticle }: ReviewKeyTargets): void {
  const t = inject(I18n).of(messages);
  const shortcuts = inject(Shortcuts);
  const deciding = inject(Deciding);
  const reading = inject(Reading);
  const scope = (): string => t('title');
  const once =
    (act: () => void) =>
    (event: KeyboardEvent): void => {
      if (!event.repeat) act();
    };

  shortcuts.register({ keys: ['j', 'ArrowDown'], scope, description: () => t('next'), run: () => move(1) });
  shortcuts.register({ keys: ['k', 'ArrowUp'], scope, description: () => t('previous'), run: () => move(-1) });
  shortcuts.register({
    keys: 'a',
    scope,
    description: () => t('approve'),
    when: () => deciding.isPossible(),
    run: once(() => void panel()?.approve()),
  });
  shortcuts.register({
    keys: 'r',
    scope,
    description: () => t('return'),
    when: () => deciding.isPossible(),
    run: once(() => panel()?.beginReturn()),
  });
  shortcuts.register({
    keys: 'e',
    scope,
    description: () => t('openInArticle'),
    when: () => reading.entry() !== undefined,
    run: once(openInArticle),
  });
  shortcuts.register({
    keys: 'Escape',
    scope,
    description: () => t('back'),
    run: () => {
      if (!panel()?.cancelReturn()) toList();
    },
  });
}
