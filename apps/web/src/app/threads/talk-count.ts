import { Component, computed, inject, input } from '@angular/core';
import type { AnnotationView } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { messages } from './messages';
import { Threads } from './threads';

/** Says in short how much is said about an annotation and not settled yet. */
@Component({
  selector: 'app-talk-count',
  template: `
    @if (count(); as count) {
      <span class="small muted">{{ t('comments', { count }) }}</span>
    }
    @if (unread(); as count) {
      <b class="small">{{ t('unread', { count }) }}</b>
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: 8px;
    }
    :host:empty {
      display: none;
    }
    b {
      color: var(--accent);
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
}
