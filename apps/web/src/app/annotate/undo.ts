import { DOCUMENT, effect, inject, Injectable, untracked } from '@angular/core';
import { routes } from '@belegg/contract';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { Session } from '../shell/session';
import { Shortcuts } from '../shell/shortcuts';
import { Toasts } from '../shell/toasts';
import { AnnotateStore } from './annotate.store';
import { Drafts } from './drafts/drafts';
import { messages } from './messages';
import { ServerWords } from './server-words';
import { messages as undoMessages, undoneKey } from './undo-messages';

/** Takes back the last things that I did to the article, each as a new event of the log. */
@Injectable()
export class Undo {
  private readonly api = inject(Api);
  private readonly store = inject(AnnotateStore);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(ServerWords);
  private readonly i18n = inject(I18n);
  private readonly t = this.i18n.of(messages);
  private readonly undone = this.i18n.of(undoMessages);
  private withdraw: (() => void) | undefined;

  constructor() {
    // "The last thing that I did" is another one as soon as something more is typed.
    const drafts = inject(Drafts);
    effect(() => {
      if (drafts.typings() > 0) untracked(() => this.withdrawOffer());
    });
  }

  /** Says what was done just now, with a way back. @param steps how many acts that was, in the log */
  offer(text: string, steps = 1): void {
    this.withdrawOffer();
    this.withdraw = this.toasts.sayBriefly(text, { label: this.t('undo'), run: () => void this.run(steps) });
  }

  async run(steps = 1): Promise<void> {
    this.withdrawOffer();
    for (let step = 0; step < steps; step++) if (!(await this.words.attempt(() => this.undoLast()))) return;
  }

  private withdrawOffer(): void {
    this.withdraw?.();
    this.withdraw = undefined;
  }

  private async undoLast(): Promise<void> {
    const id = this.store.article()?.id;
    if (id === undefined) return;
    const { undone, article } = await this.api.call(routes.undo, { params: { id } });
    this.store.putArticle(article);
    if (undone.type.startsWith('annotation.') && undone.subjectId !== undefined)
      await this.store.reloadAnnotation(undone.subjectId);
    this.toasts.say(this.undone(undoneKey(undone.type)));
  }
}

/** Ctrl+Z undoes the last act. In a field it undoes typing, as everywhere. Call it where injection is possible. */
export function registerUndo(): void {
  const undo = inject(Undo);
  const session = inject(Session);
  const document = inject(DOCUMENT);
  const t = inject(I18n).of(messages);
  inject(Shortcuts).register({
    keys: 'Ctrl+z',
    scope: () => t('article'),
    description: () => t('keyUndo'),
    when: () => session.can('write') && !document.activeElement?.matches('input, textarea, select'),
    run: () => void undo.run(),
  });
}
