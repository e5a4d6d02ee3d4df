import { Component, computed, inject, input } from '@angular/core';
import type { AnnotationView } from '@belegg/contract';
import { assignmentRefusal, turnOf, type AssignmentKind } from '@belegg/domain';
import { Kbd } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { Session } from '../shell/session';
import { Shortcuts } from '../shell/shortcuts';
import { AssignmentItem } from './assignment-item';
import { Assignments } from './assignments';
import { messages } from './messages';
import { Taking } from './taking';

/** Who does what about one claim. */
@Component({
  selector: 'app-claim-assignments',
  imports: [AssignmentItem, Kbd],
  template: `
    <div role="group" [attr.aria-label]="t('title')">
      @for (one of items(); track one.id) {
        <app-assignment-item [one]="one" [authorIds]="authorIds()" />
      }
      @if (session.can('write')) {
        <p class="small">
          @if (kind()) {
            <button type="button" class="link" (click)="take()">{{ t('take') }} <ui-kbd keys="t" /></button>
          }
          <button type="button" class="link" (click)="assign()">{{ t('assign') }}</button>
        </p>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
      margin: 4px 0 0;
    }
  `,
})
export class ClaimAssignments {
  private readonly assignments = inject(Assignments);
  private readonly taking = inject(Taking);
  protected readonly session = inject(Session);
  protected readonly t = inject(I18n).of(messages);

  readonly annotation = input.required<AnnotationView>();

  protected readonly authorIds = computed(() => this.annotation().authors.map(({ id }) => id));
  protected readonly items = computed(() =>
    (this.assignments.byClaim().get(this.annotation().id) ?? []).filter(
      ({ kind, state }) => turnOf(kind, state, this.annotation().status) !== 'over',
    ),
  );
  /**
   * What I would take: its review where it waits for that and I may, else its check; nothing where I have that already.
   */
  protected readonly kind = computed((): AssignmentKind | undefined => {
    const { account, roles = [] } = this.session.current() ?? {};
    if (!account) return undefined;
    const { status } = this.annotation();
    const kind = turnOf('review', 'open', status) === 'due' ? 'review' : 'check';
    const isTaken = this.items().some((one) => one.kind === kind && one.assignee.id === account.id);
    const facts = { kind, roles, assigneeId: account.id, authorIds: this.authorIds() } as const;
    const isPossible = turnOf(kind, 'open', status) === 'due' && assignmentRefusal(facts) === undefined;
    return isTaken || !isPossible ? undefined : kind;
  });

  constructor() {
    inject(Shortcuts).register({
      keys: 't',
      scope: () => this.t('title'),
      description: () => this.t('take'),
      when: () => this.kind() !== undefined,
      run: () => this.take(),
    });
    inject(Shortcuts).register({
      keys: 'Shift+a',
      scope: () => this.t('title'),
      description: () => this.t('assignKey'),
      when: () => this.session.can('write'),
      run: () => this.assign(),
    });
  }

  protected take(): void {
    const kind = this.kind();
    if (kind) void this.taking.take(kind, { annotationId: this.annotation().id });
  }

  protected assign(): void {
    const { id, articleId, selector, status } = this.annotation();
    void this.taking.assign({
      articleId,
      subject: { annotationId: id },
      exact: selector[1].exact,
      authorIds: this.authorIds(),
      kind: turnOf('review', 'open', status) === 'due' ? 'review' : 'check',
    });
  }
}
