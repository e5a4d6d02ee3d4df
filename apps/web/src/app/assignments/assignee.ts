import { Component, computed, inject, input } from '@angular/core';
import type { AnnotationView } from '@belegg/contract';
import { turnOf } from '@belegg/domain';
import { I18n } from '../shell/i18n';
import { terms } from '../shell/terms';
import { Assignments } from './assignments';
import { dueText } from './due';
import { messages } from './messages';

/** Who has a claim, in a few words on its card. */
@Component({
  selector: 'app-assignee',
  template: `
    @for (one of shown(); track one.id) {
      <span [class.late]="one.isLate">{{ one.text }}</span>
    }
  `,
  styles: `
    :host {
      font: 12.5px/1.4 var(--sans);
      color: var(--ink-2);
    }
    :host:empty {
      display: none;
    }
    .late {
      color: var(--denied);
      font-weight: 600;
    }
  `,
})
export class Assignee {
  private readonly i18n = inject(I18n);
  private readonly term = this.i18n.of(terms);
  private readonly t = this.i18n.of(messages);
  private readonly assignments = inject(Assignments);
  readonly annotation = input.required<AnnotationView>();

  protected readonly shown = computed(() => {
    const { id, status } = this.annotation();
    const open = (this.assignments.byClaim().get(id) ?? []).filter(
      (one) => turnOf(one.kind, one.state, status) !== 'over',
    );
    return open.map((one) => {
      const due = one.dueAt === undefined ? undefined : dueText(this.i18n, one.dueAt, this.assignments.now());
      const entry = this.t('entry', { kind: this.term(`assignment.${one.kind}`), name: one.assignee.name });
      return { id: one.id, isLate: due?.isLate === true, text: due ? `${entry}, ${due.text}` : entry };
    });
  });
}
