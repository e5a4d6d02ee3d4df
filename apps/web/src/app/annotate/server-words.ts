import { inject, Injectable } from '@angular/core';
import { annotation as annotationSchema, article as articleSchema } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { Toasts } from '../shell/toasts';
import { AnnotateStore } from './annotate.store';
import { messages } from './messages';

/** Says to the person what the server refused, and shows what has changed meanwhile. */
@Injectable()
export class ServerWords {
  private readonly store = inject(AnnotateStore);
  private readonly toasts = inject(Toasts);
  private readonly t = inject(I18n).of(messages);

  /** Whether it was done. */
  async attempt(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.explain(error);
      return false;
    }
  }

  private explain(error: ProblemError): void {
    const { current } = error.problem;
    const annotation = annotationSchema.safeParse(current).data;
    const article = articleSchema.safeParse(current).data;
    if (annotation) this.store.put(annotation);
    if (article) this.store.putArticle(article);
    this.toasts.say(annotation || article ? this.t('changedMeanwhile') : error.message);
  }
}
