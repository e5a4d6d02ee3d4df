import { booleanAttribute, Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { NewComment } from '@belegg/contract';
import { Kbd } from '@belegg/ui';
import { Announcer } from '../shell/announcer';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { ProblemView } from '../shell/problem-view';
import { Members } from './members';
import { MentionField } from './mention-field';
import { mentionsIn } from './mentions';
import { messages } from './messages';
import { Written } from './written';

/** What somebody has to say, typed and sent. It is kept until it is sent, and stands when it could not be. */
@Component({
  selector: 'app-comment-form',
  imports: [Kbd, MentionField, ProblemView],
  template: `
    <form (submit)="$event.preventDefault(); submit()" (keydown.escape)="leave($event)">
      <app-mention-field
        [label]="label()"
        [text]="text()"
        [error]="fault()"
        [frozen]="isSending()"
        (typed)="type($event)"
        (sent)="submit()"
      />
      <app-problem [error]="problem()" />
      @if (text() || cancellable()) {
        <div class="buttons">
          <ng-content />
          @if (cancellable()) {
            <button type="button" class="btn quiet" (click)="discard()">{{ t(cancelWord()) }}</button>
          }
          <button type="submit" class="btn" [attr.aria-disabled]="isSending() || null">
            {{ t(word()) }} <ui-kbd keys="Ctrl+Enter" />
          </button>
        </div>
      }
    </form>
  `,
  styles: `
    :host {
      display: block;
    }
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
      justify-content: flex-end;
    }
  `,
})
export class CommentForm {
  private readonly written = inject(Written);
  private readonly members = inject(Members);
  private readonly announcer = inject(Announcer);
  protected readonly t = inject(I18n).of(messages);

  /** Where what is typed is kept. */
  readonly place = input.required<string>();
  readonly label = input.required<string>();
  readonly word = input<'send' | 'save' | 'answer'>('send');
  readonly cancelWord = input<'cancel' | 'discard'>('cancel');
  /** What it begins with, when a comment is put into other words. */
  readonly initial = input('');
  readonly cancellable = input(false, { transform: booleanAttribute });
  /** Sends it. @throws ProblemError */
  readonly send = input.required<(said: NewComment) => Promise<unknown>>();
  readonly done = output();
  /** It is put away: by Escape it is kept, by its button it is not. */
  readonly closed = output();

  private readonly field = viewChild.required(MentionField);
  protected readonly text = computed(() => this.written.of(this.place()) ?? this.initial());
  protected readonly isSending = signal(false);
  private readonly wasSentEmpty = signal(false);
  private readonly failure = signal<unknown>(undefined);
  private readonly isStale = computed(() => {
    const error = this.failure();
    return this.word() === 'save' && error instanceof ProblemError && error.is('stale');
  });
  protected readonly fault = computed(() => {
    if (this.wasSentEmpty() && !this.text().trim()) return this.t('needed');
    return this.isStale() ? this.t('changedElsewhere') : undefined;
  });
  protected readonly problem = computed(() => (this.isStale() ? undefined : this.failure()));

  focus(): void {
    this.field().focus();
  }

  protected type(text: string): void {
    this.written.keep(this.place(), text);
  }

  protected leave(event: Event): void {
    if (!this.cancellable() || event.defaultPrevented) return;
    event.preventDefault();
    this.closed.emit();
  }

  protected discard(): void {
    this.written.forget(this.place());
    this.closed.emit();
  }

  protected async submit(): Promise<void> {
    const text = this.text();
    const place = this.place();
    this.wasSentEmpty.set(!text.trim());
    if (!text.trim() || this.isSending()) return this.focus();
    this.isSending.set(true);
    try {
      await this.members.ensure();
      await this.send()({ text, mentions: mentionsIn(text, this.members.all()).slice(0, 20) });
      this.failure.set(undefined);
      this.written.forget(place);
      this.announcer.say(this.t(this.word() === 'save' ? 'saved' : 'sent'));
      this.done.emit();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.isSending.set(false);
    }
  }
}
