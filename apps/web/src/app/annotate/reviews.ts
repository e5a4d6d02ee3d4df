import { inject, Injectable, signal } from '@angular/core';
import { routes, type AnnotationView } from '@belegg/contract';
import type { Action } from '@belegg/domain';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { Toasts } from '../shell/toasts';
import { AnnotateStore } from './annotate.store';
import { Drafts } from './drafts/drafts';
import { messages } from './messages';
import { ServerWords } from './server-words';

/** The acts of review on an annotation. What is typed is saved first, so that nobody decides on less than is seen. */
@Injectable()
export class Reviews {
  private readonly api = inject(Api);
  private readonly store = inject(AnnotateStore);
  private readonly drafts = inject(Drafts);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(ServerWords);
  private readonly t = inject(I18n).of(messages);
  private readonly acting = signal(false);
  /** Whether an act is on its way; a second one waits for it. */
  readonly isActing = this.acting.asReadonly();

  /** Whether it was done. The words go along as the comment, or the reason. */
  async act(annotation: AnnotationView, action: Exclude<Action, 'edit'>, words = ''): Promise<boolean> {
    if (this.acting()) return false;
    this.acting.set(true);
    try {
      if (!(await this.drafts.settle(annotation.id))) {
        this.toasts.say(this.t('saveFirst'));
        return false;
      }
      const current = this.store.annotation(this.store.currentId(annotation.id)) ?? annotation;
      const isDone = await this.words.attempt(async () => this.store.put(await this.call(current, action, words)));
      if (isDone) this.toasts.say(this.t(`done_${action}`));
      return isDone;
    } finally {
      this.acting.set(false);
    }
  }

  private call({ id, etag }: AnnotationView, action: Exclude<Action, 'edit'>, words: string): Promise<AnnotationView> {
    const options = { params: { id }, ifMatch: etag };
    switch (action) {
      case 'submit':
        return this.api.call(routes.submitAnnotation, { ...options, body: { comment: words } });
      case 'withdraw':
        return this.api.call(routes.withdrawAnnotation, { ...options, body: { comment: words } });
      case 'approve':
        return this.api.call(routes.approveAnnotation, { ...options, body: { comment: words } });
      case 'return':
        return this.api.call(routes.returnAnnotation, { ...options, body: { comment: words } });
      case 'retire':
        return this.api.call(routes.retireAnnotation, { ...options, body: { reason: words } });
    }
  }
}
