import { booleanAttribute, Component, effect, inject, input, output, signal, viewChild } from '@angular/core';
import type { NewComment, NewThread } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { CommentForm } from './comment-form';
import { Members } from './members';
import { messages } from './messages';
import { Threads } from './threads';
import { Written } from './written';

/** What a conversation is about. `quote` are its words, where they cannot be pointed at. */
export interface Subject extends Omit<NewThread, 'text' | 'mentions' | 'askedId'> {
  readonly quote?: string;
}

const longestComment = 5000;

/** Begins a conversation, of which a question can be put to one person. */
@Component({
  selector: 'app-new-thread',
  imports: [CommentForm],
  template: `
    <app-comment-form
      [place]="place()"
      [label]="label()"
      [cancellable]="cancellable()"
      cancelWord="discard"
      [send]="begin"
      (done)="done.emit()"
      (closed)="closed.emit()"
    >
      <label class="ask small"
        >{{ t('ask') }}
        <select #select class="input" [value]="askedId()" (change)="askedId.set(select.value)">
          <option value="">{{ t('askNobody') }}</option>
          @for (member of members.all(); track member.id) {
            <option [value]="member.id">{{ member.name }}</option>
          }
        </select>
      </label>
    </app-comment-form>
  `,
  styles: `
    :host {
      display: block;
    }
    .ask {
      display: flex;
      gap: 6px;
      align-items: center;
      margin-inline-end: auto;
      min-width: 0;
    }
    select {
      min-width: 0;
      max-width: 180px;
    }
  `,
})
export class NewThreadForm {
  private readonly threads = inject(Threads);
  private readonly written = inject(Written);
  protected readonly members = inject(Members);
  protected readonly t = inject(I18n).of(messages);

  readonly place = input.required<string>();
  readonly label = input.required<string>();
  readonly cancellable = input(false, { transform: booleanAttribute });
  /** What it is about, when it is sent. */
  readonly subject = input.required<() => Subject>();
  readonly done = output();
  readonly closed = output();

  private readonly form = viewChild.required(CommentForm);
  protected readonly askedId = signal('');

  constructor() {
    // What was typed earlier shows whom one can ask.
    effect(() => this.written.of(this.place()) !== undefined && void this.members.ensure());
  }

  focus(): void {
    this.form().focus();
  }

  protected readonly begin = async (said: NewComment): Promise<void> => {
    const askedId = this.askedId();
    const { quote, ...subject } = this.subject()();
    const quoted = quote === undefined ? said.text : `«${quote}»\n${said.text}`;
    const text = quoted.length <= longestComment ? quoted : said.text;
    await this.threads.begin({ ...subject, ...said, text, ...(askedId !== '' && { askedId }) });
    this.askedId.set('');
  };
}
