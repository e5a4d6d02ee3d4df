import { Component, computed, inject, input } from '@angular/core';
import { Kbd } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { Session } from '../shell/session';
import { Shortcuts } from '../shell/shortcuts';
import { AssignmentItem } from './assignment-item';
import { Assignments, type Subject } from './assignments';
import { messages } from './messages';
import { Taking } from './taking';

/** Words of the text, and where they are. */
export interface Selected {
  readonly passage: NonNullable<Subject['passage']>;
  readonly exact: string;
}

/** Who does what on the article and its stretches, in a quiet line each. */
@Component({
  selector: 'app-article-assignments',
  imports: [AssignmentItem, Kbd],
  template: `
    <div role="group" [attr.aria-label]="t('title')">
      @for (one of assignments.ofArticle(); track one.id) {
        <app-assignment-item [one]="one" />
      }
      @if (session.can('write')) {
        <p>
          @if (!hasIt()) {
            <button type="button" class="link" (click)="take()">{{ t('take') }} <ui-kbd keys="t" /></button>
          }
          <button type="button" class="link" (click)="assign()">{{ t('assign') }} <ui-kbd keys="Shift+a" /></button>
        </p>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      margin-top: 12px;
    }
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
      margin: 4px 0 0;
      font-size: 14px;
    }
  `,
})
export class ArticleAssignments {
  protected readonly assignments = inject(Assignments);
  private readonly taking = inject(Taking);
  protected readonly session = inject(Session);
  protected readonly t = inject(I18n).of(messages);

  readonly articleId = input.required<string>();
  /** What is selected in the text, when it is asked for. */
  readonly selected = input.required<() => Selected | undefined>();

  private readonly mine = computed(() => {
    const me = this.session.current()?.account.id;
    return this.assignments.ofArticle().filter(({ assignee, kind }) => assignee.id === me && kind === 'check');
  });
  protected readonly hasIt = computed(() => this.mine().some(({ passage }) => !passage));

  constructor() {
    const shortcuts = inject(Shortcuts);
    shortcuts.register({
      keys: 't',
      scope: () => this.t('title'),
      description: () => this.t('takeArticle'),
      when: () => this.session.can('write') && (!this.hasIt() || this.selected()() !== undefined),
      run: () => this.take(),
    });
    shortcuts.register({
      keys: 'Shift+a',
      scope: () => this.t('title'),
      description: () => this.t('assignKey'),
      when: () => this.session.can('write'),
      run: () => this.assign(),
    });
  }

  protected take(): void {
    const { passage } = this.selected()() ?? {};
    void this.taking.take('check', passage ? { passage } : {});
  }

  protected assign(): void {
    const { passage, exact } = this.selected()() ?? {};
    void this.taking.assign({ articleId: this.articleId(), subject: passage ? { passage } : {}, exact });
  }
}
