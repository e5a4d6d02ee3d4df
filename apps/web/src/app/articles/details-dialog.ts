import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, required, submit } from '@angular/forms/signals';
import { article as articleSchema, type ArticleView, routes } from '@belegg/contract';
import { languages } from '@belegg/domain';
import { Control, DialogFrame, Field } from '@belegg/ui';
import { Api } from '../shell/api';
import { fieldError } from '../shell/field-error';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { problemAt, ProblemView } from '../shell/problem-view';
import { terms } from '../shell/terms';
import { changesOf, detailsOf, rebase } from './details';
import { messages } from './details-messages';

/**
 * Changes the metadata of an article. It takes the `ArticleView` as data and closes with the article as it then is:
 * `dialogs.open<ArticleView>(() => import('../articles/details-dialog').then((m) => m.DetailsDialog), article)`.
 */
@Component({
  selector: 'app-details-dialog',
  imports: [Control, DialogFrame, Field, FormField, ProblemView],
  templateUrl: './details-dialog.html',
})
export class DetailsDialog {
  private readonly api = inject(Api);
  private readonly ref = inject<DialogRef<ArticleView>>(DialogRef);
  protected readonly t = inject(I18n).of(messages);
  protected readonly term = inject(I18n).of(terms);
  protected readonly languages = languages;

  /** The article as it was last seen; what was typed is a change of it. */
  private readonly article = signal(inject<ArticleView>(DIALOG_DATA));
  private readonly typed = signal(detailsOf(this.article()));
  protected readonly form = form(this.typed, (path) => {
    required(path.title, { message: () => this.t('needed') });
  });
  protected readonly changes = computed(() => changesOf(detailsOf(this.article()), this.typed()));
  protected readonly makesRevision = computed(
    () => this.changes().date !== undefined || this.changes().language !== undefined,
  );
  protected readonly overtaken = signal(false);
  protected readonly failure = signal<unknown>(undefined);
  protected readonly fieldError = fieldError;
  protected readonly problemAt = problemAt;

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    await submit(this.form, async () => {
      const { id, etag } = this.article();
      this.failure.set(undefined);
      this.overtaken.set(false);
      try {
        const changed = Object.keys(this.changes()).length > 0;
        this.ref.close(
          changed
            ? await this.api.call(routes.changeArticle, { params: { id }, body: this.changes(), ifMatch: etag })
            : this.article(),
        );
      } catch (error) {
        this.fail(error);
      }
    });
  }

  protected cancel(): void {
    this.ref.close();
  }

  /** A stale answer brings the article as it is now: what was typed is laid upon it. */
  private fail(error: unknown): void {
    const now =
      error instanceof ProblemError && error.is('stale') ? articleSchema.safeParse(error.problem.current) : undefined;
    if (!now?.success) {
      this.failure.set(error);
      return;
    }
    this.typed.set(rebase(detailsOf(this.article()), this.typed(), detailsOf(now.data)));
    this.article.set(now.data);
    this.overtaken.set(true);
  }
}
