import {
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { routes, type CommentView, type NewComment, type ThreadView } from '@belegg/contract';
import { Avatar, RelativeTime } from '@belegg/ui';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { Session } from '../shell/session';
import { CommentForm } from './comment-form';
import { partsOf } from './mentions';
import { messages } from './messages';
import { Threads } from './threads';
import { Written } from './written';

/** One thing that was said: by whom, when, and on demand what it said before it was edited. */
@Component({
  selector: 'app-comment',
  imports: [Avatar, CommentForm, ProblemView, RelativeTime],
  templateUrl: './comment-item.html',
  styleUrl: './comment-item.css',
})
export class CommentItem {
  private readonly api = inject(Api);
  private readonly threads = inject(Threads);
  private readonly session = inject(Session);
  private readonly written = inject(Written);
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);

  readonly thread = input.required<ThreadView>();
  readonly comment = input.required<CommentView>();
  /** Whether it was not read when it was first shown here. */
  readonly isNew = input(false);

  private readonly form = viewChild(CommentForm);
  protected readonly showsHistory = signal(false);
  protected readonly me = computed(() => this.session.current()?.account.id);
  protected readonly mayEdit = computed(() => {
    const { author, importedBy } = this.comment();
    return this.session.can('write') && !importedBy && author.id !== undefined && author.id === this.me();
  });
  protected readonly parts = computed(() => partsOf(this.comment().text, this.comment().mentions));
  private readonly myName = computed(() => this.session.current()?.account.name.toLowerCase());
  protected readonly place = computed(() => `edit.${this.thread().id}.${this.comment().number}`);

  /** What was begun and not sent is gone on with. */
  protected readonly isEditing = linkedSignal({
    source: this.place,
    computation: (place) => untracked(this.mayEdit) && untracked(() => this.written.of(place)) !== undefined,
  });

  protected readonly history = resource({
    params: () =>
      this.showsHistory()
        ? { id: this.thread().id, number: this.comment().number, revision: this.comment().revision }
        : undefined,
    loader: async ({ params: { id, number } }) =>
      (await this.api.call(routes.commentHistory, { params: { id, number } })).items,
  });
  /** What it said before, the latest first. */
  protected readonly earlier = computed(() => (this.history.hasValue() ? this.history.value().slice(1) : []));

  protected readonly save = (said: NewComment): Promise<void> =>
    this.threads.edit(this.thread(), this.comment().number, this.comment().revision, said);

  protected isMine(mention: string): boolean {
    return mention.slice(1).toLowerCase() === this.myName();
  }

  protected edit(): void {
    this.isEditing.set(true);
    setTimeout(() => this.form()?.focus());
  }
}
