import { Component, computed, inject, input } from '@angular/core';
import type { AssignmentView } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { Session } from '../shell/session';
import { terms } from '../shell/terms';
import { Assignments } from './assignments';
import { dueText } from './due';
import { messages } from './messages';
import { Taking } from './taking';

/** One assignment in a line: what, who, until when, and what one can do about it. */
@Component({
  selector: 'app-assignment-item',
  template: `
    <span class="what"
      >{{ t('entry', { kind: kind(), name: one().assignee.name }) }}
      @if (about(); as words) {
        <span class="muted">{{ words }}</span>
      }
      @if (due(); as due) {
        <span [class.late]="due.isLate" [class.muted]="!due.isLate">{{ due.text }}</span>
      }
    </span>
    @if (one().note) {
      <span class="muted">{{ one().note }}</span>
    }
    @if (session.can('write')) {
      @if (isMine()) {
        <button type="button" class="link" [attr.aria-label]="t('doneOf', { kind: kind() })" (click)="close('done')">
          {{ t('done') }}
        </button>
        <button
          type="button"
          class="link"
          [attr.aria-label]="t('handBackOf', { kind: kind() })"
          (click)="close('handedBack')"
        >
          {{ t('handBack') }}
        </button>
      }
      <button
        type="button"
        class="link"
        [attr.aria-label]="t('changeOf', { name: one().assignee.name })"
        (click)="change()"
      >
        {{ t('change') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 10px;
      align-items: baseline;
      font: 14px/1.5 var(--sans);
      overflow-wrap: anywhere;
    }
    .late {
      color: var(--denied);
      font-weight: 600;
    }
  `,
})
export class AssignmentItem {
  private readonly i18n = inject(I18n);
  private readonly assignments = inject(Assignments);
  private readonly taking = inject(Taking);
  private readonly term = this.i18n.of(terms);
  protected readonly session = inject(Session);
  protected readonly t = this.i18n.of(messages);

  readonly one = input.required<AssignmentView>();
  /** Who wrote the claim that it is about. */
  readonly authorIds = input<readonly string[]>([]);

  protected readonly kind = computed(() => this.term(`assignment.${this.one().kind}`));
  protected readonly isMine = computed(() => this.one().assignee.id === this.session.current()?.account.id);
  protected readonly due = computed(() => {
    const { dueAt } = this.one();
    return dueAt === undefined ? undefined : dueText(this.i18n, dueAt, this.assignments.now());
  });
  protected readonly about = computed(() => {
    const { passage } = this.one();
    if (!passage) return undefined;
    const words = this.t('onPassage', { exact: passage.exact.slice(0, 60) });
    return passage.selector ? words : `${words} (${this.t('passageGone')})`;
  });

  protected close(how: 'done' | 'handedBack'): void {
    void this.taking.close(this.one(), how);
  }

  protected change(): void {
    const before = this.one();
    const { articleId, annotationId, passage } = before;
    void this.taking.assign({
      articleId,
      before,
      exact: passage?.exact,
      authorIds: this.authorIds(),
      subject: {
        ...(annotationId !== undefined && { annotationId }),
      },
    });
  }
}
