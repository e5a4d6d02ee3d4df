import { Component, computed, inject, input } from '@angular/core';
import type { AnnotationView } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { messages } from './messages';
import { Threads } from './threads';

/** How much is said about an annotation and not settled yet, as the marks beside the text have it. */
@Component({
  selector: 'app-talk-count',
  template: `
    @if (count(); as count) {
      <span class="talk-bubble" aria-hidden="true" [class.unread]="unread()" [title]="label()">{{ count }}</span><span
        class="visually-hidden"
        >{{ label() }}</span
      >
    }
  `,
})
export class TalkCount {
  private readonly threads = inject(Threads);
  protected readonly t = inject(I18n).of(messages);
  readonly annotation = input.required<AnnotationView>();
  private readonly own = computed(() => this.threads.onAnnotation().get(this.annotation().id) ?? []);
  protected readonly count = computed(() =>
    this.own().reduce((sum, { resolved, comments }) => sum + (resolved ? 0 : comments.length), 0),
  );
  protected readonly unread = computed(() => this.own().reduce((sum, { unread }) => sum + unread, 0));
  protected readonly label = computed(() => {
    const comments = this.t('comments', { count: this.count() });
    return this.unread() > 0 ? `${comments}, ${this.t('unread', { count: this.unread() })}` : comments;
  });
}
