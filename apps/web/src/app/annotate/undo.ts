import { inject } from '@angular/core';
import { routes } from '@belegg/contract';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { Session } from '../shell/session';
import { Shortcuts } from '../shell/shortcuts';
import { Toasts } from '../shell/toasts';
import { AnnotateStore } from './annotate.store';
import { messages } from './messages';
import { ServerWords } from './server-words';
import { messages as undoMessages, undoneKey } from './undo-messages';

/** Ctrl+Z undoes the last thing that I did to the article, as a new event of the log. In a field it undoes typing, as everywhere. */
export function registerUndo(): void {
  const api = inject(Api);
  const store = inject(AnnotateStore);
  const session = inject(Session);
  const toasts = inject(Toasts);
  const words = inject(ServerWords);
  const i18n = inject(I18n);
  const t = i18n.of(messages);
  const undoneText = i18n.of(undoMessages);

  const undo = (): Promise<boolean> =>
    words.attempt(async () => {
      const id = store.article()?.id;
      if (id === undefined) return;
      const { undone, article } = await api.call(routes.undo, { params: { id } });
      store.putArticle(article);
      if (undone.type.startsWith('annotation.') && undone.subjectId !== undefined)
        await store.reloadAnnotation(undone.subjectId);
      toasts.say(undoneText(undoneKey(undone.type)));
    });
  inject(Shortcuts).register({
    keys: 'Ctrl+z',
    scope: () => t('article'),
    description: () => t('keyUndo'),
    when: () => session.can('write') && !document.activeElement?.matches('input, textarea, select'),
    run: () => void undo(),
  });
}
