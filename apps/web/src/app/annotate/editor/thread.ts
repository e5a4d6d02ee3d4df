import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { readAll, routes, type AnnotationView } from '@belegg/contract';
import { RelativeTime } from '@belegg/ui';
import { Api } from '../../shell/api';
import { I18n } from '../../shell/i18n';
import { terms, verdictKey } from '../../shell/terms';
import { isLocal } from '../drafts/draft';
import { messages } from '../messages';
import { changedFields } from './changed-fields';
import { messages as editorMessages } from './messages';

/** What was done to an annotation and said of it, and on demand what it said at each time. */
@Component({
  selector: 'app-thread',
  imports: [RelativeTime],
  templateUrl: './thread.html',
  styleUrl: './thread.css',
})
export class Thread {
  private readonly api = inject(Api);
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  protected readonly word = this.i18n.of(editorMessages);
  protected readonly term = this.i18n.of(terms);
  protected readonly verdictKey = verdictKey;
  readonly annotation = input.required<AnnotationView>();
  protected readonly isOpen = signal(false);
  protected readonly hasHistory = computed(() => !isLocal(this.annotation().id));

  private readonly history = resource({
    params: () =>
      this.isOpen() && this.hasHistory()
        ? { id: this.annotation().id, revision: this.annotation().revision }
        : undefined,
    loader: ({ params: { id } }) => readAll(this.api, routes.annotationHistory, { params: { id } }),
  });
  /** The latest first, each with what it changed in the one before it. */
  protected readonly revisions = computed(() => {
    const all = this.history.hasValue() ? this.history.value() : [];
    return all.map((revision, i) => ({ ...revision, changed: changedFields(all[i + 1], revision) }));
  });

  protected toggle({ newState }: ToggleEvent): void {
    this.isOpen.set(newState === 'open');
  }

  protected changedText(changed: readonly ReturnType<typeof changedFields>[number][]): string {
    return changed.length === 0
      ? this.t('firstRevision')
      : this.t('changedFields', { fields: this.i18n.list(changed.map((field) => this.t(`field_${field}`))) });
  }
}
