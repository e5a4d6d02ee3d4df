import { Component, computed, effect, inject, input, output, signal, untracked, viewChild } from '@angular/core';
import type { NewComment, ThreadView } from '@belegg/contract';
import { RelativeTime } from '@belegg/ui';
import { Announcer } from '../shell/announcer';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { Session } from '../shell/session';
import { CommentForm } from './comment-form';
import { CommentItem } from './comment-item';
import { messages } from './messages';
import { Seen } from './seen';
import { Threads } from './threads';

/** A conversation: what it is about, what was said, and where one answers. What comes into sight is read. */
@Component({
  selector: 'app-thread-item',
  imports: [CommentForm, CommentItem, ProblemView, RelativeTime, Seen],
  templateUrl: './thread-item.html',
  styleUrl: './thread-item.css',
})
export class ThreadItem {
  private readonly threads = inject(Threads);
  private readonly session = inject(Session);
  private readonly announcer = inject(Announcer);
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);

  readonly thread = input.required<ThreadView>();
  /** What it is on, in words, where that is not plain from where it stands; a press leads there. */
  readonly subject = input<string>();
  /** Whether there is a place to be led to. */
  readonly leads = input(false);
  readonly shown = output();

  private readonly form = viewChild(CommentForm);
  protected readonly mayWrite = computed(() => this.session.can('write'));
  protected readonly isSettling = signal(false);
  protected readonly problem = signal<unknown>(undefined);
  /** What was not read when it was first shown; it stays marked as long as it is shown. */
  private readonly news = signal<ReadonlySet<number>>(new Set());
  protected readonly isNew = computed(() => this.news());
  protected readonly answerPlace = computed(() => `answer.${this.thread().id}`);

  constructor() {
    effect(() => {
      const { unread, comments } = this.thread();
      if (unread === 0) return;
      const me = this.session.current()?.account.id;
      const others = comments.filter(({ author, importedBy }) => (importedBy?.id ?? author.id) !== me);
      untracked(() =>
        this.news.update((all) => new Set([...all, ...others.slice(-unread).map(({ number }) => number)])),
      );
    });
  }

  /** Puts the focus where one answers. Whether there is such a place. */
  focusAnswer(): boolean {
    this.form()?.focus();
    return this.form() !== undefined;
  }

  protected read(): void {
    void this.threads.read(this.thread());
  }

  protected readonly answer = (said: NewComment): Promise<void> => this.threads.answer(this.thread(), said);

  protected async settle(): Promise<void> {
    const wasResolved = this.thread().resolved !== undefined;
    this.isSettling.set(true);
    try {
      await this.threads.settle(this.thread());
      this.problem.set(undefined);
      this.announcer.say(this.t(wasResolved ? 'reopenedNow' : 'resolvedNow'));
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.isSettling.set(false);
    }
  }
}
