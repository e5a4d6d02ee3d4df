import { Component, computed, inject, input, linkedSignal, untracked, viewChild, viewChildren } from '@angular/core';
import type { AnnotationView } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { Session } from '../shell/session';
import { Shortcuts } from '../shell/shortcuts';
import { messages } from './messages';
import { NewThreadForm, type Subject } from './new-thread';
import { ThreadItem } from './thread-item';
import { Threads } from './threads';
import { Written } from './written';

/** What people say to each other about an annotation, and about its words. It changes nothing of what was decided. */
@Component({
  selector: 'app-annotation-talk',
  imports: [NewThreadForm, ProblemView, ThreadItem],
  templateUrl: './annotation-talk.html',
  styleUrl: './annotation-talk.css',
})
export class AnnotationTalk {
  private readonly threads = inject(Threads);
  private readonly session = inject(Session);
  private readonly written = inject(Written);
  protected readonly t = inject(I18n).of(messages);

  readonly annotation = input.required<AnnotationView>();

  protected readonly error = this.threads.error;
  private readonly all = computed(() => this.threads.about(this.annotation()));
  protected readonly open = computed(() => this.all().filter(({ resolved }) => !resolved));
  protected readonly resolved = computed(() => this.all().filter(({ resolved }) => resolved));
  protected readonly unread = computed(() => this.all().reduce((sum, { unread }) => sum + unread, 0));
  protected readonly mayWrite = computed(() => this.session.can('write'));
  protected readonly place = computed(() => `new.${this.annotation().id}`);
  /** Whether another one is begun, though there is one to answer in. */
  protected readonly another = linkedSignal({
    source: this.place,
    computation: (place) => untracked(() => this.written.of(place)) !== undefined,
  });
  protected readonly subject = (): Subject => ({ annotationId: this.annotation().id });

  private readonly items = viewChildren(ThreadItem);
  private readonly form = viewChild(NewThreadForm);

  constructor() {
    inject(Shortcuts).register({
      keys: 'c',
      scope: () => this.t('title'),
      description: () => this.t('keyComment'),
      when: () => this.mayWrite() && document.getSelection()?.isCollapsed !== false,
      run: () => this.write(),
    });
  }

  /** Where one answers last, else where one begins. */
  private write(): void {
    const last = this.items().findLast((item) => !item.thread().resolved);
    if (last) last.focusAnswer();
    else this.form()?.focus();
  }

  protected begin(): void {
    this.another.set(true);
    setTimeout(() => this.form()?.focus());
  }

  /** The form gives way to the conversation that it began; there the focus stays. */
  protected went(): void {
    this.another.set(false);
    setTimeout(() => this.write());
  }

  protected subjectOf(thread: ReturnType<typeof this.open>[number]): string | undefined {
    const { annotationId, passage } = thread;
    return annotationId === this.annotation().id || !passage ? undefined : `«${passage.exact}»`;
  }
}
