import { inject, Injectable } from '@angular/core';
import type { AssignmentView } from '@belegg/contract';
import type { AssignmentKind } from '@belegg/domain';
import { Dialogs } from '../shell/dialogs';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { Toasts } from '../shell/toasts';
import type { AssignData } from './assign-dialog';
import { Assignments, type Subject } from './assignments';
import { messages } from './messages';

/**
 * What one does with assignments from the page: take, give, report done, hand back. Each says so, and can be undone.
 */
@Injectable()
export class Taking {
  private readonly assignments = inject(Assignments);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly t = inject(I18n).of(messages);

  take(kind: AssignmentKind, subject: Subject): Promise<void> {
    return this.attempt(async () => {
      const taken = await this.assignments.make({ kind, ...subject });
      const undo = (): void => void this.attempt(() => this.assignments.withdraw(taken));
      this.toasts.sayBriefly(this.t('taken'), { label: this.t('undo'), run: undo });
    });
  }

  close(one: AssignmentView, how: 'done' | 'handedBack'): Promise<void> {
    return this.attempt(async () => {
      await this.assignments.close(one, how);
      this.toasts.say(this.t(how === 'done' ? 'isDone' : 'isHandedBack'));
    });
  }

  /** Asks what, whom and until when. */
  async assign(data: AssignData): Promise<void> {
    const said = await this.dialogs.open<AssignmentView>(
      () => import('./assign-dialog').then((m) => m.AssignDialog),
      data,
    );
    if (said) this.assignments.put(said);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.toasts.say(error.message);
      void this.assignments.load();
    }
  }
}
