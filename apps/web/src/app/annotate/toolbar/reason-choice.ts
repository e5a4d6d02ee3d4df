import { Component, computed, inject, signal } from '@angular/core';
import { checkabilityReasons, type CheckabilityReason, type Range } from '@belegg/domain';
import { Kbd } from '@belegg/ui';
import { I18n } from '../../shell/i18n';
import { Shortcuts } from '../../shell/shortcuts';
import { terms } from '../../shell/terms';
import { CheckabilityMarks } from '../checkability';
import { PageFocus } from '../page-focus';
import { messages } from '../messages';
import { Undo } from '../undo';

/** Why the sentence holds nothing to check; or an answer to somebody who said so. */
@Component({
  selector: 'app-reason-choice',
  imports: [Kbd],
  templateUrl: './reason-choice.html',
  styleUrl: './reason-choice.css',
})
export class ReasonChoice {
  private readonly i18n = inject(I18n);
  private readonly pageFocus = inject(PageFocus);
  private readonly undo = inject(Undo);
  protected readonly marks = inject(CheckabilityMarks);
  protected readonly t = this.i18n.of(messages);
  protected readonly term = this.i18n.of(terms);
  protected readonly isOther = signal(false);
  protected readonly reasons = checkabilityReasons;
  /** What suggests itself stands out. */
  protected readonly suggestion = computed(() => this.marks.selected()[0]?.suggestion);
  protected readonly said = computed(() => {
    const [marked] = this.marks.marked();
    if (!marked?.reason) return undefined;
    const reason =
      marked.reason === 'other' && marked.note ? marked.note : this.term(`reason.${marked.reason}`).toLocaleLowerCase();
    return this.t('markedAs', { reason, name: marked.markedBy?.name ?? '' });
  });

  constructor() {
    const shortcuts = inject(Shortcuts);
    const scope = (): string => this.t('notCheckable');
    checkabilityReasons.forEach((reason, i) =>
      shortcuts.register({
        keys: String(i + 1),
        scope,
        description: () => this.term(`reason.${reason}`),
        when: () => !this.said(),
        run: () => void this.choose(reason),
      }),
    );
    shortcuts.register({
      keys: 'b',
      scope,
      description: () => this.t('confirm'),
      when: () => this.marks.toConfirm().length > 0,
      run: () => void this.confirm(),
    });
    shortcuts.register({
      keys: 'Escape',
      scope,
      description: () => this.t('close'),
      run: () => this.pageFocus.chooseReason(false),
    });
  }

  protected async choose(reason: CheckabilityReason, note = ''): Promise<void> {
    if (reason === 'other' && note.trim() === '') return this.isOther.set(true);
    const sentences = this.marks.selected();
    const asked = this.pageFocus.selection();
    if (await this.marks.mark(sentences, () => ({ checkable: false, reason, note })))
      this.done(
        this.t('done_mark', { reason: this.term(`reason.${reason}`).toLocaleLowerCase() }),
        sentences.length,
        asked,
      );
  }

  protected async confirm(): Promise<void> {
    const sentences = this.marks.toConfirm();
    const asked = this.pageFocus.selection();
    if (await this.marks.confirm(sentences)) this.done(this.t('done_confirm'), sentences.length, asked);
  }

  protected async unmark(): Promise<void> {
    const sentences = this.marks.marked();
    const asked = this.pageFocus.selection();
    if (await this.marks.mark(sentences, () => ({ checkable: true, note: '' })))
      this.done(this.t('done_unmark'), sentences.length, asked);
  }

  /** The focus stays with the sentence, unless the person has gone on to other words before the server answered. */
  private done(said: string, steps: number, asked: Range | undefined): void {
    this.undo.offer(said, steps);
    const now = this.pageFocus.selection();
    if (now?.start !== asked?.start || now?.end !== asked?.end) return;
    this.pageFocus.chooseReason(false);
    this.pageFocus.goTo(this.pageFocus.sentence(), 'focus');
  }

  /** Choices are numbered from 1, and so are their keys. */
  protected keyOf(index: number): string {
    return String(index + 1);
  }
}
